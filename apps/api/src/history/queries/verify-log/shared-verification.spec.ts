import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import type { EventStore } from '@leadlog/event-store/event-store';
import { appendEvents } from '@leadlog/event-store/test-log';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import { Ending } from '../../../operations/ending';
import { Metrics } from '../../../operations/metrics';
import { SharedVerification } from './shared-verification';

describe.each(testEngines)('verification on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let store: EventStore;
  let ending: Ending;
  let metrics: Metrics;
  let verification: SharedVerification;

  beforeEach(async () => {
    test = await openTestDatabase();
    store = await openTestStore(test, new TestClock(new Date('2026-11-22T10:00:00.000Z')));
    ending = new Ending();
    metrics = new Metrics();
    verification = new SharedVerification(test.database, store, ending, metrics);
  });
  afterEach(() => test.discard());

  it('is one walk for all who ask meanwhile, and a new one for who asks later', async () => {
    await appendEvents(store, 'acme', 3);
    const walk = verification.verify('acme');
    expect(verification.verify('acme')).toBe(walk);
    const ofAnother = verification.verify('other');
    expect(ofAnother).not.toBe(walk);
    expect(await ofAnother).toMatchObject({ position: 0, body: { intact: true, events: 0 } });
    expect(await walk).toMatchObject({ position: 3, body: { intact: true, events: 3 } });
    await appendEvents(store, 'acme', 3);
    expect(await verification.verify('acme')).toMatchObject({ position: 6 });
  });

  it('is counted by what it finds', async () => {
    await appendEvents(store, 'acme', 3);
    await verification.verify('acme');
    await test.tamper((transaction) =>
      transaction
        .updateTable('events')
        .set({ actor: 'nobody' })
        .where('position', '=', 2)
        .execute(),
    );
    await verification.verify('acme');
    await verification.verify('acme');
    const figures = await metrics.exposition();
    expect(figures).toContain('leadlog_verifications_total{what="chain",outcome="intact"} 1\n');
    expect(figures).toContain('leadlog_verifications_total{what="chain",outcome="broken"} 2\n');
  });

  it('ends with the service', async () => {
    await appendEvents(store, 'acme', 1_200);
    const walk = verification.verify('acme');
    ending.beforeApplicationShutdown();
    await expect(walk).rejects.toMatchObject({ problem: 'unavailable' });
  });

  it('lets a walk that failed be asked for again', async () => {
    const { read } = test.database;
    test.database.read = () => Promise.reject(new Error('no store'));
    await expect(verification.verify('acme')).rejects.toThrow('no store');
    test.database.read = read;
    expect(await verification.verify('acme')).toMatchObject({ body: { intact: true } });
  });
});
