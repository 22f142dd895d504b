import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Api, positionOf } from '../service/api.ts';
import { test as base, usePostgres } from '../service/engine.ts';
import { Feed } from '../service/feed.ts';
import { emptyFolder, Service } from '../service/service.ts';

const { expect } = base;

/** Two services on one database, as replicas behind a load balancer. */
const test = base.extend<{ replicas: [first: Api, second: Api] }>({
  replicas: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from it.
    ({}, use) => usePostgres((url) => useReplicas(url, use)),
    { timeout: 60_000 },
  ],
});

async function useReplicas(
  url: string,
  use: (replicas: [first: Api, second: Api]) => Promise<void>,
): Promise<void> {
  const keys = emptyFolder();
  const settings = {
    DATABASE_URL: url,
    MASTER_KEY_FILE: join(keys, 'master.key'),
    SIGNING_KEY_FILE: join(keys, 'signing.key'),
  };
  // Together: one of them makes the keys, and the other waits for it.
  const [first, second] = await Promise.all([Service.start(settings), Service.start(settings)]);
  await use([new Api(first.url, 'acme'), new Api(second.url, 'acme')]);
  await Promise.all([first.dispose(), second.dispose()]);
  rmSync(keys, { recursive: true });
}

test('a write at one replica is in the next answer of the other', async ({ replicas }) => {
  const [first, second] = replicas;
  await first.create({ name: 'Acme' });
  for (const [writing, reading, status] of [
    [first, second, 'qualified'],
    [second, first, 'lost'],
    [first, second, 'new'],
  ] as const) {
    // Asked twice, so that an answer that is kept would be told again.
    for (let time = 0; time < 2; time++) await reading.list();
    const before = await reading.position();
    await writing.changeStatus(1, status);
    const { items } = await reading.list();
    expect(items).toMatchObject([{ id: 1, status }]);
    expect(await reading.position()).toBe(before + 1);
  }
});

test('a feed of one replica carries the events of the other', async ({ replicas }) => {
  const [first, second] = replicas;
  await first.create({ name: 'Acme' });
  const feed = await Feed.open(second);
  expect(feed.headers.get('X-Tenant-Position')).toBe('1');
  const written = await first.post('/leads/1/status?new_status=lost');
  expect(positionOf(written)).toBe(2);
  const [message] = await feed.take(1);
  expect(message).toMatchObject({ id: 2, event: 'StatusChanged' });
  expect(message?.entry).toEqual((await second.history(1))[1]);
  feed.close();
});
