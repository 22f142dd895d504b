import { Stats, TenantComparison } from '@leadlog/contracts/stats';
import { type Api, read, readProblem } from '../service/api.ts';
import { daysAgo, fullLead } from '../service/leads.ts';
import { expect, test } from '../service/test.ts';

const statsOf = async (api: Api) => read(await api.get('/stats'), Stats);
const compare = async (api: Api) => read(await api.get('/me/tenants'), TenantComparison).items;

test('a tenant without leads has figures of nothing', async ({ api }) => {
  const stats = await statsOf(api);
  expect(stats).toMatchObject({
    total: 0,
    by_status: { new: 0, qualified: 0, lost: 0 },
    average_priority: null,
    gone_quiet: 0,
  });
  expect(stats.by_priority_band).toEqual([
    { from: 0, to: 29, count: 0 },
    { from: 30, to: 59, count: 0 },
    { from: 60, to: 89, count: 0 },
    { from: 90, to: 119, count: 0 },
    { from: 120, to: 145, count: 0 },
  ]);
  expect(stats.by_week.every(({ created }) => created === 0)).toBe(true);
});

test('the figures follow each change at once', async ({ api }) => {
  const priorities = async () => {
    const { items } = await api.list();
    return items.map(({ priority }) => priority);
  };
  await api.createAll([
    fullLead(),
    { name: 'Quiet', last_activity_at: daysAgo(31) },
    { name: 'Steady', status: 'qualified', last_activity_at: daysAgo(29) },
    { name: 'Gone', status: 'lost' },
  ]);
  await api.changeStatus(1, 'qualified');
  await api.changeStatus(2, 'lost');
  await api.changeStatus(2, 'new');
  const all = await priorities();
  const stats = await statsOf(api);
  expect(all).toEqual([135, 60, 10, 0]);
  expect(stats).toMatchObject({
    total: 4,
    by_status: { new: 1, qualified: 2, lost: 1 },
    average_priority: 205 / 4,
    gone_quiet: 1,
  });
  expect(stats.by_priority_band.map(({ count }) => count)).toEqual([2, 0, 1, 0, 1]);
  const { week: _, ...thisWeek } = stats.by_week.at(-1)!;
  expect(thisWeek).toEqual({ created: 4, qualified: 2, lost: 2 });
});

test('an archived lead is in no figure until it is restored', async ({ api }) => {
  await api.createAll([fullLead(), { name: 'Beta', status: 'qualified' }]);
  const before = await statsOf(api);
  await api.post('/leads/2/archive');
  const archived = await statsOf(api);
  expect(archived).toMatchObject({ total: 1, by_status: { new: 1, qualified: 0, lost: 0 } });
  expect(archived.by_week.at(-1)).toMatchObject({ created: 1, qualified: 0 });
  await api.post('/leads/2/restore');
  expect(await statsOf(api)).toEqual(before);
});

test('weeks are the last 26, oldest first', async ({ api }) => {
  const weeks = (await statsOf(api)).by_week.map(({ week }) => week);
  expect(weeks).toHaveLength(26);
  expect(weeks.toSorted()).toEqual(weeks);
  expect(new Set(weeks).size).toBe(26);
});

test('the figures name the position that they show, and take no parameters', async ({ api }) => {
  await api.create({ name: 'A' });
  const { headers } = await api.get('/stats');
  expect(headers.get('X-Tenant-Position')).toBe('1');
  readProblem(await api.get('/stats?week=1'), 'validation');
  readProblem(await api.get('/stats', { 'X-Tenant-ID': '' }), 'invalid-tenant');
});

test('tenants are compared side by side, by name', async ({ api, otherApi }) => {
  await api.createAll([fullLead(), { name: 'Beta', status: 'lost' }]);
  await otherApi.create({ name: 'Theirs' });
  const items = await compare(api);
  expect(items).toEqual(
    expect.arrayContaining([
      {
        tenant_id: api.tenant,
        total: 2,
        by_status: { new: 1, qualified: 0, lost: 1 },
        average_priority: 95 / 2,
      },
      {
        tenant_id: otherApi.tenant,
        total: 1,
        by_status: { new: 1, qualified: 0, lost: 0 },
        average_priority: 10,
      },
    ]),
  );
  const names = items.map(({ tenant_id }) => tenant_id);
  expect(names.toSorted()).toEqual(names);
});

test('the comparison needs no tenant', async ({ service }) => {
  const response = await fetch(`${service.url}/me/tenants`);
  expect(response.status).toBe(200);
  expect(response.headers.get('Cache-Control')).toContain('no-store');
});
