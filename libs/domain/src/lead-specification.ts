import { decide, idsAfter, type Decision, type LeadCommand, type NextIds } from './decide';
import type { LeadEvent } from './events';
import { evolve, type Lead } from './lead';

const FIRST_IDS: NextIds = { lead: 1, contact: 1, email: 1 };

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
