import { StorageDamaged, type Database } from '@leadlog/database/database';
import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import { LeadCreate } from '@leadlog/contracts/lead';
import type { EventStore } from '@leadlog/event-store/event-store';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import { leadListProjection } from '@leadlog/read-models/lead-list/lead-list-projection';
import { writeLead } from '../leads/lead-writer';
import { Ending } from '../operations/ending';
import { Metrics } from '../operations/metrics';
import { ScheduledVerification } from './scheduled-verification';

const NOW = new Date('2026-11-22T10:00:00.000Z');

describe.each(testEngines)('the scheduled verification on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let store: EventStore;
  let metrics: Metrics;
  let ending: Ending;
  let verificationOn: (database: Database) => ScheduledVerification;
  let verification: ScheduledVerification;
  let rests: number[];

  beforeEach(async () => {
    test = await openTestDatabase();
    const clock = new TestClock(NOW);
    store = await openTestStore(test, clock, [leadListProjection()]);
    ending = new Ending();
    rests = [];
    verificationOn = (database) => {
      metrics = new Metrics();
      const settings = { VERIFY_EVERY_HOURS: 24 };
      return new ScheduledVerification(database, store, settings, clock.now, metrics, ending);
    };
    verification = verificationOn(test.database);
    for (const tenant of ['acme', 'acme', 'beta']) await create(tenant);
  });
  afterEach(async () => {
    store.close();
    await test.discard();
  });

  const create = (tenantId: string) =>
    writeLead(store, {
      ...{ tenantId, actor: 'mara', correlationId: 'r', leadId: null },
      command: { type: 'CreateLead', lead: LeadCreate.parse({ name: 'Acme' }) },
    });
  const rest = (milliseconds: number) => Promise.resolve(rests.push(milliseconds));
  const verifyAll = () => verification.verifyAll(rest);
  const figure = async (name: string) => {
    const lines = (await metrics.exposition()).split('\n');
    return Number(lines.find((line) => line.startsWith(`${name} `))?.split(' ')[1]);
  };

  it('tells that all is intact, and when', async () => {
    expect(await verifyAll()).toEqual([]);
    for (const what of ['chain', 'read_models']) {
      expect(await figure(`leadlog_verification_intact{what="${what}"}`)).toBe(1);
      const last = `leadlog_verification_last_run_timestamp_seconds{what="${what}"}`;
      expect(await figure(last)).toBe(NOW.getTime() / 1000);
      const count = `leadlog_verifications_total{what="${what}",outcome="intact"}`;
      expect(await figure(count)).toBe(2);
    }
  });

  it('tells from the start how often it is to be', async () => {
    expect(await figure('leadlog_verification_interval_seconds')).toBe(24 * 60 * 60);
  });

  it('tells of a chain that is broken', async () => {
    await test.tamper((transaction) =>
      transaction
        .updateTable('events')
        .set({ actor: 'eve' })
        .where('tenant_id', '=', 'acme')
        .where('position', '=', 2)
        .execute(),
    );
    expect(await verifyAll()).toEqual(['acme']);
    expect(await figure('leadlog_verification_intact{what="chain"}')).toBe(0);
    expect(await figure('leadlog_verification_intact{what="read_models"}')).toBe(1);
  });

  it('tells of a read model that is not what the log tells, until it is mended', async () => {
    const rename = (name: string) =>
      test.database.write('beta', (transaction) =>
        transaction.updateTable('leads').set({ name }).where('tenant_id', '=', 'beta').execute(),
      );
    await rename('nonsense');
    expect(await verifyAll()).toEqual(['beta']);
    expect(await figure('leadlog_verification_intact{what="read_models"}')).toBe(0);
    await rename('Acme');
    expect(await verifyAll()).toEqual([]);
    expect(await figure('leadlog_verification_intact{what="read_models"}')).toBe(1);
  });

  it('tells of a log that the storage does not give, and goes on with the other tenants', async () => {
    const read: Database['read'] = (scope, work) =>
      scope === 'acme'
        ? Promise.reject(new StorageDamaged('a page cannot be read'))
        : test.database.read(scope, work);
    const damaged = verificationOn({ ...test.database, read });
    expect(await damaged.verifyAll(rest)).toEqual(['acme']);
    for (const what of ['chain', 'read_models']) {
      expect(await figure(`leadlog_verification_intact{what="${what}"}`)).toBe(0);
      const count = `leadlog_verifications_total{what="${what}",outcome="intact"}`;
      expect(await figure(count)).toBe(1);
    }
  });

  it('rests after each read, nine times as long as it took', async () => {
    await verifyAll();
    expect(rests.length).toBeGreaterThan(4);
    expect(Math.min(...rests)).toBeGreaterThan(0);
  });

  it('ends when the service does', async () => {
    await ending.beforeApplicationShutdown();
    await expect(verifyAll()).rejects.toBe(ending.signal.reason);
  });
});
