import type { Reading } from '@leadlog/database/database';
import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import type { NewLead } from '@leadlog/domain/decide';
import type { EventStore } from '@leadlog/event-store/event-store';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import { findDuplicates } from './lead-list/find-duplicates';
import { leadListProjection } from './lead-list/lead-list-projection';
import { listRenderedLeads } from './lead-list/list-leads';
import type { LeadFilter } from './lead-list/list-query';
import { readListedLead } from './lead-list/read-listed-lead';
import { execute } from './lead-list/test-commands';
import { firstPage } from './lead-list/test-first-page';
import { readTenantStats } from './tenant-stats/tenant-stats';
import { withoutTenant } from './test-without-tenant';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const FILTERS: LeadFilter[] = [
  {},
  { q: 'müller' },
  { q: 'ül' },
  { q: 'm' },
  { status: 'new' },
  { industry: 'tech' },
  { min_priority: 10 },
  { owner: 'mara' },
  { contact: 'ada@' },
];

type Query = (reading: Reading, store: EventStore) => Promise<unknown>;

/** What the service asks of a tenant, by the name of it. */
const QUERIES: Record<string, Query> = {
  ...Object.fromEntries(
    FILTERS.map((filter): [string, Query] => [
      `the list with ${JSON.stringify(filter)}`,
      (reading) => listRenderedLeads(reading, 'acme', { ...firstPage, filter }, NOW),
    ]),
  ),
  'the list by name': (reading) =>
    listRenderedLeads(
      reading,
      'acme',
      { ...firstPage, sort: { column: 'name', descending: false } },
      NOW,
    ),
  'a lead': (reading) => readListedLead(reading, 'acme', 1, NOW),
  'the figures': (reading) => readTenantStats(reading, 'acme', NOW),
  'leads that may be the same': (reading) =>
    findDuplicates(
      reading,
      'acme',
      { name: 'Müller', domain: 'm.example', emails: ['ada@m.example'] },
      NOW,
    ),
  'a history': (reading, store) => store.readStream(reading, 'acme', 1),
  'the log': (reading, store) => store.readAfter(reading, 'acme', 0, 100),
  'the end of the log': (reading, store) => store.position(reading, 'acme'),
};

/** Two tenants with as good as the same lead, and the second with one more. */
async function openTwoTenants({ openTestDatabase }: (typeof testEngines)[number]) {
  const test = await openTestDatabase();
  const store = await openTestStore(test, new TestClock(NOW), [leadListProjection()]);
  for (const tenant of ['other', 'acme', 'other'])
    await execute(store, { tenant, lead: null, command: { type: 'CreateLead', lead: newLead } });
  return { test, store };
}

const newLead: NewLead = {
  ...{ name: 'Müller', domain: 'm.example', status: 'new', employee_count: 100 },
  ...{ industry: 'tech', last_activity_at: null, owner: 'mara' },
  primary_contact: {
    ...{ first_name: 'Ada', last_name: null, phone: null },
    emails: [{ value: 'ada@m.example', is_primary: true }],
  },
};

describe.each(testEngines)('a query that has forgotten its tenant on $name', (engine) => {
  let test: TestDatabase;
  let store: EventStore;
  beforeAll(async () => ({ test, store } = await openTwoTenants(engine)));
  afterAll(async () => {
    store.close();
    await test.discard();
  });

  const answers = (query: Query) =>
    test.database.read('acme', async (reading) => ({
      asked: await query(reading, store),
      forgotten: await query(withoutTenant(reading), store),
    }));

  if (engine.name === 'PostgreSQL')
    it.each(Object.entries(QUERIES))(
      'is answered by its own tenant alone: %s',
      async (_, query) => {
        const { asked, forgotten } = await answers(query);
        expect(forgotten).toEqual(asked);
      },
    );
  else
    it.each(['the list with {}', 'the figures', 'leads that may be the same'])(
      'has only itself to rely on, so that forgetting shows: %s',
      async (name) => {
        const { asked, forgotten } = await answers(QUERIES[name]!);
        expect(forgotten).not.toEqual(asked);
      },
    );
});
