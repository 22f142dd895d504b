import { type Answer, parametersOf, readProblem } from '../service/api.ts';
import { Feed } from '../service/feed.ts';
import { fullLead } from '../service/leads.ts';
import { test as own } from '../service/own-service.ts';
import { expect, test } from '../service/test.ts';

const ids = (messages: { id: number }[]) => messages.map(({ id }) => id);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test('tells each event as it happens, as its history does', async ({ api }) => {
  await api.create({ name: 'before' });
  const feed = await Feed.open(api);
  expect(feed.headers.get('X-Tenant-Position')).toBe('1');
  await api.create({ name: 'Acme' });
  await api.changeStatus(1, 'lost', { 'X-Actor': 'mara' });
  const messages = await feed.take(2);
  expect(messages.map(({ id, event }) => [id, event])).toEqual([
    [2, 'LeadCreated'],
    [3, 'StatusChanged'],
  ]);
  expect(messages.map(({ entry }) => entry)).toEqual([
    ...(await api.history(2)),
    (await api.history(1))[1],
  ]);
  feed.close();
});

test('tells of no person', async ({ api }) => {
  const feed = await Feed.open(api);
  await api.create(fullLead());
  await api.post('/leads/1/erasure');
  const [created, erased] = await feed.take(2);
  expect(JSON.stringify(created)).not.toMatch(/lovelace|@acme|1234567/i);
  const contact = { field: 'primary_contact', from: null, to: { id: 1 } };
  expect(created?.entry.changes).toContainEqual(contact);
  expect(created?.entry.priority).toEqual({ before: null, after: 95 });
  expect(erased?.entry.changes).toEqual([{ ...contact, from: { id: 1 }, to: null }]);
  feed.close();
});

test('goes on after Last-Event-ID, or else after ?after=', async ({ api }) => {
  await api.createAll([{ name: 'A' }, { name: 'B' }, { name: 'C' }]);
  for (const [query, headers, expected] of [
    ['?after=0', {}, [1, 2, 3]],
    ['?after=1', {}, [2, 3]],
    ['', { 'Last-Event-ID': '2' }, [3]],
    ['?after=0', { 'Last-Event-ID': '1' }, [2, 3]],
  ] as const) {
    const feed = await Feed.open(api, query, headers);
    expect(ids(await feed.take(expected.length))).toEqual(expected);
    feed.close();
  }
});

test('misses none and tells none twice while others write and it comes and goes', async ({
  api,
}) => {
  const writing = Promise.all(upTo(120).map((number) => api.create({ name: `Lead ${number}` })));
  const seen: number[] = [];
  while (seen.length < 120) {
    const feed = await Feed.open(api, '?after=0', { 'Last-Event-ID': String(seen.at(-1) ?? 0) });
    seen.push(...ids(await feed.take(Math.min(17, 120 - seen.length))));
    feed.close();
  }
  await writing;
  expect(seen).toEqual(upTo(120));
});

test('holds the own tenant’s events alone', async ({ api, otherApi }) => {
  const feed = await Feed.open(api, '?after=0');
  await otherApi.create({ name: 'Theirs' });
  await api.create({ name: 'Ours' });
  const [message] = await feed.take(1);
  expect(message?.entry.changes).toContainEqual({ field: 'name', from: null, to: 'Ours' });
  feed.close();
});

test('refuses a position that the log has not reached', async ({ api, otherApi }) => {
  await otherApi.createAll([{ name: 'A' }, { name: 'B' }]);
  await api.create({ name: 'A' });
  readProblem(await api.get('/events?after=2'), 'position-ahead');
  readProblem(await api.get('/events', { 'Last-Event-ID': '2' }), 'position-ahead');
  const feed = await Feed.open(api, '?after=1');
  feed.close();
});

test('refuses what is no position', async ({ api }) => {
  expect(parametersOf(await api.get('/events?after=x'))).toEqual(['after']);
  expect(parametersOf(await api.get('/events?from=1'))).toEqual(['from']);
  const answer = await api.get('/events', { 'Last-Event-ID': 'x' });
  expect(parametersOf(answer)).toEqual(['Last-Event-ID']);
  readProblem(await api.get('/events', { 'X-Tenant-ID': '' }), 'invalid-tenant');
});

test('a tenant may have 50 open at a time', async ({ api, otherApi }) => {
  const feeds = await Promise.all(upTo(50).map(() => Feed.open(api)));
  const answer = await api.get('/events');
  readProblem(answer, 'too-many-feeds');
  expect(answer.headers.get('Retry-After')).toMatch(/^\d+$/);
  (await Feed.open(otherApi)).close();
  feeds.shift()?.close();
  // The service notices a closed connection a moment later.
  await expect.poll(() => statusOfFeed(api)).toBe(200);
  for (const feed of feeds) feed.close();
});

/** Whether a feed would be opened: HEAD opens none for longer than its answer. */
const statusOfFeed = async (api: { call(method: string, path: string): Promise<Answer> }) =>
  (await api.call('HEAD', '/events')).status;

own('ends when the service stops, and goes on after its start', async ({ own, api }) => {
  const feed = await Feed.open(api);
  await api.create({ name: 'A' });
  expect(ids(await feed.take(1))).toEqual([1]);
  const rest = feed.rest();
  await own.stop();
  expect(await rest).toEqual([]);
  await own.startAgain();
  const again = await Feed.open(api, '', { 'Last-Event-ID': '1' });
  await api.create({ name: 'B' });
  expect(ids(await again.take(1))).toEqual([2]);
  again.close();
});
