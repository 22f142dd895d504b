import type { Database } from '@leadlog/database/database';
import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import type { EventStore } from '@leadlog/event-store/event-store';
import { appendEvents } from '@leadlog/event-store/test-log';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import { verifyExport } from '@leadlog/event-store/verify-export';
import { readLines } from '@leadlog/event-store/read-lines';
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Ending } from '../../../operations/ending';
import { OpenDownloads } from '../../../streaming/open-downloads';
import { ExportLog } from './export-log';
import { ExportLogHandler } from './export-log-handler';

const EVENTS = 3_000;

describe.each(testEngines)('an export on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let store: EventStore;
  let ending: Ending;
  let handler: ExportLogHandler;
  let reads: number;

  beforeEach(async () => {
    test = await openTestDatabase();
    store = await openTestStore(test, new TestClock(new Date('2026-11-22T10:00:00.000Z')));
    await appendEvents(store, 'acme', EVENTS);
    reads = 0;
    const counting: Database = {
      ...test.database,
      read: (scope, work) => {
        reads += 1;
        return test.database.read(scope, work);
      },
    };
    ending = new Ending();
    const downloads = new OpenDownloads(() => () => undefined, ending);
    handler = new ExportLogHandler(counting, store, downloads);
  });
  afterEach(() => test.discard());

  const open = async (format: 'ndjson' | 'csv') => {
    const { position, body } = await handler.execute(new ExportLog('acme', { format, after: 0 }));
    expect(position).toBe(EVENTS);
    return body.getStream();
  };
  const settled = async () => {
    for (let turn = 0; turn < 100; turn += 1) await setImmediate();
  };

  it('verifies, as long as it is', async () => {
    const stream = await open('ndjson');
    const result = await verifyExport(readLines(stream, 1_000_000));
    expect(result).toMatchObject({ intact: true, tenant_id: 'acme', events: EVENTS });
  });

  it('ends where the log ended when it began', async () => {
    const stream = await open('ndjson');
    await appendEvents(store, 'acme', 3);
    const result = await verifyExport(readLines(stream, 1_000_000));
    expect(result).toMatchObject({ intact: true, events: EVENTS });
  });

  it.each(['ndjson', 'csv'] as const)('reads %s only as far as it is taken', async (format) => {
    const stream = await open(format);
    stream.read(0);
    await settled();
    expect(reads).toBeLessThan(12);
    const before = reads;
    await settled();
    expect(reads).toBe(before);
    stream.destroy();
  });

  it('stops reading when its reader leaves', async () => {
    const stream = await open('ndjson');
    stream.read(0);
    await settled();
    const before = reads;
    stream.destroy();
    await once(stream, 'close');
    await settled();
    expect(reads).toBe(before);
  });

  it('breaks off, rather than ending, when the service stops', async () => {
    const stream = await open('ndjson');
    stream.read(0);
    await settled();
    const failed = once(stream, 'error');
    ending.beforeApplicationShutdown();
    expect((await failed)[0]).toMatchObject({ name: 'AbortError' });
    expect(stream.readableEnded).toBe(false);
  });
});
