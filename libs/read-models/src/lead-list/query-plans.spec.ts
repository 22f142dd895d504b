import type { Reading } from '@leadlog/database/database';
import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import type { NewLead } from '@leadlog/domain/decide';
import type { EventStore } from '@leadlog/event-store/event-store';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import { CompiledQuery } from 'kysely';
import { readTenantStats } from '../tenant-stats/tenant-stats';
import { leadListProjection } from './lead-list-projection';
import { listRenderedLeads } from './list-leads';
import type { LeadFilter, ListQuery, SortColumn } from './list-query';
import { execute } from './test-commands';
import { firstPage } from './test-first-page';
import { recording } from './test-recording';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const DAY_MS = 24 * 60 * 60 * 1000;

const lead: NewLead = {
  name: 'Müller GmbH',
  domain: 'mueller.example',
  status: 'new',
  employee_count: 10,
  industry: 'tech',
  last_activity_at: NOW.toISOString(),
  owner: 'mara',
  primary_contact: { first_name: 'Ada', last_name: null, phone: null, emails: [] },
};

const firstTwo: ListQuery = { ...firstPage, limit: 2 };

const INDEX_OF = {
  priority: 'leads_by_priority',
  name: 'leads_by_name',
  created_at: 'leads_by_creation',
  updated_at: 'leads_by_update',
  last_activity_at: 'leads_by_activity',
} as const satisfies Record<SortColumn, string>;

const FILTERS: [LeadFilter, string][] = [
  [{ status: 'new' }, 'leads_by_status'],
  [{ industry: 'tech' }, 'leads_by_industry'],
  [{ industry: 'tech', status: 'new' }, 'leads_by_industry'],
  [{ owner: 'mara' }, 'leads_by_owner'],
  [{ owner: 'mara', status: 'new' }, 'leads_by_owner'],
  [{ min_priority: 5 }, 'leads_by_priority'],
  [{ q: 'm' }, 'leads_by_priority'],
  [{ q: 'm', status: 'new' }, 'leads_by_status'],
  [{ q: 'müll' }, 'lead_search'],
  [{ q: 'mü', status: 'new', industry: 'tech', min_priority: 5 }, 'lead_search'],
  [{ contact: 'ad' }, 'leads_by_priority'],
  [{ contact: 'ad', status: 'new' }, 'leads_by_status'],
  [{ contact: 'ada' }, 'contact_search'],
  [{ contact: 'ada', status: 'new', min_priority: 5 }, 'contact_search'],
  [{ contact: 'ada', q: 'müll' }, 'contact_search'],
];

