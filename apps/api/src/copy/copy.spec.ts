import { LeadCreate } from '@leadlog/contracts/lead';
import type { Database, Reading, Scope } from '@leadlog/database/database';
import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import type { LeadCommand } from '@leadlog/domain/decide';
import type { EventStore } from '@leadlog/event-store/event-store';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import { leadListProjection } from '@leadlog/read-models/lead-list/lead-list-projection';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { runLeadlog } from '../cli/program';
import { writeLead } from '../leads/lead-writer';
import { saveView } from '../views/saved-views';
import { copyInstallation } from './copy-installation';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const [sqlite, postgres] = [testEngines[0]!, testEngines[1]!];

describe.each([
  [sqlite.name, postgres.name, sqlite, postgres],
  [postgres.name, sqlite.name, postgres, sqlite],
])('a copy from %s to %s', (_from, _to, source, destination) => {
  let from: TestDatabase;
  let to: TestDatabase;
  let store: EventStore;

  beforeEach(async () => {
    from = await source.openTestDatabase();
    to = await destination.openTestDatabase();
    store = await openTestStore(from, new TestClock(NOW), [leadListProjection()]);
    for (let lead = 1; lead <= 3; lead += 1) await write('acme', null, createLead(lead));
    await write('acme', 2, { type: 'ChangeStatus', new_status: 'qualified' });
    await write('beta', null, createLead(1));
    await saveView(store, {
      ...{ tenantId: 'acme', actor: 'mara', correlationId: 'r' },
      view: { name: 'Mine', query: { status: 'new' } },
    });
  });
  afterEach(async () => {
    store.close();
    await from.discard();
    await to.discard();
  });

  const createLead = (lead: number): LeadCommand => ({
    type: 'CreateLead',
    lead: LeadCreate.parse({
      name: `Lead ${lead} “Ü” \\ \u2028`,
      primary_contact: { first_name: 'Ada', emails: [{ value: `${lead}@acme.example` }] },
    }),
  });
  const write = (tenantId: string, leadId: number | null, command: LeadCommand) =>
    writeLead(store, { tenantId, actor: 'mara', correlationId: 'r', leadId, command });
  const writeMany = (leads: number) =>
    Promise.all(Array.from({ length: leads }, (_, lead) => write('acme', null, createLead(lead))));

  async function run(line: string, url = to.url) {
    const printed: string[] = [];
    let notified = '';
    const status = await runLeadlog(line.split(' '), {
      environment: {
        DATABASE_URL: url,
        MASTER_KEY_FILE: join(from.folder, 'master.key'),
        SIGNING_KEY_FILE: join(from.folder, 'signing.key'),
        ERASURE_LEDGER_FILE: join(from.folder, 'erasures.log'),
      },
      print: (text) => printed.push(text),
      notify: (text) => (notified += text),
      isTerminal: false,
      now: () => NOW,
    });
    return { status, printed: printed.join('\n'), notified };
  }
  const copy = () => run(`copy --from ${from.url} --to ${to.url}`);
  const ends = () => ({ from: from.database, to: to.database });

  /** All that is kept of a tenant. */
  const keptOf = ({ database }: TestDatabase, tenantId: string) =>
    database.read(tenantId, async (snapshot) => {
      const of = (table: 'events' | 'heads' | 'lead_keys' | 'views') =>
        snapshot
          .selectFrom(table)
          .selectAll()
          .where('tenant_id', '=', tenantId)
          .orderBy(table === 'lead_keys' ? 'lead_keys.lead_id' : 'tenant_id')
          .execute();
      const events = await snapshot
        .selectFrom('events')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .orderBy('position')
        .execute();
      return [events, await of('heads'), await of('lead_keys'), await of('views')];
    });
  const expectTheSame = async () => {
    for (const tenant of ['acme', 'beta'])
      expect(await keptOf(to, tenant)).toEqual(await keptOf(from, tenant));
  };
  const masterKeys = ({ database }: TestDatabase) =>
    database.read('acme', (snapshot) => snapshot.selectFrom('master_key').selectAll().execute());

  it('holds the same log, keys and settings, and read models that agree with them', async () => {
    const { status, printed } = await copy();
    expect(printed).toMatch(/^copied: 2 tenants, 5 events, every hash unchanged/);
    expect(status).toBe(0);
    await expectTheSame();
    expect(await masterKeys(to)).toEqual(await masterKeys(from));
    expect(await run('verify')).toMatchObject({ status: 0 });
    expect(await run('verify --read-models')).toMatchObject({ status: 0 });
  });

  it('goes on where it was cut off', async () => {
    await writeMany(600);
    const cut = copyInstallation(ends(), () => {
      throw new Error('cut off');
    });
    await expect(cut).rejects.toThrow('cut off');
    expect(await masterKeys(to)).toEqual([]);
    const reached: number[] = [];
    await copyInstallation(ends(), (tenant, position) => {
      if (tenant === 'acme') reached.push(position);
    });
    expect(reached).toEqual([604]);
    expect(await copy()).toMatchObject({ status: 0 });
    await expectTheSame();
  });

  it('is not whole where somebody wrote meanwhile, and is after it ran again', async () => {
    let written: Promise<unknown> | undefined;
    const busy: Database = Object.create(from.database, {
      read: {
        value: async (scope: Scope, work: (snapshot: Reading) => Promise<unknown>) => {
          if (scope === 'beta') await (written ??= write('acme', 1, { type: 'ErasePersonalData' }));
          return from.database.read(scope, work);
        },
      },
    });
    const { differences } = await copyInstallation({ ...ends(), from: busy });
    expect(differences).toEqual([expect.stringMatching(/^acme is not the same in both/)]);
    expect(await masterKeys(to)).toEqual([]);
    expect(await copy()).toMatchObject({ status: 0 });
    await expectTheSame();
  });

  it('is only compared once it is whole', async () => {
    await copy();
    expect(await copy()).toMatchObject({ status: 0 });
    await to.database.write('beta', (transaction) =>
      transaction
        .insertInto('views')
        .values({ tenant_id: 'beta', name_folded: 'new', name: 'New', query: '{}' })
        .execute(),
    );
    const { status, printed } = await copy();
    expect(printed).toMatch(/^beta is not the same in both.*\n.*NOT good/);
    expect(status).toBe(1);
    expect((await keptOf(to, 'beta'))[3]).toMatchObject([{ name: 'New' }]);
  });

  it('tells of a log that was broken before', async () => {
    await from.tamper((transaction) =>
      transaction.updateTable('events').set({ actor: 'eve' }).where('position', '=', 2).execute(),
    );
    const { status, printed } = await copy();
    expect(printed).toMatch(/the log of acme is broken at 2 \(hash\)\n.*NOT good/);
    expect(status).toBe(1);
  });

  it('never goes into a database of somebody else', async () => {
    const other = await openTestStore(to, new TestClock(NOW), [leadListProjection()]);
    const before = await masterKeys(to);
    const { status, notified } = await copy();
    expect(notified).toMatch(/holds other data, which is never overwritten/);
    expect(status).toBe(2);
    expect(await masterKeys(to)).toEqual(before);
    other.close();
  });

  it('needs two databases, and the master key of the first', async () => {
    const same = await run(`copy --from ${from.url} --to ${from.url}`);
    expect(same).toMatchObject({ status: 2, notified: expect.stringMatching(/the same database/) });
    renameSync(join(from.folder, 'master.key'), join(from.folder, 'hidden.key'));
    const { status, notified } = await copy();
    expect(notified).toMatch(/needs the master key [0-9a-f]{16}, which is not in/);
    expect(status).toBe(2);
  });
});
