import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import type { EventStore } from './event-store';
import { leadCreated, qualified } from './test-log';
import { openTestStore, TestClock } from './test-store';

const BATCH = '6f1f3a52-4f3b-4a52-9d0e-0f6d4a4f7c11';

describe.each(testEngines)('the imported lines of a log on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let store: EventStore;

  beforeEach(async () => {
    test = await openTestDatabase();
    store = await openTestStore(test, new TestClock(new Date('2026-11-22T10:00:00.000Z')));
  });
  afterEach(() => test.discard());

  const append = (tenantId: string, batch_id: string, lines: number[]) =>
    store.write(tenantId, { actor: 'mara', correlation_id: 'c' }, async (log) => {
      for (const line of lines) {
        const { data } = leadCreated;
        const created = { ...leadCreated, data: { ...data, import: { batch_id, line } } };
        const ids = { ...log.ids, lead: log.ids.lead + 1 };
        await log.append(log.ids.lead, 0, [created, qualified], ids);
      }
    });
  const lines = async (after = 0) => {
    const upTo = await test.database.read('acme', (snapshot) => store.position(snapshot, 'acme'));
    const batch = { tenantId: 'acme', batchId: BATCH, after, upTo };
    return [...(await store.importedLines(test.database, batch))];
  };

  it('are those of the batch, and of no other one or other tenant', async () => {
    await append('acme', 'another', [2, 3]);
    await append('acme', BATCH, [2, 5]);
    await append('other', BATCH, [7]);
    const named = { ...leadCreated, data: { ...leadCreated.data, name: BATCH } };
    await store.write('acme', { actor: 'mara', correlation_id: BATCH }, (log) =>
      log.append(log.ids.lead, 0, [named], { ...log.ids, lead: log.ids.lead + 1 }),
    );
    expect(await lines()).toEqual([2, 5]);
  });

  it('are looked for after the position at which the import began', async () => {
    await append('acme', BATCH, [2, 5]);
    expect(await lines(2)).toEqual([5]);
    expect(await lines(4)).toEqual([]);
  });

  it('are found however many events stand between them', async () => {
    await append('acme', BATCH, [2]);
    await append(
      'acme',
      'another',
      Array.from({ length: 5_500 }, (_, index) => index),
    );
    await append('acme', BATCH, [90_000]);
    expect(await lines()).toEqual([2, 90_000]);
  });
});
