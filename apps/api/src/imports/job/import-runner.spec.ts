import { MAX_IMPORT_ROWS } from '@leadlog/contracts/import';
import { StorageUnavailable } from '@leadlog/database/database';
import type { ImportTable } from '@leadlog/database/tables';
import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import type { EventStore } from '@leadlog/event-store/event-store';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import { leadListProjection } from '@leadlog/read-models/lead-list/lead-list-projection';
import { Logger } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { Metrics } from '../../operations/metrics';
import { join } from 'node:path';
import { writerInProcess, type Writer } from '../../writing/writer';
import { layoutOf } from '../file/file-layout';
import { FileScan } from '../file/file-scan';
import { refusedRowsProjection } from '../storage/refused-rows-projection';
import { readChunk, readImport, readRefusedRows } from '../storage/read-imports';
import { ImportRunner } from './import-runner';

const NOW = new Date('2026-11-22T10:00:00.000Z');

describe.each(testEngines)('imports that run on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let store: EventStore;
  let writer: Writer;
  let runner: ImportRunner;

  beforeEach(async () => {
    // A store that fails on purpose need not be reported.
    Logger.overrideLogger(false);
    test = await openTestDatabase();
    const clock = new TestClock(NOW);
    store = await openTestStore(test, clock, [leadListProjection(), refusedRowsProjection]);
    const signingKeyFile = join(test.folder, 'signing.key');
    writer = writerInProcess({ database: test.database, eventStore: store, signingKeyFile });
    runner = newRunner();
  });
  afterEach(async () => {
    await runner.beforeApplicationShutdown();
    await test.discard();
  });

  const newRunner = (using: Writer = writer) => {
    const { database } = test;
    const clock = () => NOW;
    return new ImportRunner(database, using, clock, store, new Metrics());
  };

  /** Has a file accepted as a request would; cut into chunks of a few rows. */
  const accept = async (id: string, csv: string, { tenantId = 'acme', isDryRun = false } = {}) => {
    const key = { tenantId, id };
    await writer.beginImport({ ...key, actor: 'mara', correlationId: 'r', isDryRun, now: NOW });
    const file = Buffer.from(csv);
    const scan = new FileScan();
    for (let place = 0; place * 1000 < file.length; place += 1) {
      const bytes = file.subarray(place * 1000, (place + 1) * 1000);
      scan.add(bytes);
      await writer.spoolImport({ ...key, place, bytes });
    }
    const scanned = scan.finish();
    const layout = layoutOf(scanned, []);
    const { digest } = scanned;
    const request = { isDryRun, isForced: true, repeatable: undefined, now: NOW };
    await writer.acceptImport({ ...key, layout, digest, ...request });
    return key;
  };
  const read = (id: string, tenantId = 'acme') =>
    test.database.read(tenantId, (snapshot) =>
      readImport(snapshot, { tenantId, id }),
    ) as Promise<ImportTable>;
  const refused = (id: string) =>
    test.database.read('acme', (snapshot) =>
      readRefusedRows(snapshot, { tenantId: 'acme', id }, 0, 9999),
    );
  const names = (tenantId = 'acme') =>
    test.database.read(tenantId, async (snapshot) => {
      const rows = await snapshot
        .selectFrom('leads')
        .select('name')
        .where('tenant_id', '=', tenantId)
        .orderBy('id')
        .execute();
      return rows.map(({ name }) => name);
    });
  const linesOfEvents = () =>
    test.database.read('acme', async (snapshot) => {
      const rows = await snapshot.selectFrom('events').select('data').orderBy('position').execute();
      return rows.map(({ data }) => (JSON.parse(data) as { import: { line: number } }).import.line);
    });

  /** Every tenth row has no name. */
  const isBad = (index: number) => index % 10 === 9;
  const rowsOf = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      isBad(index) ? ',a@x.example' : `Lead ${index},a${index}@x.example`,
    );
  const file = (count: number) => ['Firma,E-Mail', ...rowsOf(count), ''].join('\n');
  const goodLines = (count: number) =>
    Array.from({ length: count }, (_, index) => index + 2).filter((line) => !isBad(line - 2));

  it('make a lead of each row, in its order, and report the others', async () => {
    runner.start(await accept('a', file(300)));
    await runner.idle();
    expect(await read('a')).toMatchObject({
      status: 'done',
      rows: 300,
      imported: 270,
      refused: 30,
      ended_at: NOW.toISOString(),
    });
    expect(await linesOfEvents()).toEqual(goodLines(300));
    expect((await refused('a')).slice(0, 2)).toMatchObject([
      { line: 11, header: 'Firma', code: 'required', cells: '["","a@x.example"]' },
      { line: 21 },
    ]);
    const chunk = test.database.read('acme', (snapshot) =>
      readChunk(snapshot, { tenantId: 'acme', id: 'a' }, 0),
    );
    expect(await chunk).toBeUndefined();
  });

  it('name who imports, and the batch', async () => {
    runner.start(await accept('batch-1', 'name\nAcme\n'));
    await runner.idle();
    const [created] = await test.database.read('acme', (snapshot) =>
      store.readStream(snapshot, 'acme', 1),
    );
    expect(created).toMatchObject({
      type: 'LeadCreated',
      actor: 'mara',
      correlation_id: 'r',
      data: { name: 'Acme', import: { batch_id: 'batch-1', line: 2 } },
    });
  });

  it.each([1, 2, 5, 12])(
    'go on after the stop of the service, cut off with the rows of write %i, without a double',
    async (cutAt) => {
      let written = 0;
      const stopping = newRunner({
        ...writer,
        writeRows: (write) => {
          written += 1;
          if (written === cutAt) void stopping.beforeApplicationShutdown();
          return writer.writeRows(write);
        },
      });
      stopping.start(await accept('a', file(1_500)));
      await stopping.idle();
      expect(await read('a')).toMatchObject({ status: 'running' });
      expect((await names()).length).toBeLessThan(1_350);
      await runner.resume();
      await runner.idle();
      expect(await read('a')).toMatchObject({ status: 'done', imported: 1_350, refused: 150 });
      expect(await linesOfEvents()).toEqual(goodLines(1_500));
      expect(await refused('a')).toHaveLength(150);
    },
  );

  it('go on where their progress was never noted, as after a crash', async () => {
    let notes = 0;
    const forgetful = newRunner({
      ...writer,
      noteImport: (progress) =>
        (notes += 1) === 1
          ? writer.noteImport(progress)
          : Promise.reject(new StorageUnavailable('no room')),
    });
    const key = await accept('a', file(500));
    forgetful.start(key);
    await forgetful.idle();
    expect(await read('a')).toMatchObject({ status: 'running', imported: 0, refused: 0 });
    const losing = newRunner({ ...writer, endImport: () => Promise.reject(new Error('killed')) });
    losing.start(key);
    await losing.idle();
    expect(await linesOfEvents()).toEqual(goodLines(500));
    runner.start(key);
    await runner.idle();
    expect(await read('a')).toMatchObject({ status: 'done', imported: 450, refused: 50 });
    expect(await linesOfEvents()).toEqual(goodLines(500));
  });

  it('wait for a store that cannot write, and fail where it is their own fault', async () => {
    let failure: Error = new StorageUnavailable('no room');
    const failing = newRunner({
      ...writer,
      writeRows: (write) =>
        write.rows.some(({ line }) => line > 115)
          ? Promise.reject(failure)
          : writer.writeRows(write),
    });
    failing.start(await accept('a', file(120)));
    await failing.idle();
    expect(await read('a')).toMatchObject({ status: 'running', imported: 100 });
    failure = new Error('a fault of the program');
    await failing.resume();
    await failing.idle();
    const row = await read('a');
    expect(row).toMatchObject({ status: 'failed', imported: 100 });
    expect(row.failure).toContain('internal');
    expect(row.failure).not.toContain('a fault of the program');
  });

  it('make nothing of a file that cannot be read to its end', async () => {
    runner.start(await accept('a', `${file(100)}"open,x\n`));
    await runner.idle();
    const row = await read('a');
    expect(row).toMatchObject({ status: 'failed', rows: null, imported: 0, refused: 0 });
    expect(JSON.parse(row.failure!)).toEqual({
      code: 'unreadable',
      detail: 'The row that begins at line 102 has a quotation mark that is never closed.',
      line: 102,
    });
    expect(await names()).toEqual([]);
  });

  it('make nothing of a file of too many rows', async () => {
    runner.start(await accept('a', `name\n${'x\n'.repeat(MAX_IMPORT_ROWS + 1)}`));
    await runner.idle();
    const row = await read('a');
    expect(row).toMatchObject({ status: 'failed', imported: 0 });
    expect(row.failure).toContain('too_many_rows');
    expect(await names()).toEqual([]);
  });

  it('report in a dry run what they would do, and write no event', async () => {
    const future = '\nLater,x@x.example,2026-11-23\nNow,x@x.example,2026-11-22';
    const csv = `${file(30).replace('E-Mail', 'E-Mail,Last contact').replaceAll('example\n', 'example,\n').trimEnd()}${future}\n`;
    runner.start(await accept('dry', csv, { isDryRun: true }));
    await runner.idle();
    expect(await names()).toEqual([]);
    expect(await test.database.read('acme', (snapshot) => store.position(snapshot, 'acme'))).toBe(
      0,
    );
    runner.start(await accept('real', csv));
    await runner.idle();
    const essence = ({ rows, imported, refused, status }: ImportTable) => ({
      rows,
      imported,
      refused,
      status,
    });
    expect(essence(await read('dry'))).toEqual(essence(await read('real')));
    expect(essence(await read('real'))).toEqual({
      rows: 32,
      imported: 28,
      refused: 4,
      status: 'done',
    });
    const reasons = async (id: string) =>
      (await refused(id)).map(({ line, header, code }) => [line, header, code]);
    expect(await reasons('dry')).toEqual(await reasons('real'));
    expect((await reasons('real')).at(-1)).toEqual([32, 'Last contact', 'activity_in_the_future']);
  });

  it('run one at a time of a tenant, in their order, and others beside them', async () => {
    const seen: string[] = [];
    const watching = newRunner({
      ...writer,
      writeRows: async (write) => {
        const refused = await writer.writeRows(write);
        for (const { lead } of write.rows) if (!seen.includes(lead.name)) seen.push(lead.name);
        return refused;
      },
    });
    const many = (name: string) => `name\n${`${name}\n`.repeat(2_000)}`;
    const first = await accept('a', many('A'));
    const second = await accept('b', many('B'));
    const theirs = await accept('c', many('C'), { tenantId: 'other' });
    for (const key of [first, second, theirs, first]) watching.start(key);
    await watching.idle();
    // Which of the two that run together is ahead is nobody's promise.
    expect(seen.toSorted()).toEqual(['A', 'B', 'C']);
    expect(seen.at(-1)).toBe('B');
    expect(await names()).toHaveLength(4_000);
    expect(await names('other')).toHaveLength(2_000);
  });

  it('let other requests have their turn', async () => {
    runner.start(await accept('a', `name\n${'A\n'.repeat(3_000)}`));
    while ((await read('a')).rows === null) await setImmediate();
    const lead = { name: 'Theirs', domain: null, status: 'new', employee_count: null } as const;
    const rest = { industry: null, last_activity_at: null, owner: null, primary_contact: null };
    const command = { type: 'CreateLead', lead: { ...lead, ...rest } } as const;
    const request = { tenantId: 'other', actor: 'a', correlationId: 'c', leadId: null, command };
    await writer.writeLead(request);
    expect((await names()).length).toBeLessThan(2_000);
    await runner.idle();
  });
});
