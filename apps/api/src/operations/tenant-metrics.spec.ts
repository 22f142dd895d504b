import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import { CommitSignal } from '@leadlog/event-store/commit-signal';
import type { EventStore } from '@leadlog/event-store/event-store';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import { LeadCreate } from '@leadlog/contracts/lead';
import type { Status } from '@leadlog/domain/vocabulary';
import { leadListProjection } from '@leadlog/read-models/lead-list/lead-list-projection';
import { Logger } from '@nestjs/common';
import { join } from 'node:path';
import { writeLead } from '../leads/lead-writer';
import { KeptAnswers } from '../reading/kept-answers';
import { Settling } from '../reading/settling';
import { TenantReader } from '../reading/tenant-reader';
import { writerInProcess } from '../writing/writer';
import { Ending } from './ending';
import { Metrics } from './metrics';
import { RANKED_FOR_MS, TenantMetrics } from './tenant-metrics';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const DAY = 24 * 60 * 60 * 1000;

describe.each(testEngines)('the figures of tenants on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let clock: TestClock;
  let store: EventStore;

  beforeEach(async () => {
    // A store that fails on purpose need not be reported.
    Logger.overrideLogger(false);
    test = await openTestDatabase();
    clock = new TestClock(NOW);
    store = await openTestStore(test, clock, [leadListProjection()]);
  });
  afterEach(() => test.discard());

  const create = async (tenantId: string, count: number, status: Status = 'new') => {
    const lead = LeadCreate.parse({ name: 'Acme', status, last_activity_at: NOW.toISOString() });
    for (let index = 0; index < count; index += 1)
      await writeLead(store, {
        ...{ tenantId, actor: 'mara', correlationId: 'r', leadId: null },
        command: { type: 'CreateLead', lead },
      });
  };
  /** Shows so many tenants by themselves. */
  const showing = (METRICS_TENANTS: number) => {
    const metrics = new Metrics();
    const { database } = test;
    const signingKeyFile = join(test.folder, 'signing.key');
    const writer = writerInProcess({ database, eventStore: store, signingKeyFile });
    const settling = new Settling(database, writer, new Ending());
    const kept = new KeptAnswers(new CommitSignal());
    const reader = new TenantReader(database, clock.now, store, settling, kept);
    new TenantMetrics(metrics, database, clock.now, { METRICS_TENANTS }, reader);
    return async (name: string) => {
      const lines = (await metrics.exposition()).split('\n');
      return lines.filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
    };
  };

  it('tell the leads of each by status, and their priority as it is by now', async () => {
    await create('acme', 2);
    await create('acme', 1, 'qualified');
    const read = showing(2);
    expect(await read('leadlog_leads')).toEqual([
      'leadlog_leads{tenant="acme",status="new"} 2',
      'leadlog_leads{tenant="acme",status="qualified"} 1',
      'leadlog_leads{tenant="acme",status="lost"} 0',
    ]);
    // (30 + 30 + 70) / 3, and 20 less each when the activity is long ago.
    expect(await read('leadlog_leads_average_priority')).toEqual([
      `leadlog_leads_average_priority{tenant="acme"} ${130 / 3}`,
    ]);
    clock.advance(31 * DAY);
    expect(await read('leadlog_leads_average_priority')).toEqual([
      `leadlog_leads_average_priority{tenant="acme"} ${70 / 3}`,
    ]);
    expect(await read('leadlog_tenants')).toEqual(['leadlog_tenants 1']);
  });

  it('are of the largest alone where there are many, and of the rest together', async () => {
    for (const [tenant, leads] of Object.entries({ a: 1, b: 3, c: 2, d: 4 }))
      await create(tenant, leads);
    await create('a', 1, 'lost');
    const read = showing(2);
    expect(await read('leadlog_leads')).toEqual([
      ...['d 4', 'b 3', '_rest 3'].flatMap((figure) => {
        const [tenant, count] = figure.split(' ');
        return [
          `leadlog_leads{tenant="${tenant}",status="new"} ${count}`,
          `leadlog_leads{tenant="${tenant}",status="qualified"} 0`,
          `leadlog_leads{tenant="${tenant}",status="lost"} ${tenant === '_rest' ? 1 : 0}`,
        ];
      }),
    ]);
    // (3 · 30 + 20) / 4
    expect(await read('leadlog_leads_average_priority')).toContain(
      'leadlog_leads_average_priority{tenant="_rest"} 27.5',
    );
    expect(await read('leadlog_tenants')).toEqual(['leadlog_tenants 4']);
  });

  it('keep the largest for a time, whose own figures are always new', async () => {
    await create('small', 1);
    await create('large', 2);
    const read = showing(1);
    const newOnes = async () =>
      (await read('leadlog_leads')).filter((line) => line.includes('"new"'));
    const shown = (tenant: string, leads: number) =>
      `leadlog_leads{tenant="${tenant}",status="new"} ${leads}`;
    expect(await newOnes()).toEqual([shown('large', 2), shown('_rest', 1)]);
    await create('small', 9);
    await create('large', 1);
    clock.advance(RANKED_FOR_MS - 1);
    expect(await newOnes()).toEqual([shown('large', 3), shown('_rest', 1)]);
    clock.advance(1);
    expect(await newOnes()).toEqual([shown('small', 10), shown('_rest', 3)]);
  });

  it('are one figure where none is to be shown by itself', async () => {
    await create('a', 1);
    await create('b', 2);
    const read = showing(0);
    expect(await read('leadlog_leads')).toContain('leadlog_leads{tenant="_rest",status="new"} 3');
  });

  it('are left out where the store cannot be read, and nothing else is', async () => {
    await create('acme', 1);
    const read = showing(1);
    expect(await read('leadlog_leads')).toHaveLength(3);
    test.database.read = () => Promise.reject(new Error('no store'));
    expect(await read('leadlog_leads')).toEqual([]);
    expect(await read('leadlog_transactions_failed_total')).toHaveLength(1);
  });
});
