import { connectPostgres } from '@leadlog/database/postgres/open-postgres';
import { startCuttingProxy, type CuttingProxy } from '@leadlog/database/postgres/test-proxy';
import { OutcomeUnknown, type Database, type Writing } from '@leadlog/database/database';
import { openTestPostgres, type TestDatabase } from '@leadlog/database/test-engines';
import { sql } from 'kysely';
import { CommitSignal } from './commit-signal';
import type { EventStore } from './event-store';
import { leadCreated, qualified } from './test-log';
import { openTestStore, TestClock } from './test-store';
import { verifyChain } from './verify-chain';

const REPLICAS = 3;
const WRITERS = 20;
const TENANTS = ['acme', 'beta', 'zeta'];
const origin = { actor: 'mara', correlation_id: 'request-1' };
const request = (key: string) => ({ key, content: 'POST /leads' });

describe('several processes on one PostgreSQL', () => {
  const clock = new TestClock(new Date('2026-11-22T10:00:00.000Z'));
  let test: TestDatabase;
  let opened: Database[];
  let stores: EventStore[];

  /** A store as a process of its own has it, with connections of its own. */
  const open = async (url: string): Promise<EventStore> => {
    const database = connectPostgres(url);
    opened.push(database);
    const store = await openTestStore({ ...test, database }, clock);
    stores.push(store);
    return store;
  };
  const create = (store: EventStore, tenant: string, key: string) =>
    store.write(tenant, origin, async (log) => {
      await log.append(log.ids.lead, 0, [leadCreated], { ...log.ids, lead: log.ids.lead + 1 });
      log.remember(request(key), log.ids.lead);
    });
  const terminate = async (transaction: Writing) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(
      transaction,
    );
    await test.tamper((superuser) =>
      sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(superuser),
    );
  };
  const count = (tenant: string) =>
    test.database.read(tenant, (snapshot) => stores[0]!.position(snapshot, tenant));

  beforeEach(async () => {
    test = await openTestPostgres();
    [opened, stores] = [[], []];
  });
  afterEach(async () => {
    for (const store of stores) store.close();
    for (const database of opened) await database.close();
    await test.discard();
  });

  it('make one gapless chain of each log, each event decided on all before it', async () => {
    const replicas = await Promise.all(Array.from({ length: REPLICAS }, () => open(test.url)));
    const write = async (store: EventStore, tenant: string) => {
      await store.write(tenant, origin, async (log) => {
        const { length } = await log.readStream(1);
        await log.append(1, length, [length === 0 ? leadCreated : qualified], {
          ...log.ids,
          lead: 2,
        });
      });
    };
    const writes = replicas.flatMap((store) =>
      Array.from({ length: WRITERS }, async (_, writer) => {
        for (let round = 0; round < 3; round += 1)
          await write(store, TENANTS[(writer + round) % TENANTS.length]!);
      }),
    );
    await Promise.all(writes);
    for (const tenant of TENANTS)
      expect(await verifyChain(test.database, tenant)).toMatchObject({
        intact: true,
        events: (REPLICAS * WRITERS * 3) / TENANTS.length,
      });
  });

  it('agree on a master key, whoever comes first', async () => {
    await Promise.all(Array.from({ length: REPLICAS }, () => open(test.url)));
    for (const [index, store] of stores.entries()) await create(store, 'acme', `key-${index}`);
    const stream = await test.database.read('acme', (snapshot) =>
      stores[0]!.readAfter(snapshot, 'acme', 0, 10),
    );
    expect(stream.map(({ personal }) => personal)).toEqual(
      Array(REPLICAS).fill(leadCreated.personal),
    );
  });

  it('wait for no transaction that is open in another database', async () => {
    const [writing, reading] = [await open(test.url), await open(test.url)];
    const elsewhere = await openTestPostgres();
    await elsewhere.tamper(async (superuser) => {
      await sql`select pg_current_xact_id()`.execute(superuser);
      await create(writing, 'acme', 'key');
      const followed = { database: opened[1]!, commits: new CommitSignal() };
      const events = reading.follow(followed, 'acme', 0, new AbortController().signal);
      expect((await events.next()).value).toMatchObject({ position: 1, ...leadCreated });
      await test.database.scrub();
    });
    await elsewhere.discard();
  });

  it('go on with a write whose connection the server has ended', async () => {
    const store = await open(test.url);
    let runs = 0;
    await store.write('acme', origin, async (log) => {
      if ((runs += 1) === 1) await terminate(log.transaction);
      await log.append(1, 0, [leadCreated], { ...log.ids, lead: 2 });
    });
    expect(runs).toBe(2);
    expect(await count('acme')).toBe(1);
  });

  describe('where a connection breaks at a COMMIT', () => {
    let proxy: CuttingProxy;
    let store: EventStore;
    beforeEach(async () => {
      proxy = await startCuttingProxy(test.url);
      store = await open(proxy.url);
      await create(store, 'acme', 'first');
    });
    afterEach(async () => {
      await opened.pop()?.close();
      await proxy.close();
    });

    it.each(['before', 'after'] as const)(
      'happen once and are answered, where the server had it %s',
      async (cut) => {
        proxy.cuts.push(cut);
        await Promise.all(['second', 'third'].map((key) => create(store, 'acme', key)));
        expect(await count('acme')).toBe(3);
        expect(await verifyChain(test.database, 'acme')).toMatchObject({ intact: true });
      },
    );

    it('are not answered where nobody can tell, and told by their key later', async () => {
      proxy.cuts.push('after', ...Array<'before'>(20).fill('before'));
      await expect(create(store, 'acme', 'second')).rejects.toThrow(OutcomeUnknown);
      proxy.cuts.length = 0;
      const outcome = await store.write('acme', origin, (log) => log.outcomeOf(request('second')));
      expect(outcome).toMatchObject({ position: 2 });
    });
  });
});
