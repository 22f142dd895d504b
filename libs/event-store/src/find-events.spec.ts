import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import type { EventStore } from './event-store';
import type { EventFilter } from './find-events';
import { appendEvents } from './test-log';
import { openTestStore, TestClock } from './test-store';

const START = '2026-11-22T10:00:00.000Z';

describe.each(testEngines)('finding events on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let store: EventStore;
  let clock: TestClock;

  beforeEach(async () => {
    test = await openTestDatabase();
    clock = new TestClock(new Date(START));
    store = await openTestStore(test, clock);
  });
  afterEach(() => test.discard());

  const find = (filter: Partial<EventFilter>, tenant = 'acme') =>
    test.database.read('acme', (snapshot) =>
      store.find(snapshot, tenant, { after: 0, limit: 10, ...filter }),
    );
  const positions = async (filter: Partial<EventFilter>) =>
    (await find(filter)).places.map(({ position }) => position);

  it('finds by each filter and by all of them', async () => {
    await appendEvents(store, 'acme', 6);
    expect(await positions({})).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await positions({ type: 'LeadCreated' })).toEqual([1, 4]);
    expect(await positions({ lead_id: 2 })).toEqual([4, 5, 6]);
    expect(await positions({ actor: 'Zoë' })).toHaveLength(6);
    expect(await positions({ actor: 'zoë' })).toEqual([]);
    expect(await positions({ upTo: 4, after: 2 })).toEqual([3, 4]);
    expect(await positions({ lead_id: 2, type: 'StatusChanged', after: 5 })).toEqual([6]);
    expect(await find({}, 'other')).toEqual({ places: [], next_after: null });
  });

  it('finds by the time of recording, both ends included', async () => {
    for (let minute = 0; minute < 5; minute += 1) {
      await appendEvents(store, 'acme', 2);
      clock.advance(60_000);
    }
    const at = (minute: number, more = 0) =>
      new Date(Date.parse(START) + minute * 60_000 + more).toISOString();
    expect(await positions({ from: at(3) })).toEqual([7, 8, 9, 10]);
    expect(await positions({ from: at(3, 1) })).toEqual([9, 10]);
    expect(await positions({ to: at(1) })).toEqual([1, 2, 3, 4]);
    expect(await positions({ to: at(1, -1) })).toEqual([1, 2]);
    expect(await positions({ from: at(1), to: at(2), after: 3 })).toEqual([4, 5, 6]);
    expect(await positions({ from: at(2), to: at(1) })).toEqual([]);
    expect(await positions({ from: at(9) })).toEqual([]);
  });

  it('goes on after the last one found, and ends where there are no more', async () => {
    await appendEvents(store, 'acme', 6);
    expect((await find({ limit: 2 })).next_after).toBe(2);
    expect((await find({ limit: 6 })).next_after).toBeNull();
    expect((await find({ limit: 1, type: 'LeadCreated' })).next_after).toBe(1);
    expect((await find({ limit: 2, type: 'LeadCreated' })).next_after).toBeNull();
  });

  it('looks at some thousand events at a time, and comes to all of them', async () => {
    await appendEvents(store, 'acme', 12_001);
    const seen: (number | null)[] = [];
    for (let after: number | null = 0; after !== null;) {
      const { places, next_after } = await find({ after, actor: 'nobody' });
      expect(places).toEqual([]);
      seen.push((after = next_after));
    }
    expect(seen).toEqual([5_000, 10_000, null]);
    expect(await find({ lead_id: 4_001 })).toMatchObject({
      places: [{ position: 12_001, lead_id: 4_001, version: 1 }],
      next_after: null,
    });
  });
});
