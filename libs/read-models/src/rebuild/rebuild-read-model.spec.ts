import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import type { LeadCreated, LeadEvent } from '@leadlog/domain/events';
import type { EventStore } from '@leadlog/event-store/event-store';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import { leadListModel } from '../lead-list/lead-list-model';
import { leadListProjection } from '../lead-list/lead-list-projection';
import { readListedLead } from '../lead-list/read-listed-lead';
import { verifyLeadList } from '../lead-list/verify-lead-list';
import type { ReadModel } from '../read-model';
import { ensureBuilt } from './ensure-built';
import { builtVersion } from './model-tables';
import { rebuildReadModel, RebuildIncomplete, RebuildUnderWay } from './rebuild-read-model';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const DAY = 24 * 60 * 60 * 1000;
const origin = { actor: 'mara', correlation_id: 'request-1' };

const created = (lead: number): LeadCreated => ({
  type: 'LeadCreated',
  data: {
    name: `Lead ${lead}`,
    domain: null,
    status: 'new',
    employee_count: null,
    industry: null,
    last_activity_at: NOW.toISOString(),
    owner: null,
    primary_contact: { id: lead, emails: [{ id: lead, is_primary: true }] },
  },
  personal: { first_name: 'Ada', last_name: null, phone: null, emails: ['ada@acme.example'] },
});

const qualified: LeadEvent = {
  type: 'StatusChanged',
  data: { from: 'new', to: 'qualified' },
  personal: null,
};
const erased: LeadEvent = { type: 'PersonalDataErased', data: {}, personal: null };

