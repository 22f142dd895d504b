import type { LeadRead } from '@leadlog/contracts/lead';
import { type Sort, SORTS } from '@leadlog/contracts/lead-list';
import { fold } from '@leadlog/domain/folding';
import type { Api } from '../service/api.ts';
import { daysAgo, fullLead } from '../service/leads.ts';
import { expect, test } from '../service/test.ts';

/** Leads with ties, absent values, both cases, and code points beyond 16 bits. */
const VARIED = [
  { name: 'zeta', employee_count: 300 },
  { name: 'Ärger', last_activity_at: daysAgo(3) },
  { name: 'alpha', status: 'qualified' },
  { name: 'Alpha', status: 'qualified', last_activity_at: daysAgo(40) },
  { name: '～ Welle', status: 'lost' },
  { name: '𝐀 Mathe', last_activity_at: daysAgo(10) },
  { name: 'ALPHA', domain: 'alpha.example' },
  { name: 'beta', domain: 'beta.example' },
] as const;

const byCodePoints = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

function compare(a: LeadRead, b: LeadRead, sort: Sort): number {
  const field = sort.replace('-', '') as 'name' | 'priority';
  const [x, y] = [a[field], b[field]];
  const sign = sort.startsWith('-') ? -1 : 1;
  if (x === null || y === null) return x === y ? a.id - b.id : x === null ? 1 : -1;
  const order =
    typeof x === 'number' ? x - Number(y) : byCodePoints(fold(String(x)), fold(String(y)));
  return order === 0 ? a.id - b.id : sign * order;
}

const idsOf = (leads: LeadRead[]) => leads.map(({ id }) => id);

test('lists by priority, then by id', async ({ api }) => {
  const leads = await api.createAll([
    { name: 'A' },
    { name: 'B', status: 'qualified' },
    { name: 'C' },
    { name: 'D', status: 'lost' },
    { name: 'E', status: 'qualified', industry: 'tech' },
  ]);
  const { items, total, next_cursor } = await api.list();
  expect(items.map(({ name }) => name)).toEqual(['E', 'B', 'A', 'C', 'D']);
  expect(items).toEqual([4, 1, 0, 2, 3].map((index) => leads[index]));
  expect({ total, next_cursor }).toEqual({ total: 5, next_cursor: null });
});

test('a tenant without leads has an empty list', async ({ api }) => {
  expect(await api.list()).toEqual({ items: [], total: 0, next_cursor: null });
});

for (const sort of SORTS)
  test(`sorts by ${sort}`, async ({ api }) => {
    const leads = await api.createAll([...VARIED]);
    await api.changeStatus(3, 'new');
    const { items } = await api.list({ sort });
    const expected = await Promise.all(leads.map(({ id }) => api.lead(id)));
    expected.sort((a, b) => compare(a, b, sort));
    expect(idsOf(items)).toEqual(idsOf(expected));
  });

/** All pages from the first to the one without a successor. */
async function walk(api: Api, query: Record<string, string | number>): Promise<LeadRead[]> {
  const items: LeadRead[] = [];
  let cursor: string | null = null;
  do {
    const page = await api.list(cursor === null ? query : { ...query, cursor });
    items.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null && items.length <= 100);
  return items;
}

for (const sort of SORTS)
  test(`cursors give each lead once, sorted by ${sort}`, async ({ api }) => {
    await api.createAll([...VARIED]);
    const { items } = await api.list({ sort });
    for (const limit of [1, 3, 4]) expect(await walk(api, { sort, limit })).toEqual(items);
  });

test('cursors keep to the filter', async ({ api }) => {
  await api.createAll([...VARIED]);
  const names = (await walk(api, { status: 'new', q: 'a', limit: 2 })).map(({ name }) => name);
  expect(names.sort()).toEqual(['ALPHA', 'beta', 'zeta', '𝐀 Mathe'].sort());
});

test('a lead that is added meanwhile neither repeats nor hides others', async ({ api }) => {
  await api.createAll([...VARIED]);
  const before = idsOf((await api.list()).items);
  const first = await api.list({ limit: 3 });
  await api.create({ name: 'Top', status: 'qualified', industry: 'tech', employee_count: 500 });
  const rest = await walk(api, { limit: 3, cursor: String(first.next_cursor) });
  expect(idsOf([...first.items, ...rest])).toEqual(before);
});

test('limit and offset cut a page out of the list', async ({ api }) => {
  await api.createAll(Array.from({ length: 25 }, (_, n) => ({ name: `Lead ${n + 1}` })));
  const whole = await api.list({ limit: 200 });
  expect(idsOf(whole.items)).toEqual(Array.from({ length: 25 }, (_, n) => n + 1));

  const byDefault = await api.list();
  expect(byDefault.items).toHaveLength(20);
  expect(byDefault.next_cursor).not.toBeNull();

  const page = await api.list({ limit: 7, offset: 7 });
  expect(page.items).toEqual(whole.items.slice(7, 14));
  expect(page.total).toBe(25);

  expect(idsOf((await api.list({ offset: 24 })).items)).toEqual([25]);
  expect(await api.list({ offset: 25 })).toMatchObject({ items: [], total: 25 });
});

test('filters by status, with the exact total', async ({ api }) => {
  await api.createAll([...VARIED]);
  expect((await api.list({ status: 'new' })).total).toBe(5);
  expect((await api.list({ status: 'qualified' })).total).toBe(2);
  const lost = await api.list({ status: 'lost' });
  expect(lost.total).toBe(1);
  expect(lost.items.map(({ name }) => name)).toEqual(['～ Welle']);

  await api.changeStatus(1, 'lost');
  expect((await api.list({ status: 'new' })).total).toBe(4);
  expect((await api.list({ status: 'lost', limit: 1 })).total).toBe(2);
});

test('an empty parameter counts as absent', async ({ api }) => {
  await api.createAll([...VARIED]);
  const empty = { q: '', status: '', limit: '', offset: '', sort: '', cursor: '' };
  expect(await api.list(empty)).toEqual(await api.list());
});

test('a lead shows the status that it has been given just now', async ({ api }) => {
  await api.createAll([{ name: 'A' }, { name: 'B' }]);
  const changed = await api.changeStatus(2, 'qualified');
  expect((await api.list()).items[0]).toEqual(changed);
});

test('no tenant sees the leads of another', async ({ api, otherApi }) => {
  await otherApi.createAll([...VARIED]);
  await api.create({ name: 'Mine' });
  expect(await api.names({})).toEqual(['Mine']);
  expect(await api.list({ q: 'alpha' })).toMatchObject({ items: [], total: 0 });
});

test('a lead looks the same in the list as alone', async ({ api }) => {
  await api.createAll([
    fullLead(),
    {
      ...fullLead(),
      name: 'Quote " \\ / \u2028 🚀 東京',
      domain: null,
      status: 'lost',
      industry: null,
    },
    { ...fullLead(), last_activity_at: daysAgo(8), primary_contact: { first_name: 'O"Hara' } },
    { ...fullLead(), last_activity_at: daysAgo(31), employee_count: null, owner: 'Zoë "Z"' },
    { name: 'Bare' },
  ]);
  await api.post('/leads/1/erasure');
  await api.post('/leads/2/archive');
  for (const archived of ['true', 'false'])
    for (const lead of (await api.list({ archived })).items)
      expect(lead).toEqual(await api.lead(lead.id));
});
