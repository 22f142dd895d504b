import { randomUUID } from 'node:crypto';
import { readProblem, type Answer, type Api } from '../service/api.ts';
import { fullLead } from '../service/leads.ts';
import { test as own } from '../service/own-service.ts';
import { expect, test } from '../service/test.ts';

/** What a repeat has to bring back, byte for byte. */
const essence = ({ status, headers, text }: Answer) => ({
  status,
  text,
  etag: headers.get('ETag'),
  location: headers.get('Location'),
  position: headers.get('X-Tenant-Position'),
});
const isReplayed = ({ headers }: Answer) => headers.get('Idempotency-Replayed') === 'true';

const keyed = (key: string = randomUUID()) => ({ 'Idempotency-Key': key });
const lead = fullLead();
const create = (api: Api, key: Record<string, string>, name = 'Acme') =>
  api.post('/leads', { ...lead, name }, key);

test('a repeated request gets the first answer, and has no second effect', async ({ api }) => {
  const key = keyed();
  const first = await create(api, key);
  expect(isReplayed(first)).toBe(false);
  await api.changeStatus(1, 'lost');
  const again = await create(api, key);
  expect(isReplayed(again)).toBe(true);
  expect(essence(again)).toEqual(essence(first));
  expect(await api.position()).toBe(2);
});

own('a repeat is known after the service was killed', async ({ own, api }) => {
  const key = keyed();
  const first = await create(api, key);
  await own.kill();
  await own.startAgain();
  const again = await create(api, key);
  expect(isReplayed(again)).toBe(true);
  expect(essence(again)).toEqual(essence(first));
});

test('requests that come at the same time have one effect', async ({ api }) => {
  const key = keyed();
  const answers = await Promise.all(Array.from({ length: 8 }, () => create(api, key)));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(answers.filter(isReplayed)).toHaveLength(7);
  expect(await api.list()).toMatchObject({ total: 1 });
});

/** Rounds in which everything comes at once: what a race does wrong it does seldom. */
const ROUNDS = 25;

test('in every one of many rounds each request has one effect, however many come at once', async ({
  api,
}) => {
  test.slow();
  for (let round = 1; round <= ROUNDS; round++) {
    const keys = Array.from({ length: 3 }, () => keyed());
    const sent = keys.flatMap((key, index) =>
      Array.from({ length: 6 }, () => create(api, key, `Lead ${index}`)),
    );
    const answers = await Promise.all(sent);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(keys.length);
    expect(answers.filter(isReplayed)).toHaveLength(sent.length - keys.length);
    expect(await api.position()).toBe(round * keys.length);
  }
});

test('of different requests that come at once with one key, one is carried out', async ({
  api,
}) => {
  test.slow();
  for (let round = 1; round <= ROUNDS; round++) {
    const key = keyed();
    const sent = Array.from({ length: 6 }, (_, index) => create(api, key, `Lead ${index}`));
    const answers = await Promise.all(sent);
    const [done, ...others] = answers.filter(({ status }) => status === 201);
    expect(others).toEqual([]);
    expect(isReplayed(done!)).toBe(false);
    for (const answer of answers)
      if (answer !== done) readProblem(answer, 'idempotency-key-reused');
    expect(await api.position()).toBe(round);
  }
});

test('a status change can be repeated', async ({ api }) => {
  await api.create({ name: 'Acme' });
  const key = keyed();
  const change = () => api.post('/leads/1/status?new_status=qualified', undefined, key);
  const first = await change();
  expect(essence(await change())).toEqual(essence(first));
  expect(await api.history(1)).toHaveLength(2);
});

test('a key stands for one request', async ({ api }) => {
  const key = keyed();
  await create(api, key);
  readProblem(await create(api, key, 'Beta'), 'idempotency-key-reused');
  const other = await api.post('/leads/1/status?new_status=lost', undefined, key);
  readProblem(other, 'idempotency-key-reused');
  expect(await api.position()).toBe(1);
});

test('what was refused can be mended and sent with the same key', async ({ api }) => {
  const key = keyed();
  readProblem(await create(api, key, ''), 'validation');
  expect(isReplayed(await create(api, key))).toBe(false);
});

for (const malformed of ['', 'a b', 'x'.repeat(256)])
  test(`a key of ${malformed.length} characters that cannot be one is refused`, async ({ api }) => {
    const answer = await create(api, keyed(malformed));
    readProblem(answer, 'invalid-idempotency-key');
    expect(await api.position()).toBe(0);
  });
