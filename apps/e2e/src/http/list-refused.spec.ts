import { parametersOf } from '../service/api.ts';
import { expect, test } from '../service/test.ts';

const refused: [query: string, ...parameters: string[]][] = [
  ['limit=0', 'limit'],
  ['limit=201', 'limit'],
  ['limit=-1', 'limit'],
  ['limit=%2B5', 'limit'],
  ['limit=1e1', 'limit'],
  ['limit=1.5', 'limit'],
  ['limit=0x10', 'limit'],
  ['limit=ten', 'limit'],
  ['limit=99999999999999999999', 'limit'],
  ['limit=1&limit=2', 'limit'],
  ['offset=-1', 'offset'],
  ['offset=one', 'offset'],
  ['sort=size', 'sort'],
  ['sort=%2Bname', 'sort'],
  ['status=open', 'status'],
  ['status=NEW', 'status'],
  ['status=new&status=lost', 'status'],
  ['q=a%00b', 'q'],
  ['cursor=nonsense', 'cursor'],
  ['colour=red', 'colour'],
  ['q[a]=b', 'q[a]'],
  ['limit=0&status=open&colour=red', 'colour', 'limit', 'status'],
];

for (const [query, ...parameters] of refused)
  test(`refuses ?${query}`, async ({ api }) => {
    expect(parametersOf(await api.get(`/leads?${query}`))).toEqual(parameters);
  });

test('refuses an offset together with a cursor', async ({ api }) => {
  await api.createAll([{ name: 'A' }, { name: 'B' }]);
  const { next_cursor } = await api.list({ limit: 1 });
  const answer = await api.get(`/leads?offset=0&cursor=${next_cursor}`);
  expect(parametersOf(answer)).toHaveLength(1);
});

test('a change of status takes no other parameter', async ({ api }) => {
  await api.create({ name: 'A' });
  for (const [query, parameter] of [
    ['', 'new_status'],
    ['?new_status=', 'new_status'],
    ['?new_status=open', 'new_status'],
    ['?new_status=lost&new_status=new', 'new_status'],
    ['?new_status=lost&why=price', 'why'],
  ] as const)
    expect(parametersOf(await api.post(`/leads/1/status${query}`)), query).toEqual([parameter]);
  expect(await api.position()).toBe(1);
});
