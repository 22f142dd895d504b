import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import { decide, type LeadCommand, type NewActivity, type NewLead } from '@leadlog/domain/decide';
import { evolve, type Lead } from '@leadlog/domain/lead';
import { idsAfter } from '@leadlog/domain/next-ids';
import { priority } from '@leadlog/domain/priority';
import { ACTIVITY_KINDS, INDUSTRIES, STATUSES } from '@leadlog/domain/vocabulary';
import type { EventStore } from '@leadlog/event-store/event-store';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import fc from 'fast-check';
import { leadListProjection } from './lead-list-projection';
import { listLeads } from './list-leads';
import { settlePriorities } from './settle-priorities';

const START = new Date('2026-11-22T10:00:00.000Z');
const HOUR = 60 * 60 * 1000;
const TENANTS = ['acme', 'other'] as const;

const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
const anyEmail = fc.record({
  value: fc.constantFrom('a@x.example', 'A@x.example', 'b@x.example', 'ü@x.example'),
  is_primary: fc.boolean(),
});
const anyContact = fc.record({
  first_name: fc.option(anyText),
  last_name: fc.option(anyText),
  phone: fc.constant(null),
  emails: fc.array(anyEmail, { maxLength: 3 }),
});
const anyDetails = {
  name: anyText,
  domain: fc.option(fc.domain()),
  employee_count: fc.option(fc.integer({ min: 1, max: 500 })),
  industry: fc.option(fc.constantFrom(...INDUSTRIES)),
  owner: fc.option(anyText),
};
const anyPast = fc
  .integer({ min: 0, max: 45 * 24 })
  .map((age) => new Date(+START - age * HOUR).toISOString());

const anyNewLead: fc.Arbitrary<NewLead> = fc.record({
  ...anyDetails,
  status: fc.constantFrom(...STATUSES),
  last_activity_at: fc.option(anyPast),
  primary_contact: fc.option(anyContact),
});
const anyActivity: fc.Arbitrary<NewActivity> = fc.record({
  kind: fc.constantFrom(...ACTIVITY_KINDS),
  occurred_at: fc.option(anyPast),
  note: fc.option(anyText),
});

/** Any command of a type, whose members are any of these. */
const any = <T extends LeadCommand['type'], M extends object>(
  type: T,
  members: { [K in keyof M]: fc.Arbitrary<M[K]> },
): fc.Arbitrary<{ type: T } & M> =>
  fc.record(members).map((given) => ({ type, ...given }) as { type: T } & M);

const anyChange: fc.Arbitrary<LeadCommand> = fc.oneof(
  any('ChangeStatus', { new_status: fc.constantFrom(...STATUSES) }),
  any('EditLead', { edit: fc.record(anyDetails, { requiredKeys: [] }) }),
  any('SetPrimaryContact', { contact: anyContact }),
  any('RemovePrimaryContact', {}),
  any('LogActivity', { activity: anyActivity }),
  any('ArchiveLead', {}),
  any('RestoreLead', {}),
  any('ErasePersonalData', {}),
);

interface CommandStep {
  tenant: string;
  lead: number | null;
  command: LeadCommand;
}

type Step = CommandStep | { hours: number };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    tenant: fc.constantFrom(...TENANTS),
    lead: fc.constant(null),
    command: any('CreateLead', { lead: anyNewLead }),
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      tenant: fc.constantFrom(...TENANTS),
      lead: fc.integer({ min: 1, max: 3 }),
      command: anyChange,
    }),
  },
  fc.record({ hours: fc.integer({ min: 0, max: 24 * 20 }) }),
);

describe.each(testEngines)('any sequence of commands on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  beforeAll(async () => (test = await openTestDatabase()));
  afterAll(() => test.discard());

  it('folds to the leads that the list shows, in the order of their priority now', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 25, size: 'max' }), (steps) =>
        followSteps(test, steps, `run${run++}-`),
      ),
      { numRuns: 50 },
    );
  });
});

/** Tenants are new in each run, so that all of them can share a database. */
async function followSteps(test: TestDatabase, steps: Step[], run: string): Promise<void> {
  const clock = new TestClock(START);
  const store = await openTestStore(test, clock, [leadListProjection()]);
  for (const step of steps) {
    if ('hours' in step) clock.advance(step.hours * HOUR);
    else await execute(store, { ...step, tenant: run + step.tenant });
  }
  for (const tenant of TENANTS.map((name) => run + name)) {
    const now = clock.now();
    const folded = await foldTenant(test, store, tenant);
    const byPriority = folded.sort((a, b) => priority(b, now) - priority(a, now) || a.id - b.id);
    for (const archived of [false, true])
      expect(await listTenant(test, tenant, archived, now)).toEqual(
        byPriority
          .filter((lead) => lead.archived === archived)
          .map((lead) => ({ lead, priority: priority(lead, now) })),
      );
  }
  store.close();
}

function execute(store: EventStore, { tenant, lead: leadId, command }: CommandStep) {
  return store.write(tenant, { actor: 'a', correlation_id: 'c' }, async (log) => {
    const events = leadId === null ? [] : await log.readStream(leadId);
    const lead = events.reduce<Lead | null>(evolve, null);
    const decision = decide(lead, command, { now: log.now, ids: log.ids });
    if ('refusals' in decision) return;
    const ids = decision.events.reduce(idsAfter, log.ids);
    await log.append(leadId ?? log.ids.lead, lead?.version ?? 0, decision.events, ids);
  });
}

async function foldTenant(test: TestDatabase, store: EventStore, tenant: string): Promise<Lead[]> {
  return test.database.read(async (snapshot) => {
    const leads: Lead[] = [];
    for (let id = 1; ; id++) {
      const stream = await store.readStream(snapshot, tenant, id);
      const lead = stream.reduce<Lead | null>(evolve, null);
      if (lead === null) return leads;
      leads.push(lead);
    }
  });
}

async function listTenant(test: TestDatabase, tenant: string, archived: boolean, now: Date) {
  await settlePriorities(test.database, tenant, now);
  const { items } = await test.database.read((snapshot) =>
    listLeads(
      snapshot,
      tenant,
      {
        filter: {},
        archived,
        sort: { column: 'priority', descending: true },
        limit: 200,
        start: { offset: 0 },
      },
      now,
    ),
  );
  return items.map(({ lead, priorityAt }) => ({ lead, priority: priority(lead, priorityAt) }));
}
