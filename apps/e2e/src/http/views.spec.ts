import { randomUUID } from 'node:crypto';
import { MAX_VIEWS } from '@leadlog/contracts/limits';
import { View, ViewList } from '@leadlog/contracts/view';
import {
  type Answer,
  type Api,
  parametersOf,
  pointersOf,
  positionOf,
  read,
  readProblem,
} from '../service/api.ts';
import { expect, test } from '../service/test.ts';

const at = (name: string) => `/views/${encodeURIComponent(name)}`;
const query = { status: 'new', min_priority: 50 };
const save = (api: Api, name: string, headers?: Record<string, string>, view: object = { query }) =>
  api.put(at(name), view, headers);
const list = async (api: Api) => read(await api.get('/views'), ViewList).items;
const names = async (api: Api) => (await list(api)).map(({ name }) => name);
const isReplayed = ({ headers }: Answer) => headers.get('Idempotency-Replayed') === 'true';

test('a view is saved, listed, replaced and deleted', async ({ api }) => {
  expect(await list(api)).toEqual([]);
  expect(read(await save(api, 'Hot'), View)).toEqual({ name: 'Hot', query });
  expect(await list(api)).toEqual([{ name: 'Hot', query }]);
  const other = { query: { q: ' gmbh ', archived: 'true', sort: 'name', limit: 50 } };
  const replaced = read(await save(api, 'Hot', {}, other), View);
  expect(replaced).toEqual({ name: 'Hot', query: { ...other.query, q: 'gmbh' } });
  expect(await list(api)).toEqual([replaced]);
  const deleted = await api.delete(at('Hot'));
  expect(deleted).toMatchObject({ status: 204, text: '' });
  expect(await list(api)).toEqual([]);
  readProblem(await api.delete(at('Hot')), 'not-found');
});

test('what a view holds can be asked of the list as it is', async ({ api }) => {
  await api.createAll([{ name: 'New' }, { name: 'Lost', status: 'lost' }]);
  const given = { status: 'new', min_priority: 10, archived: false, limit: '5' };
  const { query: kept } = read(await save(api, 'v', {}, { query: given }), View);
  expect(await api.names(kept as Record<string, string>)).toEqual(['New']);
});

for (const name of ['a/b', 'Müller & Söhne', '100 %', '?#', '🚀'.repeat(100), "O'Neill", '*'])
  test(`a view may be called ${name}`, async ({ api }) => {
    expect(read(await save(api, name), View).name).toBe(name);
    expect(await names(api)).toEqual([name]);
    expect(await api.delete(at(name))).toMatchObject({ status: 204 });
  });

test('names are trimmed, composed, one in every case, and put in order', async ({ api }) => {
  for (const name of ['  zeta ', 'A\u0308rger', 'beta', 'Alpha', 'ALPHA']) await save(api, name);
  expect(await names(api)).toEqual(['ALPHA', 'beta', 'zeta', 'Ärger']);
  expect(await api.delete(at('ÄRGER'))).toMatchObject({ status: 204 });
});

for (const name of [' ', 'a'.repeat(101), 'a\u0000b', 'a\nb'])
  test(`a view cannot be called ${JSON.stringify(name)}`, async ({ api }) => {
    expect(parametersOf(await save(api, name))).toEqual(['name']);
    expect(parametersOf(await api.delete(at(name)))).toEqual(['name']);
    expect(await list(api)).toEqual([]);
  });

for (const [view, ...pointers] of [
  [{}, '/query'],
  [{ query: 'status=new' }, '/query'],
  [{ query: {}, name: 'x' }, '/name'],
  [{ query: { colour: 'red' } }, '/query/colour'],
  [{ query: { status: 'open', limit: 201 } }, '/query/limit', '/query/status'],
  [{ query: { min_priority: -1 } }, '/query/min_priority'],
  [{ query: { q: ['a', 'b'] } }, '/query/q'],
  [{ query: { cursor: 'a', offset: 1 } }, '/query/cursor'],
] as const)
  test(`refuses ${JSON.stringify(view)}`, async ({ api }) => {
    expect(pointersOf(await save(api, 'v', {}, view))).toEqual(pointers);
    expect(await list(api)).toEqual([]);
  });

test('no tenant sees, replaces or deletes the views of another', async ({ api, otherApi }) => {
  await save(api, 'Hot');
  expect(await list(otherApi)).toEqual([]);
  readProblem(await otherApi.delete(at('Hot')), 'not-found');
  await save(otherApi, 'Hot', {}, { query: {} });
  expect(await list(api)).toEqual([{ name: 'Hot', query }]);
});

test('a tenant may have so many and no more', async ({ api }) => {
  for (let count = 0; count < MAX_VIEWS; count++)
    expect(await save(api, `view ${count}`)).toMatchObject({ status: 200 });
  const refused = await save(api, 'one more');
  expect(parametersOf(refused)).toEqual(['name']);
  expect(refused.text).toContain(String(MAX_VIEWS));
  expect(await save(api, 'view 0')).toMatchObject({ status: 200 });
});

test('a view is no event, and stands at the position of the log', async ({ api }) => {
  await api.create({ name: 'Acme' });
  expect(positionOf(await save(api, 'Hot'))).toBe(1);
  expect(positionOf(await api.get('/views'))).toBe(1);
  expect(positionOf(await api.delete(at('Hot')))).toBe(1);
  expect(await api.position()).toBe(1);
});

test('a repeated request gets the first answer, and has no second effect', async ({ api }) => {
  const [put, del] = [randomUUID(), randomUUID()].map((key) => ({ 'Idempotency-Key': key }));
  const saved = await save(api, 'Hot', put);
  const deleted = await api.delete(at('Hot'), del);
  await api.create({ name: 'Acme' });
  const savedAgain = await save(api, 'Hot', put);
  expect(isReplayed(saved)).toBe(false);
  expect(isReplayed(savedAgain)).toBe(true);
  expect(savedAgain).toMatchObject({ status: 200, text: saved.text });
  expect(positionOf(savedAgain)).toBe(positionOf(saved));
  expect(await list(api)).toEqual([]);
  await save(api, 'Hot');
  const deletedAgain = await api.delete(at('Hot'), del);
  expect(isReplayed(deletedAgain)).toBe(true);
  expect(deletedAgain).toMatchObject({ status: 204, text: deleted.text });
  expect(await names(api)).toEqual(['Hot']);
});

test('a key stands for one request, whatever is written', async ({ api }) => {
  const key = { 'Idempotency-Key': randomUUID() };
  await save(api, 'Hot', key);
  readProblem(await save(api, 'Cold', key), 'idempotency-key-reused');
  readProblem(await save(api, 'Hot', key, { query: {} }), 'idempotency-key-reused');
  readProblem(await api.delete(at('Hot'), key), 'idempotency-key-reused');
  readProblem(await api.post('/leads', { name: 'Acme' }, key), 'idempotency-key-reused');
  expect(await list(api)).toEqual([{ name: 'Hot', query }]);
});

test('the list of views takes no parameter', async ({ api }) => {
  expect(parametersOf(await api.get('/views?limit=1'))).toEqual(['limit']);
});
