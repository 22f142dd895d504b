import type { Reading } from '@leadlog/database/database';
import { openTestPostgres, type TestDatabase } from '@leadlog/database/test-engines';
import { CompiledQuery, sql } from 'kysely';
import { readTenantStats } from '../tenant-stats/tenant-stats';
import { listRenderedLeads } from './list-leads';
import type { LeadFilter, ListQuery, SortColumn } from './list-query';
import { firstPage } from './test-first-page';
import { recording } from './test-recording';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const NEXT_WEEK = new Date('2026-11-30T10:00:00.000Z');
/** So many that a walk through a tenant costs more than any way by an index. */
const LEADS = 5000;

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
  [{ owner: 'owner3' }, 'leads_by_owner'],
  [{ min_priority: 5 }, 'leads_by_priority'],
  [{ q: 'm' }, 'leads_by_priority'],
  [{ q: 'company 77' }, 'leads_by_text'],
  [{ q: 'company 77', status: 'new', industry: 'tech', min_priority: 5 }, 'leads_by_text'],
  [{ contact: 'person 77' }, 'contacts_by_text'],
  [{ contact: 'p77@' }, 'contact_emails_by_text'],
];

describe('the plans of queries on PostgreSQL', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await openTestPostgres();
    await test.tamper(async (transaction) => {
      for (const tenant of ['acme', 'other'])
        for (const statement of fillings(tenant)) await statement.execute(transaction);
    });
    // Sorts what is new into the indexes over texts, as the server does by itself in time.
    await test.database.scrub();
    await test.database.define(async (transaction) => {
      await sql`analyze leads, contacts, contact_emails`.execute(transaction);
    });
  });
  afterAll(() => test.discard());

  /** Every step of every query that `read` makes. */
  const plansOf = (read: (snapshot: Reading) => Promise<unknown>) =>
    test.database.read('acme', async (snapshot) => {
      const queries: CompiledQuery[] = [];
      await read(recording(snapshot, queries));
      const steps: string[] = [];
      for (const query of queries) {
        const plan = CompiledQuery.raw(`explain ${query.sql}`, [...query.parameters]);
        const { rows } = await snapshot.executeQuery<{ 'QUERY PLAN': string }>(plan);
        steps.push(...rows.map((row) => row['QUERY PLAN']));
      }
      return steps;
    });
  const planOf = (query: Partial<ListQuery>, now = NOW) =>
    plansOf((snapshot) => listRenderedLeads(snapshot, 'acme', { ...firstPage, ...query }, now));

  const sorts = Object.keys(INDEX_OF) as SortColumn[];
  const pages = sorts.flatMap((column) =>
    [true, false].flatMap((descending) => [
      { column, descending, start: { offset: 0 } },
      { column, descending, start: { after: { value: column === 'priority' ? 50 : 'm', id: 3 } } },
    ]),
  );

  it.each(pages)('go along one index by $column, descending: $descending', async (page) => {
    const { column, descending, start } = page;
    const steps = await planOf({ sort: { column, descending }, start });
    expect(steps.filter(isWalkOfTable)).toEqual([]);
    expect(steps).toContainEqual(expect.stringContaining(`using ${INDEX_OF[column]} on leads`));
  });

  it.each(FILTERS)('find %j by %s, now and when much is due', async (filter, index) => {
    for (const now of [NOW, NEXT_WEEK]) {
      const steps = await planOf({ filter }, now);
      expect(steps.filter(isWalkOfTable)).toEqual([]);
      expect(steps).toContainEqual(expect.stringContaining(index));
    }
  });

  it('walk to what many have, in the order of the list', async () => {
    for (const filter of [{ q: 'company' }, { contact: 'person' }]) {
      const steps = await planOf({ filter });
      expect(steps).toContainEqual(expect.stringContaining('using leads_by_priority on leads'));
      expect(steps.filter((step) => /Seq Scan on leads/.test(step))).toEqual([]);
    }
  });

  it('count no leads for the statistics', async () => {
    const steps = await plansOf((snapshot) => readTenantStats(snapshot, 'acme', NOW));
    expect(steps.filter(isWalkOfTable)).toEqual([]);
  });
});

function isWalkOfTable(step: string): boolean {
  return /Seq Scan on (leads|contacts|contact_emails|events)\b/.test(step);
}

/** Leads and contacts of a tenant, of which each fourth falls within a week. */
function fillings(tenant: string) {
  const numbers = sql`generate_series(1, ${sql.lit(LEADS)}) as number`;
  return [
    sql`
      insert into leads (tenant_id, id, name, name_folded, domain, domain_folded, letters, status,
        industry, last_activity_at, owner, archived, priority, activity_points, decays_at,
        primary_contact_id, created_at, updated_at, version)
      select ${tenant}, number, 'Company ' || number, 'company ' || number, 'c' || number, 'c' || number,
        number, (array['new', 'qualified', 'lost'])[1 + number % 3],
        (array['tech', 'finance', 'health', 'retail'])[1 + number % 4],
        case when number % 4 = 0 then '2026-11-18T10:00:00.000Z' end, 'owner' || number % 20, 0,
        number % 100, case when number % 4 = 0 then 20 else 0 end,
        case when number % 4 = 0 then '2026-11-25T10:00:00.000Z' end, number,
        to_char(number, 'FM000000'), to_char(number, 'FM000000'), 1
      from ${numbers}`,
    sql`
      insert into contacts (tenant_id, id, lead_id, name_folded)
      select ${tenant}, number, number, 'person ' || number from ${numbers}`,
    sql`
      insert into contact_emails (tenant_id, id, contact_id, place, value, value_folded, is_primary)
      select ${tenant}, number, number, 0, 'p' || number || '@x.example', 'p' || number || '@x.example', 1
      from ${numbers}`,
    sql`
      insert into lead_totals (tenant_id, archived, status, leads, priorities, quiet)
      select tenant_id, archived, status, count(*), sum(priority), 0 from leads
      where tenant_id = ${tenant} group by 1, 2, 3`,
    sql`
      insert into lead_counts (tenant_id, archived, status, industry, priority, leads)
      select tenant_id, archived, status, industry, priority, count(*) from leads
      where tenant_id = ${tenant} group by 1, 2, 3, 4, 5`,
  ];
}
