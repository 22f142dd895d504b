import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import type { Database } from '@leadlog/database/database';
import fc from 'fast-check';
import { join } from 'node:path';
import { CommitSignal } from './commit-signal';
import type { LoggedEvent } from './event-codec';
import type { EventStore } from './event-store';
import { followLog, PositionAheadOfLog, type FollowedLog } from './follow-log';
import { openMasterKeys } from './master-keys';
import { PersonalData } from './personal-data';
import { appendEvents, leadCreated } from './test-log';
import { openTestStore, TestClock } from './test-store';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe.each(testEngines)('following a log on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let store: EventStore;
  let log: FollowedLog;
  let stop: AbortController;
  let reads: number;

  beforeEach(async () => {
    test = await openTestDatabase();
    store = await openTestStore(test, new TestClock(new Date('2026-11-22T10:00:00.000Z')));
    const masterKeys = await openMasterKeys(join(test.folder, 'master.key'), test.database);
    reads = 0;
    const database: Database = {
      ...test.database,
      read: (scope, work) => {
        reads += 1;
        return test.database.read(scope, work);
      },
    };
    log = { database, personalData: new PersonalData(masterKeys), commits: new CommitSignal() };
    stop = new AbortController();
  });
  afterEach(() => test.discard());

  const append = async (count: number, tenant = 'acme') => {
    await appendEvents(store, tenant, count);
    log.commits.committed(tenant);
  };
  const follow = (after: number, tenant = 'acme') => followLog(log, tenant, after, stop.signal);
  /** Positions up to and including `last`, at which the follower is left. */
  const positionsUntil = async (events: AsyncGenerator<LoggedEvent>, last: number) => {
    const seen: number[] = [];
    for await (const { position } of events) {
      seen.push(position);
      if (position >= last) break;
    }
    return seen;
  };

  it('gives what is there, with its persons, over several pages', async () => {
    await append(250);
    const events = follow(0);
    const { value } = await events.next();
    expect(value).toMatchObject({ ...leadCreated, position: 1, tenant_id: 'acme' });
    expect(await positionsUntil(events, 250)).toEqual(upTo(250).slice(1));
  });

  it('misses none and gives none twice while 200 writes run', async () => {
    const followers = [0, 0, 0].map((after) => positionsUntil(follow(after), 400));
    await Promise.all(Array.from({ length: 200 }, () => append(2)));
    for (const seen of await Promise.all(followers)) expect(seen).toEqual(upTo(400));
  });

  it('goes on from any position', async () => {
    await append(120);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 119 }), async (after) => {
        expect(await positionsUntil(follow(after), 120)).toEqual(upTo(120).slice(after));
      }),
      { numRuns: 25 },
    );
  });

  it('waits at the end, from which it is woken by each commit', async () => {
    await append(1);
    const events = follow(1);
    for (const position of [2, 3, 4]) {
      const next = events.next();
      await append(1);
      expect((await next).value).toMatchObject({ position });
    }
  });

  it('sees what is committed between its look and its wait', async () => {
    const { database } = log;
    log.database = {
      ...database,
      read: async (scope, work) => {
        const result = await database.read(scope, work);
        if (reads === 2) await append(1);
        return result;
      },
    };
    expect((await follow(0).next()).value).toMatchObject({ position: 1 });
  });

  it('is woken by its own tenant alone', async () => {
    const next = follow(0).next();
    await append(5, 'other');
    const before = reads;
    log.commits.committed('other');
    await append(1);
    expect((await next).value).toMatchObject({ tenant_id: 'acme', position: 1 });
    expect(reads).toBeLessThanOrEqual(before + 2);
  });

  it('reads no further than its reader has come', async () => {
    await append(1_000);
    const events = follow(0);
    await events.next();
    const before = reads;
    for (let count = 0; count < 20; count += 1) await append(10);
    expect(reads).toBe(before);
    expect(await positionsUntil(events, 1_200)).toEqual(upTo(1_200).slice(1));
    expect(reads - before).toBeLessThanOrEqual(13);
  });

  it('ends when it is told to, before it has looked', async () => {
    const next = follow(0).next();
    stop.abort();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(log.commits.size).toBe(0);
  });

  it('ends when it is told to, while it waits', async () => {
    const { database } = log;
    const looked = Promise.withResolvers<void>();
    log.database = {
      ...database,
      read: async (scope, work) => {
        const result = await database.read(scope, work);
        // By then the follower has its empty page, and waits.
        if (reads === 2) setImmediate(() => looked.resolve());
        return result;
      },
    };
    const next = follow(0).next();
    await looked.promise;
    expect(log.commits.size).toBe(1);
    stop.abort();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(log.commits.size).toBe(0);
  });

  it('ends when it is told to, in the middle of a page', async () => {
    await append(10);
    const events = follow(0);
    await events.next();
    stop.abort();
    expect(await events.next()).toEqual({ done: true, value: undefined });
    expect(log.commits.size).toBe(0);
  });

  it('leaves nothing behind when its reader goes', async () => {
    await append(10);
    for await (const { position } of follow(0)) if (position === 3) break;
    expect(log.commits.size).toBe(0);
  });

  it('refuses a position that the log has not reached', async () => {
    await append(3);
    await expect(follow(4).next()).rejects.toThrow(PositionAheadOfLog);
    await expect(follow(1, 'nobody').next()).rejects.toThrow('ahead of the log, which ends at 0');
  });
});
