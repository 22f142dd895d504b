import { MAX_VIEWS } from '@leadlog/contracts/limits';
import type { View } from '@leadlog/contracts/view';
import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import type { EventStore } from '@leadlog/event-store/event-store';
import { IdempotencyKeyReused, KEPT_MS } from '@leadlog/event-store/idempotency';
import { appendEvents } from '@leadlog/event-store/test-log';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import { deleteView, listViews, saveView, type ViewDeletion, type ViewSaving } from './saved-views';

const origin = { actor: 'mara', correlationId: 'request-1' };
const query: View['query'] = { status: 'new', min_priority: 50 };

describe.each(testEngines)('saved views on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let clock: TestClock;
  let store: EventStore;

  beforeEach(async () => {
    test = await openTestDatabase();
    clock = new TestClock(new Date('2026-11-22T10:00:00.000Z'));
    store = await openTestStore(test, clock);
  });
  afterEach(async () => {
    store.close();
    await test.discard();
  });

  const keyed = (key: string, content: string) => ({ repeatable: { key, content } });
  const save = (name: string, more: Partial<ViewSaving> = {}) =>
    saveView(store, { ...origin, tenantId: 'acme', view: { name, query }, ...more });
  const remove = (name: string, more: Partial<ViewDeletion> = {}) =>
    deleteView(store, { ...origin, tenantId: 'acme', name, ...more });
  const list = (tenant = 'acme') =>
    test.database.read(tenant, (snapshot) => listViews(snapshot, tenant));
  const names = async () => (await list()).map(({ name }) => name);

  it('are listed by their folded names, each tenant its own', async () => {
    for (const name of ['beta', 'Ärger', '𝐀', 'alpha', 'Alphabet', '～']) await save(name);
    await save('theirs', { tenantId: 'other' });
    expect(await names()).toEqual(['alpha', 'Alphabet', 'beta', 'Ärger', '～', '𝐀']);
    expect(await list('other')).toEqual([{ name: 'theirs', query }]);
  });

  it('are replaced by one of the same name, in whatever case', async () => {
    await save('Müller');
    const view = { name: 'MÜLLER', query: { q: 'gmbh' } };
    await save(view.name, { view });
    expect(await list()).toEqual([view]);
    expect(await remove('müller')).toMatchObject({ isReplayed: false });
    expect(await list()).toEqual([]);
  });

  it('are deleted once', async () => {
    await save('mine');
    await save('mine', { tenantId: 'other' });
    expect(await remove('mine')).toMatchObject({ isReplayed: false });
    expect(await remove('mine')).toBeNull();
    expect(await list('other')).toHaveLength(1);
  });

  it('are limited in number, but not in how often they are replaced', async () => {
    const all = Array.from({ length: MAX_VIEWS + 5 }, (_, n) => save(`view ${n}`));
    const refused = (await Promise.all(all)).filter((written) => written === null);
    expect(refused).toHaveLength(5);
    expect(await list()).toHaveLength(MAX_VIEWS);
    expect(await save('VIEW 0')).not.toBeNull();
    expect(await save('one more')).toBeNull();
    await remove('view 1');
    expect(await save('one more')).not.toBeNull();
  });

  it('stand at a position of the log, and leave it as it is', async () => {
    await appendEvents(store, 'acme', 3);
    expect(await save('mine')).toEqual({ position: 3, isReplayed: false });
    expect(await test.database.read('acme', (snapshot) => store.position(snapshot, 'acme'))).toBe(
      3,
    );
  });

  it('are kept over a restart', async () => {
    await save('mine');
    store.close();
    await test.reopen();
    store = await openTestStore(test, clock);
    expect(await names()).toEqual(['mine']);
  });

  describe('written by a request that is repeated', () => {
    it('are written once, whatever has happened since', async () => {
      const put = keyed('k', 'PUT mine');
      expect(await save('mine', put)).toEqual({ position: 0, isReplayed: false });
      await remove('mine');
      await appendEvents(store, 'acme', 3);
      expect(await save('mine', put)).toEqual({ position: 0, isReplayed: true });
      expect(await names()).toEqual([]);
    });

    it('are deleted once, whatever has happened since', async () => {
      const del = keyed('k', 'DELETE mine');
      await save('mine');
      await remove('mine', del);
      await save('mine');
      expect(await remove('mine', del)).toMatchObject({ isReplayed: true });
      expect(await names()).toEqual(['mine']);
    });

    it('are written once where the requests come at once', async () => {
      const put = keyed('k', 'PUT mine');
      const written = await Promise.all([save('mine', put), save('mine', put), save('mine', put)]);
      expect(written.map((one) => one?.isReplayed)).toEqual([false, true, true]);
    });

    it('are not written under a key that stands for another request', async () => {
      await save('mine', keyed('k', 'PUT mine'));
      await expect(save('other', keyed('k', 'PUT other'))).rejects.toThrow(IdempotencyKeyReused);
      await expect(remove('mine', keyed('k', 'DELETE mine'))).rejects.toThrow(IdempotencyKeyReused);
      expect(await names()).toEqual(['mine']);
    });

    it('are written again after a day, and after a refusal', async () => {
      const put = keyed('k', 'PUT mine');
      await save('mine', put);
      clock.advance(KEPT_MS);
      expect(await save('mine', put)).toMatchObject({ isReplayed: false });
      const del = keyed('d', 'DELETE later');
      expect(await remove('later', del)).toBeNull();
      await save('later');
      expect(await remove('later', del)).toMatchObject({ isReplayed: false });
    });
  });
});
