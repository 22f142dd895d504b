import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from './event-store';
import { addMasterKey, readMasterKeys } from './master-key-file';
import { rotateMasterKey } from './rotate-master-key';
import { appendEvents, leadCreated } from './test-log';
import { openTestStore, TestClock } from './test-store';

describe.each(testEngines)('rotating the master key on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let store: EventStore;
  let file: string;
  const clock = new TestClock(new Date('2026-11-22T10:00:00.000Z'));

  beforeEach(async () => {
    test = await openTestDatabase();
    file = join(test.folder, 'master.key');
    store = await openTestStore(test, clock);
    await appendEvents(store, 'acme', 3);
  });
  afterEach(async () => {
    store.close();
    await test.discard();
  });

  const rotate = () => rotateMasterKey(file, test.database);
  const keysInFile = () => readMasterKeys(file)?.map(({ id }) => id);
  const keysInUse = async () => {
    const rows = await test.database.read('acme', (snapshot) =>
      snapshot.selectFrom('lead_keys').select('master_key_id').distinct().execute(),
    );
    return rows.map(({ master_key_id }) => master_key_id);
  };
  const expectReadable = async () => {
    const events = await test.database.read('acme', (snapshot) =>
      store.readAfter(snapshot, 'acme', 0, 100),
    );
    const created = events.filter(({ type }) => type === 'LeadCreated');
    expect(created.length).toBeGreaterThan(0);
    for (const event of created) expect(event.personal).toEqual(leadCreated.personal);
  };
  const restart = async () => {
    store.close();
    await test.reopen();
    store = await openTestStore(test, clock);
  };

  it('leaves one new key, which wraps everything, and the persons readable', async () => {
    const before = keysInFile();
    const { id, keys } = await rotate();
    expect(keys).toBeGreaterThan(0);
    expect(keysInFile()).toEqual([id]);
    expect(await keysInUse()).toEqual([id]);
    expect(before).not.toContain(id);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await expectReadable();
    await restart();
    await expectReadable();
  });

  it('reaches a service that goes on, which wraps by the new key from then on', async () => {
    const { id } = await rotate();
    await appendEvents(store, 'other', 1);
    expect(await keysInUse()).toEqual([id]);
    await restart();
    await expectReadable();
  });

  it('wraps what is written while it runs', async () => {
    const writes = Array.from({ length: 20 }, (_, index) =>
      appendEvents(store, `tenant${index}`, 1),
    );
    const [{ id }] = await Promise.all([rotate(), ...writes]);
    expect(await keysInUse()).toEqual([id]);
  });

  it('can be repeated', async () => {
    const first = await rotate();
    const second = await rotate();
    expect(second.id).not.toBe(first.id);
    expect(await keysInUse()).toEqual([second.id]);
    await expectReadable();
  });

  it('goes on where it was cut off after the new key was put into the file', async () => {
    const added = addMasterKey(file);
    await restart();
    await expectReadable();
    expect((await rotate()).id).toBe(added.id);
    expect(keysInFile()).toEqual([added.id]);
    await expectReadable();
  });

  it('goes on where it was cut off before the old key left the file', async () => {
    const old = readFileSync(file, 'utf8');
    const { id } = await rotate();
    writeFileSync(file, readFileSync(file, 'utf8') + old);
    await restart();
    expect(await rotate()).toEqual({ id, keys: 0 });
    expect(keysInFile()).toEqual([id]);
    await expectReadable();
  });

  it('lets requests made before it be known as repeats', async () => {
    const request = { key: 'k', content: 'POST /leads' };
    const origin = { actor: 'mara', correlation_id: 'request-1' };
    const outcome = () => store.write('acme', origin, (log) => log.outcomeOf(request));
    await store.write('acme', origin, async (log) => log.remember(request, 1));
    await rotate();
    await restart();
    expect(await outcome()).toMatchObject({ lead_id: 1 });
  });

  it('makes the old key useless', async () => {
    const old = join(test.folder, 'old.key');
    copyFileSync(file, old);
    await rotate();
    copyFileSync(old, file);
    await test.reopen();
    await expect(openTestStore(test, clock)).rejects.toThrow('is not the one');
  });
});