describe.each(testEngines)('rebuilding the lead list on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let clock: TestClock;
  let store: EventStore;

  beforeEach(async () => {
    test = await openTestDatabase();
    clock = new TestClock(NOW);
    store = await openTestStore(test, clock, [leadListProjection()]);
  });
  afterEach(async () => {
    store.close();
    await test.discard();
  });

  const create = (tenant = 'acme') =>
    store.write(tenant, origin, async (log) => {
      const { lead } = log.ids;
      const next = { lead: lead + 1, contact: lead + 1, email: lead + 1 };
      await log.append(lead, 0, [created(lead)], next);
    });
  const append = (lead: number, version: number, event: LeadEvent) =>
    store.write('acme', origin, (log) => log.append(lead, version, [event], log.ids));
  const createMany = (count: number, tenant?: string) =>
    Promise.all(Array.from({ length: count }, () => create(tenant)));
  const rebuild = (model: ReadModel = leadListModel, progress?: () => void) =>
    rebuildReadModel(test.database, store, model, {
      now: clock.now(),
      ...(progress && { progress }),
    });
  const differences = async (tenant = 'acme') => {
    const found = [];
    for await (const one of verifyLeadList(test.database, store, tenant, clock.now()))
      found.push(one);
    return found;
  };
  const damage = (change: Record<string, unknown>, lead: number) =>
    test.database.write('acme', (transaction) =>
      transaction.updateTable('leads').set(change).where('id', '=', lead).execute(),
    );
  const tables = () =>
    test.database.read('acme', async (snapshot) => {
      const found = await snapshot.introspection.getTables();
      return found.map(({ name }) => name).sort();
    });

  it('gives the list that the log tells, whatever the old one held', async () => {
    await createMany(450);
    await append(2, 1, qualified);
    await append(3, 1, erased);
    await create('other');
    await damage({ name: 'nonsense', priority: 1 }, 1);
    expect(await differences()).not.toEqual([]);
    expect(await rebuild()).toBe(453);
    expect(await differences()).toEqual([]);
    expect(await differences('other')).toEqual([]);
    const read = (id: number) =>
      test.database.read('acme', (snapshot) => readListedLead(snapshot, 'acme', id, clock.now()));
    expect((await read(1))?.lead.name).toBe('Lead 1');
    expect((await read(3))?.lead.primary_contact).toBeNull();
  });

  it('takes up what is written while it runs', async () => {
    for (const count of [667, 667, 667]) await createMany(count);
    const writes: Promise<unknown>[] = [];
    await rebuild(leadListModel, () => {
      writes.push(create(), create('newcomer'), append(writes.length + 1, 1, qualified));
    });
    expect(writes.length).toBeGreaterThan(3);
    await Promise.all(writes);
    expect(await differences()).toEqual([]);
    expect(await differences('newcomer')).toEqual([]);
  });

  it('leaves a list that is written to as before, and can be rebuilt again', async () => {
    await createMany(3);
    await rebuild();
    await create();
    await append(4, 1, qualified);
    await rebuild();
    await append(1, 1, qualified);
    expect(await differences()).toEqual([]);
  });

  it('leaves no table behind', async () => {
    const before = await tables();
    await createMany(3);
    await rebuild();
    expect(await tables()).toEqual(before);
  });

  it('clears away what a rebuild that was cut off has left', async () => {
    await createMany(3);
    await test.database.define((transaction) => leadListModel.createTables(transaction, '_g1'));
    const before = (await tables()).filter((name) => !name.includes('_g1'));
    await rebuild();
    expect(await tables()).toEqual(before);
  });

  it('settles the new list before it is used', async () => {
    await create();
    clock.advance(7 * DAY);
    await rebuild();
    const due = await test.database.read('acme', (snapshot) =>
      snapshot
        .selectFrom('leads')
        .select('id')
        .where('decays_at', '<=', clock.now().toISOString())
        .execute(),
    );
    expect(due).toEqual([]);
  });

  it('does not switch to tables that miss something, and keeps the old ones in use', async () => {
    await createMany(3);
    const forgetful: ReadModel = {
      ...leadListModel,
      fillingProjection: (now) => ({
        ...leadListModel.fillingProjection(now),
        project: (transaction, events) =>
          leadListModel.fillingProjection(now).project(
            transaction,
            events.filter(({ lead_id }) => lead_id !== 2),
          ),
      }),
    };
    await expect(rebuild(forgetful)).rejects.toThrow(RebuildIncomplete);
    expect(await differences()).toEqual([]);
  });

  describe('at the start', () => {
    const ensure = (model = leadListModel) =>
      ensureBuilt(test.database, store, model, { now: clock.now() });

    it('has nothing to do for a new database', async () => {
      await ensure();
      expect(await builtVersion(test.database, 'lead-list')).toBe(leadListProjection().version);
    });

    it('builds anew what another release has built in another version', async () => {
      await ensure();
      await createMany(2);
      await damage({ name: 'as this version has it' }, 1);
      const version = leadListProjection().version + 1;
      const newer: ReadModel = {
        ...leadListModel,
        projection: () => ({ ...leadListProjection(), version }),
      };
      await ensure();
      expect(await differences()).toHaveLength(1);
      await ensure(newer);
      expect(await differences()).toEqual([]);
      expect(await builtVersion(test.database, 'lead-list')).toBe(version);
    });

    it('waits for another process that is building', async () => {
      await createMany(2);
      const [begun, built] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const other = test.database.runAlone('rebuild of lead-list', () => {
        begun.resolve();
        return built.promise;
      });
      await begun.promise;
      const rebuilding = rebuildReadModel(test.database, store, leadListModel, { now: NOW });
      // SQLite's file has one process that writes it.
      const isShared = !test.database.sharesWrites;
      if (isShared) await expect(rebuilding).rejects.toThrow(RebuildUnderWay);
      else await rebuilding;
      let waited = 0;
      await ensureBuilt(test.database, store, leadListModel, { now: NOW }, async () => {
        waited++;
        built.resolve();
        await other;
      });
      built.resolve();
      expect(waited).toBe(isShared ? 1 : 0);
      expect(await builtVersion(test.database, 'lead-list')).toBe(leadListProjection().version);
    });

    it('builds a list for a log that has none, as after restoring a backup of the log', async () => {
      await createMany(2);
      await damage({ status: 'lost' }, 2);
      await ensure();
      expect(await differences()).toEqual([]);
    });
  });

  describe('verification', () => {
    beforeEach(() => createMany(250));

    it('finds nothing in a list that is right, before and after time has passed', async () => {
      expect(await differences()).toEqual([]);
      clock.advance(90 * DAY);
      expect(await differences()).toEqual([]);
      await leadListModel.settle(test.database, 'acme', clock.now());
      expect(await differences()).toEqual([]);
    });

    it.each([
      ['name', { name: 'nonsense', name_folded: 'lead 7' }],
      ['status', { status: 'lost' }],
      ['priority', { priority: 144 }],
      ['version', { version: 9 }],
      ['archived', { archived: 1 }],
      ['owner', { owner: 'eve' }],
    ])('names the lead and its %s', async (field, change) => {
      await damage(change, 7);
      expect(await differences()).toEqual([{ lead_id: 7, kind: 'different', fields: [field] }]);
    });

    it('finds a priority that has fallen before its time', async () => {
      await damage({ priority: 40, activity_points: 0, decays_at: null }, 7);
      expect(await differences()).toMatchObject([{ lead_id: 7, kind: 'different' }]);
    });

    it('finds a changed contact', async () => {
      await test.database.write('acme', (transaction) =>
        transaction
          .updateTable('contact_emails')
          .set({ value: 'eve@acme.example' })
          .where('id', '=', 201)
          .execute(),
      );
      expect(await differences()).toEqual([
        { lead_id: 201, kind: 'different', fields: ['primary_contact'] },
      ]);
    });

    it('finds a lead that is missing and one that is not in the log', async () => {
      await test.database.write('acme', async (transaction) => {
        await transaction.deleteFrom('contacts').where('lead_id', '=', 250).execute();
        await transaction
          .updateTable('leads')
          .set({ id: 999, primary_contact_id: null })
          .where('id', '=', 250)
          .execute();
      });
      expect(await differences()).toEqual([
        { lead_id: 250, kind: 'missing', fields: [] },
        { lead_id: 999, kind: 'not in the log', fields: [] },
      ]);
    });
  });
});
