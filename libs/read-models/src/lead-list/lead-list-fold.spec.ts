import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import { evolve, type Lead } from '@leadlog/domain/lead';
import { priority } from '@leadlog/domain/priority';
import type { EventStore } from '@leadlog/event-store/event-store';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import fc from 'fast-check';
import { leadListProjection } from './lead-list-projection';
import { listLeads } from './list-leads';
import { settlePriorities } from './settle-priorities';
import { anyChange, anyCreation, execute, HOUR_MS, START, type CommandStep } from './test-commands';

const TENANTS = ['acme', 'other'] as const;

type Step = CommandStep | { hours: number };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    tenant: fc.constantFrom(...TENANTS),
    lead: fc.constant(null),
    command: anyCreation,
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
    if ('hours' in step) clock.advance(step.hours * HOUR_MS);
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

async function foldTenant(test: TestDatabase, store: EventStore, tenant: string): Promise<Lead[]> {
  return test.database.read(tenant, async (snapshot) => {
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
  const { items } = await test.database.read(tenant, (snapshot) =>
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
