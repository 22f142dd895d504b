import { LogPage } from '@leadlog/contracts/log';
import type { Api } from '../service/api.ts';
import { parametersOf, positionOf, read, readProblem } from '../service/api.ts';
import { fullLead } from '../service/leads.ts';
import { expect, test } from '../service/test.ts';

const page = async (api: Api, query: LogFilter = {}) =>
  read(await api.get(`/history?${new URLSearchParams(strings(query))}`), LogPage);
type LogFilter = Record<string, string | number>;
const strings = (query: LogFilter) =>
  Object.entries(query).map(([name, value]) => [name, String(value)]);
const positions = async (api: Api, query: LogFilter = {}) =>
  (await page(api, query)).items.map(({ position }) => position);

/** Two leads in turn: 1 and 2 are created, then 1, 2, 1 change their status. */
async function fill(api: Api) {
  await api.create(fullLead(), { 'X-Actor': 'mara' });
  await api.create({ name: 'Beta' }, { 'X-Actor': 'jens' });
  await api.changeStatus(1, 'qualified', { 'X-Actor': 'jens' });
  await api.changeStatus(2, 'lost', { 'X-Actor': 'mara' });
  await api.changeStatus(1, 'lost', { 'X-Actor': 'mara' });
}

test('tells everything that happened, as the histories of the leads tell it', async ({ api }) => {
  await fill(api);
  const histories = [...(await api.history(1)), ...(await api.history(2))];
  const { items, next_after } = await page(api);
  expect(items).toEqual(histories.sort((left, right) => left.position - right.position));
  expect(next_after).toBeNull();
  expect(items.map(({ priority }) => priority)).toEqual([
    { before: null, after: 95 },
    { before: null, after: 10 },
    { before: 95, after: 135 },
    { before: 10, after: 0 },
    { before: 135, after: 85 },
  ]);
  expect(positionOf(await api.get('/history'))).toBe(5);
});

test('is empty before the first event', async ({ api }) => {
  expect(await page(api)).toEqual({ items: [], next_after: null });
});

test('a page in the middle knows what its leads were before', async ({ api }) => {
  await fill(api);
  const whole = await page(api);
  for (let after = 0; after < 5; after += 1)
    expect(await page(api, { after, limit: 1 })).toEqual({
      items: [whole.items[after]],
      next_after: after === 4 ? null : after + 1,
    });
});

test('is walked by next_after to its end, each event once', async ({ api }) => {
  await fill(api);
  const seen: number[] = [];
  for (let after: number | null = 0; after !== null;) {
    const { items, next_after }: LogPage = await page(api, { after, limit: 2 });
    seen.push(...items.map(({ position }) => position));
    after = next_after;
  }
  expect(seen).toEqual([1, 2, 3, 4, 5]);
});

for (const [query, expected] of [
  [{ lead_id: 1 }, [1, 3, 5]],
  [{ lead_id: 3 }, []],
  [{ type: 'StatusChanged' }, [3, 4, 5]],
  [{ type: 'PersonalDataErased' }, []],
  [{ actor: 'mara' }, [1, 4, 5]],
  [{ actor: 'Mara' }, []],
  [{ actor: 'mar' }, []],
  [{ limit: 500 }, [1, 2, 3, 4, 5]],
  [{ after: 3 }, [4, 5]],
  [{ after: 5 }, []],
  [{ after: 99 }, []],
  [{ lead_id: 1, type: 'StatusChanged', actor: 'mara' }, [5]],
  [{ lead_id: 1, after: 1, limit: 1 }, [3]],
  [{ from: '2020-01-01T00:00:00Z', to: '2020-12-31T00:00:00Z' }, []],
] as const)
  test(`filters by ${JSON.stringify(query)}`, async ({ api }) => {
    await fill(api);
    expect(await positions(api, query)).toEqual(expected);
  });

test('next_after is null where the last match is on the page', async ({ api }) => {
  await fill(api);
  expect((await page(api, { type: 'LeadCreated', limit: 2 })).next_after).toBeNull();
  expect((await page(api, { type: 'LeadCreated', limit: 1 })).next_after).toBe(1);
});

test('from and to include their moments, given with any offset', async ({ api }) => {
  await fill(api);
  const { items } = await page(api);
  const between = (from: string, to: string) =>
    items.filter(({ recorded_at }) => from <= recorded_at && recorded_at <= to);
  for (const { recorded_at: from } of items)
    for (const { recorded_at: to } of items)
      expect((await page(api, { from, to })).items).toEqual(between(from, to));
  const first = items[0]!.recorded_at;
  const offset = new Date(Date.parse(first) + 7_200_000).toISOString().replace('Z', '+02:00');
  expect(await page(api, { to: offset })).toEqual(await page(api, { to: first }));
});

test('shows an erased person as erased', async ({ api }) => {
  await api.create(fullLead());
  await api.post('/leads/1/erasure');
  const answer = await api.get('/history');
  expect(answer.text).not.toMatch(/lovelace|@acme|1234567/i);
  const { items } = read(answer, LogPage);
  const gone = { id: 1, erased: true };
  expect(items[0]?.changes).toContainEqual({ field: 'primary_contact', from: null, to: gone });
  expect(items[1]?.changes).toEqual([{ field: 'primary_contact', from: gone, to: null }]);
});

test('is the own tenant’s alone, whatever is asked for', async ({ api, otherApi }) => {
  await fill(api);
  await otherApi.create({ name: 'Theirs' }, { 'X-Actor': 'theirs' });
  const theirs: LogFilter[] = [{}, { lead_id: 1 }, { type: 'LeadCreated' }, { actor: 'theirs' }];
  const ours: LogFilter[] = [{ lead_id: 2 }, { actor: 'mara' }, { after: 1 }];
  for (const query of theirs)
    expect((await page(otherApi, query)).items).toMatchObject([{ position: 1, actor: 'theirs' }]);
  for (const query of ours)
    expect(await page(otherApi, query)).toEqual({ items: [], next_after: null });
});

for (const [query, parameter] of [
  ['limit=501', 'limit'],
  ['limit=0', 'limit'],
  ['after=-1', 'after'],
  ['lead_id=0', 'lead_id'],
  ['lead_id=x', 'lead_id'],
  ['type=LeadMoved', 'type'],
  ['from=yesterday', 'from'],
  ['to=2026-13-01T00:00:00Z', 'to'],
  ['offset=1', 'offset'],
  ['actor=a&actor=b', 'actor'],
] as const)
  test(`refuses ?${query}`, async ({ api }) => {
    expect(parametersOf(await api.get(`/history?${query}`))).toEqual([parameter]);
  });

test('needs a tenant, and is only read', async ({ api }) => {
  for (const path of ['', '/verification', '/checkpoint', '/keys', '/export?format=csv']) {
    readProblem(await api.get(`/history${path}`, { 'X-Tenant-ID': '' }), 'invalid-tenant');
    readProblem(await api.call('DELETE', `/history${path}`), 'method-not-allowed');
  }
});
