import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import type { EventStore } from '@leadlog/event-store/event-store';
import { leadCreated, qualified } from '@leadlog/event-store/test-log';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import { readLogPage } from './log-page';

const origin = { actor: 'mara', correlation_id: 'request-1' };

describe.each(testEngines)('a page of the log on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let store: EventStore;

  beforeEach(async () => {
    test = await openTestDatabase();
    store = await openTestStore(test, new TestClock(new Date('2026-11-22T10:00:00.000Z')));
  });
  afterEach(() => test.discard());

  const change = (lead: number, version: number, count: number) =>
    store.write('acme', origin, async (log) => {
      const ids = { ...log.ids, lead: Math.max(log.ids.lead, lead + 1) };
      const changes = Array.from({ length: count }, () => qualified);
      await log.append(lead, version, version === 0 ? [leadCreated, ...changes] : changes, ids);
    });
  const read = (after: number) =>
    test.database.read('acme', (snapshot) =>
      readLogPage(store, snapshot, 'acme', { after, limit: 500 }),
    );

  it('is cut short where telling more would fold many events, yet comes to all', async () => {
    await change(1, 0, 4_000);
    await change(2, 0, 4_800);
    const beginning = 8_802;
    await change(1, 4_001, 1);
    await change(2, 4_801, 1);
    await change(1, 4_002, 1);
    const first = await read(beginning);
    expect(first.items.map(({ event }) => event.position)).toEqual([8_803, 8_804, 8_805]);
    await change(3, 0, 1_500);
    const cut = await read(beginning);
    expect(cut.items.length).toBeLessThan(250);
    const seen = cut.items.map(({ event }) => event.position);
    for (let after = cut.next_after; after !== null;) {
      const { items, next_after } = await read(after);
      seen.push(...items.map(({ event }) => event.position));
      after = next_after;
    }
    expect(seen).toEqual(Array.from({ length: 1_504 }, (_, index) => beginning + 1 + index));
  });
});
