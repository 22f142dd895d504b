import { openTestPostgres, type TestDatabase } from '@leadlog/database/test-engines';
import type { EventStore } from '@leadlog/event-store/event-store';
import { appendEvents } from '@leadlog/event-store/test-log';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import { join } from 'node:path';
import type { Resources } from './app-module';
import { openReplica } from './open-replica';
import { readSettings } from './settings';

describe('a replica', () => {
  let test: TestDatabase;
  let replica: Resources;
  let other: EventStore;

  beforeEach(async () => {
    test = await openTestPostgres();
    const settings = readSettings({
      DATABASE_URL: test.url,
      MASTER_KEY_FILE: join(test.folder, 'master.key'),
      SIGNING_KEY_FILE: join(test.folder, 'signing.key'),
      ERASURE_LEDGER_FILE: join(test.folder, 'erasures.log'),
    });
    replica = await openReplica(settings, {
      failed: (failure) => {
        throw failure;
      },
    });
    other = await openTestStore(test, new TestClock(new Date('2026-11-22T10:00:00.000Z')));
  });
  afterEach(async () => {
    other.close();
    await replica.close();
    await test.discard();
  });

  it('finds by itself what another has committed without a notice', async () => {
    const { signal } = new AbortController();
    const events = replica.log.follow(replica, 'acme', 0, signal);
    for (const position of [1, 2]) {
      const next = events.next();
      await appendEvents(other, 'acme', 1);
      expect((await next).value).toMatchObject({ tenant_id: 'acme', position });
    }
    await events.return();
  });
});
