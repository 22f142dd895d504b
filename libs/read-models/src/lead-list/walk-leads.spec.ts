import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import type { LeadCreated, LeadEvent } from '@leadlog/domain/events';
import { created } from '@leadlog/domain/lead-specification';
import type { EventStore } from '@leadlog/event-store/event-store';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import { leadListProjection } from './lead-list-projection';
import { listLeads } from './list-leads';
import type { ListSelection } from './list-query';
import { listedIds, readLeads } from './walk-leads';

const NOW = new Date('2026-11-22T10:00:00.000Z');

const byPriority: ListSelection = {
  filter: {},
  archived: false,
  sort: { column: 'priority', descending: true },
};

describe.each(testEngines)('a walk through the lead list on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let store: EventStore;

  beforeEach(async () => {
    test = await openTestDatabase();
    store = await openTestStore(test, new TestClock(NOW), [leadListProjection()]);
  });
  afterEach(() => test.discard());

  const write = (events: LeadEvent[], lead?: number, tenant = 'acme') =>
    store.write(tenant, { actor: 'mara', correlation_id: 'c' }, async (log) => {
      const ids = lead === undefined ? { ...log.ids, lead: log.ids.lead + 1 } : log.ids;
      const id = lead ?? log.ids.lead;
      await log.append(id, (await log.readStream(id)).length, events, ids);
    });
  const create = async (...leads: Partial<LeadCreated['data']>[]) => {
    for (const lead of leads) await write([created(lead)]);
  };
  const walk = (selection: Partial<ListSelection> = {}) =>
    test.database.readApart('acme', (apart) =>
      listedIds(apart, 'acme', { ...byPriority, ...selection }, NOW, 7),
    );
  const read = (ids: number[]) =>
    test.database.read('acme', (snapshot) => readLeads(snapshot, 'acme', ids));

  it('goes where the list goes, by any filter and order', async () => {
    const statuses = ['new', 'lost', 'qualified'] as const;
    for (let index = 0; index < 60; index += 1)
      await create({ name: `Lead ${index % 7}`, status: statuses[index % 3]! });
    await write([{ type: 'LeadArchived', data: {}, personal: null }], 7);
    await write([created({ name: 'Theirs' })], undefined, 'other');
    for (const selection of [
      byPriority,
      { ...byPriority, filter: { q: 'lead 3', status: 'new' } },
      { ...byPriority, sort: { column: 'name', descending: false } },
      { ...byPriority, sort: { column: 'last_activity_at', descending: true } },
      { ...byPriority, archived: true },
    ] as ListSelection[]) {
      const page = { ...selection, limit: 200, start: { offset: 0 } };
      const listed = await test.database.read('acme', (snapshot) =>
        listLeads(snapshot, 'acme', page, NOW),
      );
      const ids = await walk(selection);
      expect(ids).toEqual(listed.items.map(({ lead }) => lead.id));
      expect(await read(ids)).toEqual(listed.items.map(({ lead }) => lead));
    }
  });

  it('comes to each lead once, though it moves meanwhile', async () => {
    await create({ name: 'first', status: 'qualified' }, { name: 'second' }, { name: 'third' });
    const ids = await walk();
    await write(
      [{ type: 'StatusChanged', data: { from: 'new', to: 'qualified' }, personal: null }],
      3,
    );
    await create({ name: 'later' });
    const leads = await read(ids);
    expect(leads.map(({ name }) => name)).toEqual(['first', 'second', 'third']);
    expect(leads[2]).toMatchObject({ status: 'qualified', version: 2 });
  });

  it('finds nothing where there is nothing', async () => {
    expect(await walk()).toEqual([]);
    expect(await read([])).toEqual([]);
    expect(await read([1])).toEqual([]);
  });
});
