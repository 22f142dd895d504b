import { LeadHistory } from '@leadlog/contracts/history';
import { parametersOf, read } from '../service/api.ts';
import { fullLead } from '../service/leads.ts';
import { expect, test } from '../service/test.ts';

test('tells what happened to a lead, oldest first', async ({ api }) => {
  const created = await api.create(fullLead(), { 'X-Actor': 'mara' });
  const changed = await api.changeStatus(1, 'qualified', { 'X-Actor': 'jens' });
  const { items, total } = read(await api.get('/leads/1/history'), LeadHistory);
  expect(total).toBe(2);
  expect(items[0]).toMatchObject({
    position: 1,
    lead_id: 1,
    version: 1,
    type: 'LeadCreated',
    schema_version: 1,
    recorded_at: created.created_at,
    actor: 'mara',
    priority: { before: null, after: 95 },
  });
  expect(items[1]).toMatchObject({
    position: 2,
    lead_id: 1,
    version: 2,
    type: 'StatusChanged',
    schema_version: 1,
    recorded_at: changed.updated_at,
    actor: 'jens',
    data: { from: 'new', to: 'qualified' },
    changes: [{ field: 'status', from: 'new', to: 'qualified' }],
    priority: { before: 95, after: 135 },
  });
});

test('positions count in the tenant, versions in the lead', async ({ api }) => {
  await api.createAll([{ name: 'A' }, { name: 'B' }]);
  await api.changeStatus(2, 'lost');
  await api.changeStatus(1, 'lost');
  await api.changeStatus(2, 'new');
  const places = (await api.history(2)).map(({ position, version }) => [position, version]);
  expect(places).toEqual([
    [2, 1],
    [3, 2],
    [5, 3],
  ]);
});

test('every entry has a hash of its own, in each tenant another', async ({ api, otherApi }) => {
  for (const one of [api, otherApi]) {
    await one.create({ name: 'A' });
    await one.changeStatus(1, 'lost');
  }
  const entries = [...(await api.history(1)), ...(await otherApi.history(1))];
  expect(new Set(entries.map(({ hash }) => hash)).size).toBe(4);
  expect(await api.history(1), 'the past does not change').toEqual(entries.slice(0, 2));
});

test('is read in parts by after and limit', async ({ api }) => {
  await api.createAll([{ name: 'A' }, { name: 'B' }]);
  for (const status of ['lost', 'new', 'qualified'] as const) await api.changeStatus(1, status);
  const positions = async (query: Record<string, number>) =>
    (await api.history(1, query)).map(({ position }) => position);
  expect(await positions({})).toEqual([1, 3, 4, 5]);
  expect(await positions({ limit: 500 })).toEqual([1, 3, 4, 5]);
  expect(await positions({ limit: 2 })).toEqual([1, 3]);
  expect(await positions({ after: 3 })).toEqual([4, 5]);
  expect(await positions({ after: 1, limit: 1 })).toEqual([3]);
  expect(await positions({ after: 5 })).toEqual([]);
});

for (const [query, parameter] of [
  ['limit=501', 'limit'],
  ['limit=0', 'limit'],
  ['after=-1', 'after'],
  ['after=x', 'after'],
  ['offset=1', 'offset'],
] as const)
  test(`refuses ?${query}`, async ({ api }) => {
    await api.create({ name: 'A' });
    expect(parametersOf(await api.get(`/leads/1/history?${query}`))).toEqual([parameter]);
  });
