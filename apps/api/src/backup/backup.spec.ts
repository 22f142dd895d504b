import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import type { LeadCommand } from '@leadlog/domain/decide';
import { LeadCreate } from '@leadlog/contracts/lead';
import type { LeadKeyTable } from '@leadlog/database/tables';
import type { EventStore } from '@leadlog/event-store/event-store';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import { leadListProjection } from '@leadlog/read-models/lead-list/lead-list-projection';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { runLeadlog } from '../cli/program';
import { writeLead } from '../leads/lead-writer';
import { readSettings } from '../settings';
import { saveView } from '../views/saved-views';
import { openForWriting } from '../writing/open-for-writing';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const CANARY = 'nightingale';
const FILES = ['erasures.log', 'keys.ndjson', 'log', 'manifest.json', 'settings.ndjson'];

describe.each(testEngines)('a backup on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let target: TestDatabase;
  let store: EventStore;
  let environment: Record<string, string>;

  beforeEach(async () => {
    test = await openTestDatabase();
    target = await openTestDatabase();
    store = await openTestStore(test, new TestClock(NOW), [leadListProjection()]);
    environment = settingsOf(test);
    for (let lead = 1; lead <= 3; lead += 1) await write('acme', null, createLead(lead));
    await write('acme', 2, { type: 'ChangeStatus', new_status: 'qualified' });
    await write('beta', null, createLead(1));
  });
  afterEach(async () => {
    store.close();
    await test.discard();
    await target.discard();
  });

  const settingsOf = ({ url, folder }: TestDatabase) => ({
    DATABASE_URL: url,
    MASTER_KEY_FILE: join(test.folder, 'master.key'),
    SIGNING_KEY_FILE: join(test.folder, 'signing.key'),
    ERASURE_LEDGER_FILE: join(folder, 'erasures.log'),
  });
  const createLead = (lead: number): LeadCommand => ({
    type: 'CreateLead',
    lead: LeadCreate.parse({
      name: `Lead ${lead}`,
      primary_contact: { first_name: CANARY, emails: [{ value: `${lead}@acme.example` }] },
    }),
  });
  const write = (tenantId: string, leadId: number | null, command: LeadCommand) =>
    writeLead(store, { tenantId, actor: 'mara', correlationId: 'r', leadId, command });
  const erase = (leadId: number) => write('acme', leadId, { type: 'ErasePersonalData' });

  async function run(line: string, more: Record<string, string> = {}) {
    const printed: string[] = [];
    let notified = '';
    const status = await runLeadlog(line.split(' '), {
      environment: { ...environment, ...more },
      print: (text) => printed.push(text),
      notify: (text) => (notified += text),
      isTerminal: false,
      now: () => NOW,
    });
    return { status, printed: printed.join('\n'), notified };
  }
  const folder = () => join(test.folder, 'backup');
  const backUp = async () => {
    expect(await run(`backup ${folder()}`)).toMatchObject({ status: 0, notified: '' });
  };
  const restore = (line = '') => run(`restore ${folder()}${line}`, settingsOf(target));
  const alter = (name: string, change: (text: string) => string) => {
    const file = join(folder(), name);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  };

  /** All rows of a database that are not derived, and how it shows its leads. */
  const contentOf = ({ database }: TestDatabase, tenantId: string) =>
    database.read(tenantId, async (snapshot) => {
      const of = (table: 'events' | 'heads' | 'lead_keys' | 'views' | 'leads' | 'contact_emails') =>
        snapshot.selectFrom(table).selectAll().where('tenant_id', '=', tenantId).execute();
      return Promise.all([
        of('events'),
        of('heads'),
        of('lead_keys'),
        of('views'),
        of('leads'),
        of('contact_emails'),
        snapshot.selectFrom('master_key').selectAll().execute(),
      ]);
    });
  const personsOf = async (tenantId: string, leadId: number) => {
    const parts = await openForWriting(readSettings(settingsOf(target)), {
      committed: () => undefined,
      storageFailed: () => undefined,
    });
    const stream = await parts.database.read(tenantId, (snapshot) =>
      parts.eventStore.readStream(snapshot, tenantId, leadId),
    );
    await parts.close();
    return stream.map(({ personal }) => personal);
  };

  it('comes back as it was, with its settings and read models', async () => {
    const view = { name: 'Mine', query: { status: 'new' as const } };
    await saveView(store, { tenantId: 'acme', actor: 'mara', correlationId: 'r', view });
    await backUp();
    expect(await restore()).toMatchObject({ status: 0 });
    for (const tenant of ['acme', 'beta'])
      expect(await contentOf(target, tenant)).toEqual(await contentOf(test, tenant));
    expect((await contentOf(target, 'acme'))[3]).toMatchObject([{ name: 'Mine' }]);
  });

  it('keeps log and settings apart from keys and erasures, for its owner alone', async () => {
    await backUp();
    expect(readdirSync(folder()).sort()).toEqual(FILES);
    expect(readdirSync(join(folder(), 'log')).sort()).toEqual(['acme.ndjson', 'beta.ndjson']);
    expect(statSync(join(folder(), 'keys.ndjson')).mode & 0o077).toBe(0);
    expect(statSync(folder()).mode & 0o077).toBe(0);
    const [, , keys] = await contentOf(test, 'beta');
    const key = Buffer.from((keys[0] as LeadKeyTable).wrapped_key!).toString('base64');
    for (const name of FILES.filter((file) => file !== 'log')) {
      const text = readFileSync(join(folder(), name), 'utf8');
      expect(text.includes(key)).toBe(name === 'keys.ndjson');
      expect(text).not.toContain(CANARY);
    }
  });

  it('has logs that verify by themselves', async () => {
    await backUp();
    const { status, printed } = await run(`verify-export ${join(folder(), 'log/acme.ndjson')}`);
    expect(printed).toMatch(/^[^\n]*intact, tenant acme, 4 events/);
    expect(status).toBe(0);
  });

  it('is proved by a dry run, which leaves nothing behind', async () => {
    await backUp();
    const before = readdirSync(target.folder);
    const { status, printed } = await restore(' --dry-run');
    expect(printed).toMatch(/^the backup is good: 2 tenants, 5 events/);
    expect(status).toBe(0);
    expect(readdirSync(target.folder)).toEqual(before);
    expect((await contentOf(target, 'acme'))[0]).toEqual([]);
    expect(await run(`restore ${folder()} --dry-run`)).toMatchObject({ status: 0 });
  });

  it.each<[what: string, name: string, change: (text: string) => string, finding: RegExp]>([
    [
      'a byte of an event',
      'log/acme.ndjson',
      (text) => text.replace('mara', 'eve!'),
      /position 1 /,
    ],
    ['a log that was cut', 'log/acme.ndjson', (text) => text.slice(0, -30), /acme.ndjson/],
    [
      'a log without its last event',
      'log/acme.ndjson',
      cutLastLine,
      /acme.ndjson is not what was written/,
    ],
    [
      'a byte of the keys',
      'keys.ndjson',
      (text) => text.replace('"generation":1', '"generation":2'),
      /keys/,
    ],
    ['a line of the erasures', 'erasures.log', (text) => `${text}{}\n`, /erasures.log/],
    ['keys that are cut', 'keys.ndjson', cutLastLine, /keys/],
  ])(
    'is refused after a change of %s, and nothing is restored',
    async (_, name, change, finding) => {
      await backUp();
      alter(name, change);
      for (const line of [' --dry-run', '']) {
        const { status, printed } = await restore(line);
        expect({ line, status }).toEqual({ line, status: 1 });
        expect(printed).toMatch(finding);
        expect(printed).toMatch(/NOT good$/);
      }
      expect((await contentOf(target, 'acme'))[0]).toEqual([]);
      expect(existsSync(join(target.folder, 'erasures.log'))).toBe(false);
    },
  );

  it('is none where it was cut off, which is said', async () => {
    await backUp();
    rmSync(join(folder(), 'manifest.json'));
    const { status, notified } = await restore();
    expect(status).toBe(2);
    expect(notified).toMatch(/no whole backup: it has no manifest.json[^\n]+\n$/);
  });

  it('is none of another release, or nowhere', async () => {
    await backUp();
    alter('manifest.json', (text) => text.replace('backup 1', 'backup 2'));
    expect(await restore()).toMatchObject({
      status: 2,
      notified: expect.stringMatching(/release/),
    });
    rmSync(folder(), { recursive: true });
    expect(await restore()).toMatchObject({
      status: 2,
      notified: expect.stringMatching(/no folder/),
    });
  });

  it('leaves nothing where it fails, and takes no folder that is there', async () => {
    mkdirSync(folder());
    const taken = await run(`backup ${folder()}`);
    expect(taken).toMatchObject({ status: 2, notified: expect.stringMatching(/exists; name/) });
    const nowhere = join(test.folder, 'master.key', 'backup');
    const failed = await run(`backup ${nowhere}`);
    expect(failed).toMatchObject({
      status: 2,
      notified: expect.stringMatching(/cannot be written/),
    });
  });

  it('tells of a log that is broken already', async () => {
    await test.tamper((transaction) =>
      transaction.updateTable('events').set({ actor: 'eve' }).where('position', '=', 2).execute(),
    );
    const { status, printed } = await run(`backup ${folder()}`);
    expect(printed).toMatch(/acme.ndjson: the log is broken at position 2 \(hash\)\n.*NOT good/);
    expect(status).toBe(1);
  });

  it('never goes into a database that holds data', async () => {
    await backUp();
    const { status, notified } = await run(`restore ${folder()}`);
    expect(status).toBe(2);
    expect(notified).toMatch(/holds data, which is never overwritten/);
  });

  it('needs the master key that it was made under', async () => {
    await backUp();
    renameSync(join(test.folder, 'master.key'), join(test.folder, 'hidden.key'));
    const { status, notified } = await restore();
    expect(status).toBe(2);
    expect(notified).toMatch(/needs the master key [0-9a-f]{16}, which is not in/);
    expect(existsSync(join(test.folder, 'master.key'))).toBe(false);
    renameSync(join(test.folder, 'hidden.key'), join(test.folder, 'master.key'));
  });

  it('brings back nobody who was erased since', async () => {
    await backUp();
    await erase(1);
    copyFileSync(join(test.folder, 'erasures.log'), join(target.folder, 'erasures.log'));
    expect(await restore()).toMatchObject({ status: 0 });
    expect(await personsOf('acme', 1)).toEqual(['erased', null]);
    expect(await personsOf('acme', 3)).toMatchObject([{ first_name: CANARY }]);
  });

  it('brings back nobody who was erased before, with no ledger but its own', async () => {
    await erase(1);
    await backUp();
    expect(await restore()).toMatchObject({ status: 0 });
    expect(await personsOf('acme', 1)).toEqual(['erased', null]);
    expect(readFileSync(join(target.folder, 'erasures.log'), 'utf8')).toBe(
      readFileSync(join(test.folder, 'erasures.log'), 'utf8'),
    );
  });

  it('comes back without its keys, with every person erased', async () => {
    await backUp();
    rmSync(join(folder(), 'keys.ndjson'));
    expect(await restore()).toMatchObject({ status: 1, printed: expect.stringMatching(/keys/) });
    expect(await restore(' --without-keys --dry-run')).toMatchObject({ status: 0 });
    expect(await restore(' --without-keys')).toMatchObject({ status: 0 });
    expect(await personsOf('acme', 1)).toEqual(['erased', null]);
    expect((await contentOf(target, 'acme'))[5]).toEqual([]);
  });

  it('takes new persons for leads whose keys were lost', async () => {
    await backUp();
    rmSync(join(folder(), 'keys.ndjson'));
    await restore(' --without-keys');
    const parts = await openForWriting(readSettings(settingsOf(target)), {
      committed: () => undefined,
      storageFailed: () => undefined,
    });
    await writeLead(parts.eventStore, {
      ...{ tenantId: 'acme', actor: 'mara', correlationId: 'r', leadId: 1 },
      command: {
        type: 'SetPrimaryContact',
        contact: { first_name: 'Grace', last_name: null, phone: null, emails: [] },
      },
    });
    await parts.close();
    expect(await personsOf('acme', 1)).toMatchObject(['erased', null, { first_name: 'Grace' }]);
  });

  it('keeps an import that was under way as one that failed', async () => {
    const row = {
      ...{ tenant_id: 'acme', id: 'import-1', status: 'running' as const, actor: 'mara' },
      ...{ correlation_id: 'r', dry_run: 0, fingerprint: Buffer.from('f'), layout: '{}' },
      ...{ began_after: 0, rows: 9, imported: 3, refused: 0, refused_kept: 'rows' as const },
      ...{ failure: null, created_at: NOW.toISOString(), ended_at: null },
    };
    await test.database.write('acme', async (transaction) => {
      await transaction.insertInto('imports').values(row).execute();
      const chunk = { tenant_id: 'acme', import_id: 'import-1', place: 0 };
      const bytes = Buffer.from(CANARY);
      await transaction
        .insertInto('import_chunks')
        .values({ ...chunk, bytes })
        .execute();
    });
    await backUp();
    expect(readFileSync(join(folder(), 'settings.ndjson'), 'utf8')).not.toContain(CANARY);
    expect(await restore()).toMatchObject({ status: 0 });
    const imports = await target.database.read('acme', (snapshot) =>
      snapshot.selectFrom('imports').selectAll().execute(),
    );
    expect(imports).toMatchObject([{ status: 'failed', imported: 3, refused_kept: 'nothing' }]);
  });

  it('is of more events than are read at once, and leaves the ones behind its end out', async () => {
    const leads = Array.from({ length: 600 }, (_, index) => createLead(index));
    await Promise.all(leads.map((lead) => write('gamma', null, lead)));
    await backUp();
    await write('gamma', null, createLead(601));
    expect(await restore()).toMatchObject({ status: 0 });
    const [events] = await contentOf(target, 'gamma');
    expect(events).toHaveLength(600);
  });

  it('has no last line of a ledger that is being written', async () => {
    await erase(1);
    appendFileSync(join(test.folder, 'erasures.log'), '{"tenant_id":"acme","lead');
    await backUp();
    expect(await restore()).toMatchObject({ status: 0 });
  });
});

function cutLastLine(text: string): string {
  return text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1);
}
