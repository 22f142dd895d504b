import type { ImportFailure } from '@leadlog/contracts/import';
import { INSTALLATION } from '@leadlog/database/database';
import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import { IdempotencyKeyReused } from '@leadlog/event-store/idempotency';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import { leadListProjection } from '@leadlog/read-models/lead-list/lead-list-projection';
import { join } from 'node:path';
import { writerInProcess, type Writer } from '../../writing/writer';
import type { FileLayout } from '../file/file-layout';
import type { RefusedRow } from '../rows/refused-row';
import type { SentFile } from './accept-import';
import { KEPT_MS, LONGEST_UPLOAD_MS, MAX_UNFINISHED } from './import-limits';
import {
  readChunk,
  readImport,
  readRefusedRows,
  readUnfinished,
  tenantsImporting,
  refusedKept,
} from './read-imports';
import { refusedRowsProjection } from './refused-rows-projection';

const layout: FileLayout = {
  encoding: 'utf-8',
  hasMark: false,
  delimiter: ',',
  columns: [{ header: 'Firma', field: 'name' }],
};
const refusedAt = (line: number): RefusedRow => ({
  line,
  header: 'Firma',
  code: 'required',
  detail: 'must not be empty',
  cells: ['', 'ada@acme.example'],
});

describe.each(testEngines)('imports on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let clock: TestClock;
  let writer: Writer;

  beforeEach(async () => {
    test = await openTestDatabase();
    clock = new TestClock(new Date('2026-11-22T10:00:00.000Z'));
    const projections = [leadListProjection(), refusedRowsProjection];
    const eventStore = await openTestStore(test, clock, projections);
    const signingKeyFile = join(test.folder, 'signing.key');
    writer = writerInProcess({ database: test.database, eventStore, signingKeyFile });
  });
  afterEach(() => test.discard());

  const key = (id: string, tenantId = 'acme') => ({ tenantId, id });
  const begin = (id: string, { isDryRun = false, tenantId = 'acme' } = {}) =>
    writer.beginImport({
      ...key(id, tenantId),
      actor: 'mara',
      correlationId: 'c',
      isDryRun,
      now: clock.now(),
    });
  const send = async (id: string, more: Partial<SentFile> = {}) => {
    const { isDryRun = false, tenantId = 'acme' } = more;
    expect(await begin(id, { isDryRun, tenantId })).toBe(true);
    await writer.spoolImport({ ...key(id, tenantId), place: 0, bytes: Buffer.from('Firma\n') });
    return writer.acceptImport({
      ...key(id, tenantId),
      layout,
      digest: 'd1',
      isDryRun,
      isForced: false,
      repeatable: undefined,
      now: clock.now(),
      ...more,
    });
  };
  const repeatable = (name: string, content = 'POST /leads/import d1') => ({
    repeatable: { key: name, content },
  });
  const read = (id: string, tenantId = 'acme') =>
    test.database.read(tenantId, (snapshot) => readImport(snapshot, key(id, tenantId)));
  const chunk = async (id: string, place = 0, tenantId = 'acme') => {
    const bytes = await test.database.read(tenantId, (snapshot) =>
      readChunk(snapshot, key(id, tenantId), place),
    );
    return bytes && Buffer.from(bytes).toString();
  };
  const unfinished = (tenantId = 'acme') =>
    test.database.read(tenantId, (snapshot) => readUnfinished(snapshot, tenantId));
  const refused = (id: string) =>
    test.database.read('acme', (snapshot) => readRefusedRows(snapshot, key(id), 0, 10));
  const note = (id: string, ...lines: number[]) =>
    writer.noteImport({
      ...key(id),
      rows: 9,
      imported: 3,
      refused: lines.length,
      refusedRows: lines.map(refusedAt),
    });
  const end = (id: string, failure: ImportFailure | null = null) =>
    writer.endImport({ ...key(id), failure, now: clock.now() });
  const createLead = (tenantId: string) => {
    const lead = { name: 'Acme', domain: null, status: 'new', employee_count: null } as const;
    const rest = { industry: null, last_activity_at: null, owner: null, primary_contact: null };
    const command = { type: 'CreateLead', lead: { ...lead, ...rest } } as const;
    return writer.writeLead({ tenantId, actor: 'a', correlationId: 'c', leadId: null, command });
  };
  const erase = (tenantId: string) =>
    writer.writeLead({
      tenantId,
      actor: 'a',
      correlationId: 'c',
      leadId: 1,
      command: { type: 'ErasePersonalData' },
    });

  it('are there once their file is', async () => {
    await begin('a');
    expect(await read('a')).toBeUndefined();
    expect(await send('b')).toEqual({ id: 'b', isNew: true, isReplayed: false });
    expect(await read('b')).toMatchObject({ status: 'running', actor: 'mara', rows: null });
    expect(await read('b', 'other')).toBeUndefined();
    expect(await chunk('b')).toBe('Firma\n');
    expect(await chunk('b', 1)).toBeUndefined();
    expect(await unfinished()).toEqual([key('b')]);
  });

  it('know from which position of the log on their leads stand', async () => {
    await createLead('acme');
    await send('a');
    expect(await read('a')).toMatchObject({ began_after: 1 });
  });

  it('lose their file as they end, and keep what they came to', async () => {
    await send('a');
    await note('a', 4);
    await end('a');
    expect(await chunk('a')).toBeUndefined();
    expect(await read('a')).toMatchObject({ status: 'done', rows: 9, imported: 3, refused: 1 });
    expect(await unfinished()).toEqual([]);
    await send('b', { digest: 'd2' });
    await end('b', { code: 'unreadable', detail: 'Line 2', line: 2 });
    expect(await read('b')).toMatchObject({
      status: 'failed',
      failure: '{"code":"unreadable","detail":"Line 2","line":2}',
    });
  });

  it('are dropped with their file where it is not accepted', async () => {
    await begin('a');
    await writer.spoolImport({ ...key('a'), place: 0, bytes: Buffer.from('Firma\n') });
    await writer.dropImport(key('a'));
    expect(await chunk('a')).toBeUndefined();
    await send('b');
    await writer.dropImport(key('b'));
    expect(await chunk('b')).toBe('Firma\n');
  });

  it('are limited for each tenant until they end', async () => {
    for (let index = 0; index < MAX_UNFINISHED; index += 1)
      await send(`i${index}`, { digest: `d${index}` });
    expect(await begin('more')).toBe(false);
    expect(await begin('theirs', { tenantId: 'other' })).toBe(true);
    await end('i0');
    expect(await begin('more')).toBe(true);
  });

  describe('of the same file', () => {
    it('are the first one, whatever became of it', async () => {
      await send('a');
      expect(await send('b')).toEqual({ id: 'a', isNew: false, isReplayed: false });
      await end('a');
      expect(await send('c')).toMatchObject({ id: 'a', isNew: false });
      expect(await chunk('c')).toBeUndefined();
    });

    it('are others where they are forced, read in another way, of another tenant or dry', async () => {
      const asOwner = { ...layout, columns: [...layout.columns, { header: 'b', field: null }] };
      await send('a');
      expect(await send('b', { isForced: true })).toMatchObject({ id: 'b', isNew: true });
      expect(await send('c', { layout: asOwner })).toMatchObject({ id: 'c', isNew: true });
      expect(await send('d', { digest: 'd2' })).toMatchObject({ id: 'd', isNew: true });
      expect(await send('e', { tenantId: 'other' })).toMatchObject({ id: 'e', isNew: true });
      expect(await send('f', { isDryRun: true })).toMatchObject({ id: 'f', isNew: true });
      expect(await send('g')).toMatchObject({ isNew: false });
    });

    it('are not hidden by a dry run, nor by one that came to nothing', async () => {
      await send('a', { isDryRun: true });
      await end('a');
      expect(await send('b')).toMatchObject({ id: 'b', isNew: true });
      await end('b', { code: 'unreadable', detail: '', line: 7 });
      expect(await send('c')).toMatchObject({ id: 'c', isNew: true });
      await note('c');
      await end('c', { code: 'internal', detail: '', line: null });
      expect(await send('d')).toMatchObject({ id: 'c', isNew: false });
    });

    it('tell nobody who has the database of which file they are', async () => {
      await send('a');
      const { fingerprint } = (await read('a'))!;
      await send('b', { tenantId: 'other' });
      expect(fingerprint).toHaveLength(32);
      expect((await read('b', 'other'))!.fingerprint).not.toEqual(fingerprint);
    });
  });

  describe('of a request that is repeated', () => {
    it('are the same, with the same news', async () => {
      await send('a', repeatable('k'));
      clock.advance(1000);
      expect(await send('b', repeatable('k'))).toEqual({ id: 'a', isNew: true, isReplayed: true });
      const found = { id: 'a', isNew: false, isReplayed: false };
      expect(await send('c', repeatable('other'))).toEqual(found);
      clock.advance(1000);
      expect(await send('d', repeatable('other'))).toEqual({ ...found, isReplayed: true });
      expect(await chunk('b')).toBeUndefined();
    });

    it('are refused where the key stands for another one', async () => {
      await send('a', repeatable('k'));
      await expect(send('b', repeatable('k', 'POST /leads/import d2'))).rejects.toThrow(
        IdempotencyKeyReused,
      );
      const lead = { ...repeatable('l', 'POST /leads'), tenantId: 'acme', leadId: 1 };
      await createLead('acme');
      const command = { type: 'ChangeStatus', new_status: 'lost' } as const;
      await writer.writeLead({ ...lead, actor: 'a', correlationId: 'c', command });
      await expect(send('c', repeatable('l'))).rejects.toThrow(IdempotencyKeyReused);
    });

    it('are forgotten after a day', async () => {
      await send('a', { ...repeatable('k'), isForced: true });
      clock.advance(KEPT_MS);
      expect(await send('b', { ...repeatable('k'), isForced: true })).toMatchObject({ id: 'b' });
    });
  });

  describe('have refused rows that', () => {
    const sweep = () => writer.sweepImports({ now: clock.now() });

    it('are kept for a day after the end', async () => {
      await send('a');
      await note('a', 4, 2);
      clock.advance(KEPT_MS);
      await end('a');
      clock.advance(KEPT_MS - 1);
      await sweep();
      expect((await refused('a')).map(({ line, cells }) => [line, cells])).toEqual([
        [2, '["","ada@acme.example"]'],
        [4, '["","ada@acme.example"]'],
      ]);
      expect(refusedKept((await read('a'))!, clock.now())).toBe('rows');
      clock.advance(1);
      expect(refusedKept((await read('a'))!, clock.now())).toBe('nothing');
      await sweep();
      expect(await refused('a')).toEqual([]);
      expect(await read('a')).toMatchObject({ refused: 2, refused_kept: 'nothing' });
    });

    it('lose their cells with an erasure of the tenant, also while the import runs', async () => {
      await createLead('acme');
      await createLead('other');
      await send('a');
      await note('a', 2);
      await erase('other');
      expect(await refused('a')).toMatchObject([{ line: 2, cells: expect.any(String) }]);
      await erase('acme');
      await note('a', 5);
      expect(await refused('a')).toMatchObject([
        { line: 2, header: 'Firma', detail: 'must not be empty', cells: null },
        { line: 5, cells: null },
      ]);
      expect(refusedKept((await read('a'))!, clock.now())).toBe('reasons');
      await send('later', { isForced: true });
      await writer.noteImport({
        ...key('later'),
        rows: 1,
        imported: 0,
        refused: 1,
        refusedRows: [refusedAt(2)],
      });
      expect(await refused('later')).toMatchObject([{ cells: expect.any(String) }]);
    });
  });

  it('are found again, whoever they are of, until they end', async () => {
    const found = async () => {
      const tenants = await test.database.read(INSTALLATION, tenantsImporting);
      return (await Promise.all(tenants.sort().map((tenantId) => unfinished(tenantId)))).flat();
    };
    expect(await found()).toEqual([]);
    await send('a', { tenantId: 'other' });
    await send('b');
    await send('c', { digest: 'd2' });
    expect(await found()).toEqual([key('b'), key('c'), key('a', 'other')]);
    await end('b');
    await end('c');
    expect(await found()).toEqual([key('a', 'other')]);
  });

  it('are swept where their upload was cut off long ago', async () => {
    await begin('z', { tenantId: 'zeta' });
    await writer.spoolImport({ ...key('z', 'zeta'), place: 0, bytes: Buffer.from('Firma\n') });
    await begin('a');
    await writer.spoolImport({ ...key('a'), place: 0, bytes: Buffer.from('Firma\n') });
    await send('b');
    clock.advance(LONGEST_UPLOAD_MS - 1);
    await writer.sweepImports({ now: clock.now() });
    expect(await chunk('a')).toBe('Firma\n');
    expect(await chunk('z', 0, 'zeta')).toBe('Firma\n');
    clock.advance(1);
    await writer.sweepImports({ now: clock.now() });
    expect(await chunk('a')).toBeUndefined();
    expect(await chunk('z', 0, 'zeta')).toBeUndefined();
    expect(await chunk('b')).toBe('Firma\n');
  });
});
