import { INSTALLATION } from '@leadlog/database/database';
import { listTenants } from '@leadlog/database/list-tenants';
import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import type { EventTable, HeadTable } from '@leadlog/database/tables';
import fc from 'fast-check';
import type { EventStore } from './event-store';
import { chainHash, genesisHash } from './hash-chain';
import { appendEvents } from './test-log';
import { openTestStore, TestClock } from './test-store';
import { verifyChain } from './verify-chain';

const EVENTS = 200;

const COLUMNS = [
  'type',
  'recorded_at',
  'actor',
  'correlation_id',
  'data',
  'personal',
  'hash',
] as const satisfies (keyof EventTable)[];

const NUMBERS = ['lead_id', 'version', 'schema_version'] as const satisfies (keyof EventTable)[];

describe.each(testEngines)('the verification of a chain on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let store: EventStore;

  beforeEach(async () => {
    test = await openTestDatabase();
    store = await openTestStore(test, new TestClock(new Date('2026-11-22T10:00:00.000Z')));
  });
  afterEach(() => test.discard());

  const verify = (tenant = 'acme') => verifyChain(test.database, tenant);
  const records = () =>
    test.database.read('acme', (snapshot) =>
      snapshot
        .selectFrom('events')
        .selectAll()
        .where('tenant_id', '=', 'acme')
        .orderBy('position')
        .execute(),
    );
  const broken = (first_broken_position: number, reason: string) => ({
    intact: false,
    first_broken_position,
    reason,
  });

  const change = (position: number, to: Partial<EventTable>) =>
    test.tamper((transaction) =>
      transaction
        .updateTable('events')
        .set(to)
        .where('tenant_id', '=', 'acme')
        .where('position', '=', position)
        .execute(),
    );
  const remove = (from: number, to = from) =>
    test.tamper((transaction) =>
      transaction
        .deleteFrom('events')
        .where('tenant_id', '=', 'acme')
        .where('position', '>=', from)
        .where('position', '<=', to)
        .execute(),
    );
  const changeHead = (to: Partial<HeadTable>) =>
    test.tamper((transaction) =>
      transaction.updateTable('heads').set(to).where('tenant_id', '=', 'acme').execute(),
    );
  /** Writes events anew with hashes that fit, as a forger does who knows the format. */
  const rechain = (forged: EventTable[]) =>
    test.tamper(async (transaction) => {
      await transaction.deleteFrom('events').where('tenant_id', '=', 'acme').execute();
      let hash: Uint8Array = genesisHash('acme');
      for (const event of forged) {
        hash = chainHash(hash, event);
        await transaction
          .insertInto('events')
          .values({ ...event, hash })
          .execute();
      }
      const head = { position: forged.length, hash };
      await transaction.updateTable('heads').set(head).where('tenant_id', '=', 'acme').execute();
    });

  it('finds an empty log intact', async () => {
    const hash = genesisHash('acme').toString('hex');
    expect(await verify()).toEqual({ intact: true, events: 0, head: { position: 0, hash } });
  });

  it('finds a log intact as it was written, over several pages, beside another tenant', async () => {
    await appendEvents(store, 'acme', 1_200);
    await appendEvents(store, 'other', 3);
    const seen: [number, number][] = [];
    const progress = (position: number, end: number) => seen.push([position, end]);
    const hash = Buffer.from((await records()).at(-1)!.hash).toString('hex');
    expect(await verifyChain(test.database, 'acme', { progress })).toEqual({
      intact: true,
      events: 1_200,
      head: { position: 1_200, hash },
    });
    expect(seen).toEqual([
      [500, 1_200],
      [1_000, 1_200],
      [1_200, 1_200],
    ]);
    expect(await verify('other')).toMatchObject({ intact: true, events: 3 });
  });

  it('goes as far as the head was at its start, while others write', async () => {
    await appendEvents(store, 'acme', 750);
    const writes: Promise<void>[] = [];
    const progress = () => void writes.push(appendEvents(store, 'acme', 5));
    expect(await verifyChain(test.database, 'acme', { progress })).toMatchObject({
      intact: true,
      events: 750,
    });
    await Promise.all(writes);
    expect(await verify()).toMatchObject({ intact: true, events: 760 });
  });

  it('stops where it is told to', async () => {
    await appendEvents(store, 'acme', 750);
    const stop = new AbortController();
    const walk = verifyChain(test.database, 'acme', {
      signal: stop.signal,
      progress: () => stop.abort(new Error('enough')),
    });
    await expect(walk).rejects.toThrow('enough');
  });

  describe('of 200 events', () => {
    beforeEach(() => appendEvents(store, 'acme', EVENTS));

    it('finds a changed bit, wherever it is', async () => {
      const stored = await records();
      await fc.assert(
        fc.asyncProperty(
          fc.nat(EVENTS - 1),
          fc.constantFrom(...COLUMNS),
          fc.nat(),
          fc.nat(7),
          async (index, column, at, bit) => {
            const record = stored[index]!;
            if (record[column] === null) return;
            const bytes = Buffer.from(record[column] as string);
            bytes[at % bytes.length]! ^= 1 << bit;
            const text = column !== 'personal' && column !== 'hash';
            const raw = text ? test.textOf(bytes) : bytes;
            if (raw === null) return;
            await change(record.position, { [column]: raw });
            expect(await verify()).toEqual(broken(record.position, 'hash'));
            await change(record.position, { [column]: record[column] });
          },
        ),
      );
      expect(await verify()).toMatchObject({ intact: true });
    });

    it('tells text that is not valid from the text that it reads as', async () => {
      const [first] = await records();
      const bytes = Buffer.from(first!.data);
      const at = bytes.indexOf('\uFFFD');
      Buffer.from([0xf0, 0x9f, 0x98]).copy(bytes, at);
      const data = test.textOf(bytes);
      // An engine that stores no such text cannot have this told from anything.
      if (data === null) return;
      await change(1, { data: data as unknown as string });
      expect((await records())[0]!.data).toBe(first!.data);
      expect(await verify()).toEqual(broken(1, 'hash'));
    });

    it.each(NUMBERS)('finds another %s', async (column) => {
      await change(100, { [column]: 9_007_199_254_740_992 });
      expect(await verify()).toEqual(broken(100, 'hash'));
      await change(100, { [column]: -7 });
      expect(await verify()).toEqual(broken(100, 'hash'));
    });

    it.each([
      ['personal data that is gone', 1, { personal: null }],
      ['personal data that is empty instead of absent', 2, { personal: Buffer.alloc(0) }],
      ['a hash that is cut', 2, { hash: Buffer.alloc(31) }],
    ])('finds %s', async (_, position, to) => {
      await change(position, to);
      expect(await verify()).toEqual(broken(position, 'hash'));
    });

    it('finds that bytes moved from one field to the next', async () => {
      await change(5, { actor: 'Zo', correlation_id: 'ërequest-1' });
      expect(await verify()).toEqual(broken(5, 'hash'));
    });

    it.each([1, 2, 100, 199])('finds that event %i is missing', async (position) => {
      await remove(position);
      expect(await verify()).toEqual(broken(position, 'gap'));
    });

    it('finds that two events changed places', async () => {
      await change(50, { position: 1_000 });
      await change(51, { position: 50 });
      await change(1_000, { position: 51 });
      expect(await verify()).toEqual(broken(50, 'hash'));
    });

    it.each([0, -3])('finds an event that was put before the first, at %i', async (position) => {
      const [first] = await records();
      await test.tamper((transaction) =>
        transaction
          .insertInto('events')
          .values({ ...first!, position, lead_id: 999 })
          .execute(),
      );
      expect(await verify()).toEqual(broken(position, 'gap'));
    });

    it('finds that the end was cut off', async () => {
      await remove(198, 200);
      expect(await verify()).toEqual(broken(198, 'head'));
    });

    it('finds that the whole log was cut off', async () => {
      await remove(1, 200);
      expect(await verify()).toEqual(broken(1, 'head'));
    });

    it('finds a head that says other than the last event', async () => {
      await changeHead({ position: 199 });
      expect(await verify()).toEqual(broken(200, 'head'));
      await changeHead({ position: 2 ** 50 });
      expect(await verify()).toEqual(broken(201, 'head'));
      await changeHead({ position: 200, hash: Buffer.alloc(32) });
      expect(await verify()).toEqual(broken(200, 'head'));
    });

    it('finds that the head is gone, and still knows of the tenant', async () => {
      await test.tamper((transaction) => transaction.deleteFrom('heads').execute());
      expect(await verify()).toEqual(broken(1, 'head'));
      expect(await test.database.read(INSTALLATION, listTenants)).toEqual(['acme']);
    });

    it('finds a version out of order in a chain that was made to fit', async () => {
      const forged = await records();
      forged[100] = { ...forged[100]!, version: forged[100]!.version + 7 };
      await rechain(forged);
      expect(await verify()).toEqual(broken(101, 'version order'));
    });

    it('finds a lead that does not begin in a chain that was made to fit', async () => {
      const forged = (await records()).filter(({ position }) => position !== 31);
      expect(forged[30]).toMatchObject({ version: 2 });
      await rechain(forged.map((event, index) => ({ ...event, position: index + 1 })));
      expect(await verify()).toEqual(broken(31, 'version order'));
    });

    it('cannot tell a log that was made anew as a whole: that needs a checkpoint', async () => {
      const forged = (await records()).map((event) => ({ ...event, actor: 'eve' }));
      await rechain(forged);
      expect(await verify()).toMatchObject({ intact: true, events: EVENTS });
    });
  });

  it('knows every tenant that has a log, once', async () => {
    for (const tenant of ['zeta', 'acme', 'beta']) await appendEvents(store, tenant, 2);
    expect(await test.database.read(INSTALLATION, listTenants)).toEqual(['acme', 'beta', 'zeta']);
  });
});