/** Plans do not depend on how many leads there are, as SQLite is given no statistics. */
describe.each(testEngines.filter(({ name }) => name === 'SQLite'))(
  'the plans of queries on $name',
  ({ openTestDatabase }) => {
    let test: TestDatabase;
    let store: EventStore;

    beforeAll(async () => {
      test = await openTestDatabase();
      store = await openTestStore(test, new TestClock(NOW), [leadListProjection()]);
      for (let count = 0; count < 6; count++)
        await execute(store, { tenant: 'acme', lead: null, command: { type: 'CreateLead', lead } });
    });
    afterAll(async () => {
      store.close();
      await test.discard();
    });

    /** Every step of every query that `read` makes, and that has `part` in it. */
    const plansOf = (read: (snapshot: Reading) => Promise<unknown>, part = '') =>
      test.database.read('acme', async (snapshot) => {
        const queries: CompiledQuery[] = [];
        await read(recording(snapshot, queries));
        const steps: string[] = [];
        for (const { sql, parameters } of queries.filter((query) => query.sql.includes(part))) {
          const plan = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
          const { rows } = await snapshot.executeQuery<{ detail: string }>(plan);
          steps.push(...rows.map(({ detail }) => detail));
        }
        return steps;
      });
    const planOf = (query: Partial<ListQuery>, now = NOW, part?: string) =>
      plansOf(
        (snapshot) => listRenderedLeads(snapshot, 'acme', { ...firstTwo, ...query }, now),
        part,
      );

    const sorts = Object.keys(INDEX_OF) as SortColumn[];
    const pages = sorts.flatMap((column) =>
      [true, false].flatMap((descending) => [
        { column, descending, start: { offset: 0 } },
        {
          column,
          descending,
          start: { after: { value: column === 'priority' ? 50 : 'm', id: 3 } },
        },
      ]),
    );

    it.each(pages)('go along one index by $column, descending: $descending', async (page) => {
      const { column, descending, start } = page;
      const steps = await planOf({ sort: { column, descending }, start });
      expect(steps.filter(isWalkOfTable)).toEqual([]);
      expect(steps).toContainEqual(expect.stringContaining(`COVERING INDEX ${INDEX_OF[column]} (`));
      expect(steps).not.toContain('USE TEMP B-TREE FOR ORDER BY');
    });

    it.each(FILTERS)('find %j in the order of priority by %s', async (filter, index) => {
      const steps = await planOf({ filter });
      expect(steps.filter(isWalkOfTable)).toEqual([]);
      expect(steps).toContainEqual(expect.stringContaining(index));
    });

    it.each(FILTERS)('go through no table for %j, in any order', async (filter) => {
      for (const { column, descending, start } of pages)
        for (const now of [NOW, new Date(+NOW + 8 * DAY_MS)]) {
          const steps = await planOf({ filter, sort: { column, descending }, start }, now);
          expect(steps.filter(isWalkOfTable)).toEqual([]);
        }
    });

    const backwards = sorts.map((column) => ({ column, descending: column !== 'priority' }));

    it.each(backwards)('sort nothing to pass over leads by $column', async (sort) => {
      for (const filter of [{}, { status: 'new' }] as const) {
        const steps = await planOf({ sort, filter, start: { offset: 2 } }, NOW, ' as place');
        const index = filter.status && sort.column === 'priority' ? 'leads_by_status' : null;
        const along = `COVERING INDEX ${index ?? INDEX_OF[sort.column]} (`;
        const leads = steps.filter((step) => / leads\b/.test(step));
        expect(leads).toEqual([expect.stringContaining(along), expect.stringMatching(/ id>\?/i)]);
        expect(leads[1]).toContain(along);
        expect(steps.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
      }
    });

    it('merge what is due from an index of its own', async () => {
      const steps = await planOf({}, new Date(+NOW + 8 * DAY_MS));
      expect(steps.filter(isWalkOfTable)).toEqual([]);
      expect(steps).toContain('MERGE (UNION ALL)');
      expect(steps).toContainEqual(expect.stringContaining('COVERING INDEX leads_by_decay ('));
    });

    // As the database itself looks for them where a contact is deleted, and as they are verified.
    it.each([1, 5, 200])(
      "find the e-mails of %i contacts by their contacts' keys",
      async (contacts) => {
        const ids = Array.from({ length: contacts }, (_, index) => index + 1);
        const steps = await plansOf((snapshot) =>
          snapshot.executeQuery(
            snapshot
              .selectFrom('contact_emails')
              .select(['contact_id', 'value'])
              .where('tenant_id', '=', 'acme')
              .where('contact_id', 'in', ids)
              .orderBy('place'),
          ),
        );
        expect(steps).toContain(
          'SEARCH contact_emails USING PRIMARY KEY (tenant_id=? AND contact_id=?)',
        );
      },
    );

    it('count no leads for the statistics', async () => {
      const steps = await plansOf((snapshot) => readTenantStats(snapshot, 'acme', NOW));
      expect(steps.filter(isWalkOfTable)).toEqual([]);
      expect(steps.filter((step) => / leads\b/.test(step))).toEqual([
        expect.stringContaining('COVERING INDEX leads_by_decay ('),
      ]);
    });
  },
);

/**
 * A scan of anything but the page itself and the search index, which is only told to be scanned; or
 * a search that goes through all leads of the tenant.
 */
function isWalkOfTable(step: string): boolean {
  return (
    /^SCAN (?!page\b|(?:lead|contact)_search VIRTUAL TABLE|\(subquery|CONSTANT)/.test(step) ||
    /^SEARCH leads .*\(tenant_id=\?\)/.test(step)
  );
}
