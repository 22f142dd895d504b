import { LeadCreate } from '@leadlog/contracts/lead';
import { StorageUnavailable } from '@leadlog/database/database';
import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import type { LeadCommand } from '@leadlog/domain/decide';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import { leadListProjection } from '@leadlog/read-models/lead-list/lead-list-projection';
import { join } from 'node:path';
import type { LeadWrite } from '../leads/lead-writer';
import { Metrics } from '../operations/metrics';
import { measured } from './measured-writer';
import { writerInProcess, type Writer } from './writer';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const DAY = 24 * 60 * 60 * 1000;

const create: Extract<LeadCommand, { type: 'CreateLead' }> = {
  type: 'CreateLead',
  lead: LeadCreate.parse({ name: 'Acme', last_activity_at: NOW.toISOString() }),
};
const qualify: LeadCommand = { type: 'ChangeStatus', new_status: 'qualified' };

describe.each(testEngines)('a writer that is measured on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let clock: TestClock;
  let unmeasured: Writer;
  let metrics: Metrics;
  let writer: Writer;

  beforeEach(async () => {
    test = await openTestDatabase();
    clock = new TestClock(NOW);
    const eventStore = await openTestStore(test, clock, [leadListProjection()]);
    const signingKeyFile = join(test.folder, 'signing.key');
    unmeasured = writerInProcess({ database: test.database, eventStore, signingKeyFile });
    metrics = new Metrics();
    writer = measured(unmeasured, metrics.writing);
  });
  afterEach(() => test.discard());

  const write = (leadId: number | null, command: LeadCommand, more: Partial<LeadWrite> = {}) =>
    writer.writeLead({
      ...{ tenantId: 'acme', actor: 'mara', correlationId: 'request-1' },
      ...{ leadId, command, ...more },
    });
  const read = async (name: string) => {
    const lines = (await metrics.exposition()).split('\n');
    return lines.filter((line) => line.startsWith(name)).map((line) => line.slice(name.length));
  };

  it('counts commands by type and outcome, and events by type', async () => {
    const repeatable = { key: 'k', content: 'POST /leads' };
    await write(null, create, { repeatable });
    await write(null, create, { repeatable });
    await write(1, qualify);
    await write(1, qualify);
    const refused = [
      write(9, qualify),
      write(1, qualify, { acceptedVersions: [9] }),
      write(null, create, { repeatable: { key: 'k', content: 'another' } }),
    ];
    expect((await Promise.allSettled(refused)).map(({ status }) => status)).toEqual(
      Array(3).fill('rejected'),
    );
    unmeasured.writeLead = () => Promise.reject(new StorageUnavailable('1000 writes are waiting'));
    await expect(write(1, qualify)).rejects.toThrow(StorageUnavailable);
    unmeasured.writeLead = () => Promise.reject(new Error('a fault'));
    await expect(write(1, qualify)).rejects.toThrow('a fault');
    expect((await read('leadlog_commands_total')).sort()).toEqual([
      '{type="ChangeStatus",outcome="conflict"} 1',
      '{type="ChangeStatus",outcome="done"} 1',
      '{type="ChangeStatus",outcome="failed"} 1',
      '{type="ChangeStatus",outcome="refused"} 1',
      '{type="ChangeStatus",outcome="unavailable"} 1',
      '{type="ChangeStatus",outcome="unchanged"} 1',
      '{type="CreateLead",outcome="done"} 1',
      '{type="CreateLead",outcome="refused"} 1',
      '{type="CreateLead",outcome="replayed"} 1',
    ]);
    expect(await read('leadlog_events_appended_total')).toEqual([
      '{type="LeadCreated"} 1',
      '{type="StatusChanged"} 1',
    ]);
  });

  it('counts each row of an import', async () => {
    const [lead, later] = [
      create.lead,
      { ...create.lead, last_activity_at: '2027-01-01T00:00:00.000Z' },
    ];
    const rows = [lead, lead, later].map((described, index) => ({
      line: index + 2,
      lead: described,
    }));
    const origin = { tenantId: 'acme', actor: 'mara', correlationId: 'r', batchId: 'b' };
    const refused = await writer.writeRows({ ...origin, rows });
    expect(refused.map(({ line }) => line)).toEqual([4]);
    unmeasured.writeRows = () => Promise.reject(new Error('a fault'));
    await expect(writer.writeRows({ ...origin, rows })).rejects.toThrow('a fault');
    expect((await read('leadlog_commands_total')).sort()).toEqual([
      '{type="CreateLead",outcome="done"} 2',
      '{type="CreateLead",outcome="failed"} 3',
      '{type="CreateLead",outcome="refused"} 1',
    ]);
    expect(await read('leadlog_events_appended_total')).toEqual(['{type="LeadCreated"} 2']);
  });

  it('knows how many wait', async () => {
    const waiting = [write(null, create), write(null, create), write(9, qualify)];
    expect(await read('leadlog_write_queue_length')).toEqual([' 3']);
    await Promise.allSettled(waiting);
    expect(await read('leadlog_write_queue_length')).toEqual([' 0']);
  });

  it('counts the priorities that are settled', async () => {
    await write(null, create);
    await write(null, create);
    clock.advance(8 * DAY);
    await writer.settlePriorities({ tenantId: 'acme', now: clock.now() });
    await writer.settlePriorities({ tenantId: 'acme', now: clock.now() });
    expect(await read('leadlog_priorities_settled_total')).toEqual([' 2']);
  });
});
