import { decide, type Decision, type LeadCommand } from './decide';
import type { LeadCreated, LeadEvent } from './events';
import { evolve, type Lead } from './lead';
import { idsAfter, type NextIds } from './next-ids';

const FIRST_IDS: NextIds = { lead: 1, contact: 1, email: 1 };

/** The creation of a lead of which nothing else is known. */
export function created(facts: Partial<LeadCreated['data']>): LeadCreated {
  const nothing = {
    name: 'Acme',
    domain: null,
    status: 'new',
    employee_count: null,
    industry: null,
    last_activity_at: null,
    owner: null,
    primary_contact: null,
  } as const;
  return { type: 'LeadCreated', data: { ...nothing, ...facts }, personal: null };
}

/** The lead, number 1 of its tenant, that these events tell of, each recorded at `at`. */
export function leadOf(events: readonly LeadEvent[], at: Date): Lead | null {
  return events.reduce<Lead | null>(
    (lead, event, index) =>
      evolve(lead, {
        ...event,
        lead_id: 1,
        version: index + 1,
        recorded_at: at.toISOString(),
      }),
    null,
  );
}

/** What a command makes happen after these events: `given(events).when(command, at)`. */
export function given(events: readonly LeadEvent[]) {
  return {
    when: (command: LeadCommand, now: Date): Decision =>
      decide(leadOf(events, now), command, { now, ids: events.reduce(idsAfter, FIRST_IDS) }),
  };
}
