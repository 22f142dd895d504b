import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from './event-store';
import { parseExportLine } from './export-record';
import { openTestStore, TestClock } from './test-store';
import { verifyExport } from './verify-export';

/** Events as the first release stored them, and the keys they need: they must read for good. */
const lines = readFileSync(join(__dirname, 'fixtures/events-v1.ndjson'), 'utf8').trim().split('\n');
const keys = JSON.parse(
  readFileSync(join(__dirname, 'fixtures/events-v1-keys.json'), 'utf8'),
) as StoredKeys;

interface StoredKeys {
  master_key: string;
  lead_keys: { tenant_id: string; lead_id: number; generation: number; wrapped_key: string }[];
}

describe.each(testEngines)('events of the first release on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let store: EventStore;

  beforeEach(async () => {
    test = await openTestDatabase();
    writeFileSync(join(test.folder, 'master.key'), keys.master_key);
    store = await openTestStore(test, new TestClock(new Date('2026-11-22T10:00:00.000Z')));
    await test.database.write('acme', async (transaction) => {
      for (const line of lines)
        await transaction
          .insertInto('events')
          .values(parseExportLine(Buffer.from(line)))
          .execute();
      const { key_id: master_key_id } = await transaction
        .selectFrom('master_key')
        .select('key_id')
        .executeTakeFirstOrThrow();
      for (const { wrapped_key, ...place } of keys.lead_keys)
        await transaction
          .insertInto('lead_keys')
          .values({ ...place, master_key_id, wrapped_key: Buffer.from(wrapped_key, 'base64') })
          .execute();
    });
  });
  afterEach(() => test.discard());

  const readStream = (lead: number) =>
    test.database.read('acme', (snapshot) => store.readStream(snapshot, 'acme', lead));

  it('read as they were meant, persons and all', async () => {
    expect(await readStream(1)).toMatchObject([
      {
        type: 'LeadCreated',
        position: 1,
        schema_version: 1,
        recorded_at: '2026-11-22T10:03:16.953Z',
        actor: 'mara@acme.example',
        data: {
          name: 'Müller & Söhne',
          domain: 'mueller.example',
          status: 'new',
          employee_count: 120,
          industry: 'tech',
          last_activity_at: '2026-11-20T09:00:00.000Z',
          owner: 'mara',
          primary_contact: {
            id: 1,
            emails: [
              { id: 1, is_primary: true },
              { id: 2, is_primary: false },
            ],
          },
        },
        personal: {
          first_name: 'Ada',
          last_name: 'Lovelace',
          phone: '+49 30 1234567',
          emails: ['ada@mueller.example', 'a.lovelace@mueller.example'],
        },
      },
      {
        type: 'StatusChanged',
        position: 2,
        schema_version: 1,
        data: { from: 'new', to: 'qualified' },
        personal: null,
      },
    ]);
    expect(await readStream(2)).toMatchObject([
      { type: 'LeadCreated', position: 3, data: { name: 'Bare', status: 'lost' }, personal: null },
    ]);
  });

  it('verify', async () => {
    const bytes = lines.map((line) => Buffer.from(line));
    expect(await verifyExport(bytes)).toMatchObject({ intact: true, events: 3 });
  });
});
