import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import type { LeadCreated, LeadEvent } from '@leadlog/domain/events';
import type { LoggedEvent } from './event-codec';
import type { EventStore } from './event-store';
import { chainHash, genesisHash } from './hash-chain';
import type { Projection } from './projection';
import { WrongExpectedVersion, type TenantLog } from './tenant-log';
import { openTestStore, TestClock } from './test-store';

const origin = { actor: 'mara', correlation_id: 'request-1' };

const created: LeadCreated = {
  type: 'LeadCreated',
  data: {
    name: 'Müller & Söhne',
    domain: null,
    status: 'new',
    employee_count: null,
    industry: null,
    last_activity_at: null,
    owner: null,
    primary_contact: { id: 1, emails: [{ id: 1, is_primary: true }] },
  },
  personal: { first_name: 'Ada', last_name: null, phone: null, emails: ['ada@mueller.example'] },
};

const qualified: LeadEvent = {
  type: 'StatusChanged',
  data: { from: 'new', to: 'qualified' },
  personal: null,
};

const afterOne = { lead: 2, contact: 2, email: 2 };

describe.each(testEngines)('the event store on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let clock: TestClock;
  let store: EventStore;

  beforeEach(async () => {
    test = await openTestDatabase();
    clock = new TestClock(new Date('2026-11-22T10:00:00.000Z'));
    store = await openTestStore(test, clock);
  });
  afterEach(() => test.discard());

  const write = <R>(tenant: string, work: (log: TenantLog) => Promise<R>) =>
    store.write(tenant, origin, work);
  const create = (tenant: string) =>
    write(tenant, (log) =>
      log.append(log.ids.lead, 0, [created], { ...log.ids, lead: log.ids.lead + 1 }),
    );
  const readStream = (tenant: string, lead: number) =>
    test.database.read(tenant, (snapshot) => store.readStream(snapshot, tenant, lead));
  const recordsOf = (tenant: string) =>
    test.database.read(tenant, (snapshot) =>
      snapshot
        .selectFrom('events')
        .selectAll()
        .where('tenant_id', '=', tenant)
        .orderBy('position')
        .execute(),
    );
  const records = async () => [...(await recordsOf('acme')), ...(await recordsOf('other'))];
  const position = (tenant: string) =>
    test.database.read(tenant, (snapshot) => store.position(snapshot, tenant));

  it('reads back what was appended, personal data and all', async () => {
    await write('acme', (log) => log.append(1, 0, [created, qualified], afterOne));
    expect(await readStream('acme', 1)).toMatchObject([
      { ...created, tenant_id: 'acme', lead_id: 1, position: 1, version: 1, ...origin },
      { ...qualified, tenant_id: 'acme', lead_id: 1, position: 2, version: 2, ...origin },
    ]);
  });

  it('numbers each tenant from 1, without gaps', async () => {
    await create('acme');
    await create('other');
    await create('acme');
    const places = (await records()).map(({ tenant_id, position, lead_id }) => [
      tenant_id,
      position,
      lead_id,
    ]);
    expect(places).toEqual([
      ['acme', 1, 1],
      ['acme', 2, 2],
      ['other', 1, 1],
    ]);
    expect(await position('acme')).toBe(2);
    expect(await position('nobody')).toBe(0);
  });

  it('shows a tenant nothing of another', async () => {
    await create('acme');
    expect(await readStream('other', 1)).toEqual([]);
  });

  it('chains the exact bytes that it stores', async () => {
    await write('acme', (log) => log.append(1, 0, [created, qualified], afterOne));
    await create('acme');
    let previous: Uint8Array = genesisHash('acme');
    for (const { hash, ...record } of await records()) {
      expect(Buffer.from(hash)).toEqual(chainHash(previous, record));
      previous = hash;
    }
  });

  it('stores nothing that tells of a person in the clear', async () => {
    await create('acme');
    const [record] = await records();
    const bytes = Buffer.concat([Buffer.from(record!.data), Buffer.from(record!.personal!)]);
    expect(bytes.includes('Ada')).toBe(false);
    expect(bytes.includes('mueller.example')).toBe(false);
  });

  it.each([0, 2])('refuses a lead at version 1 where %i is expected', async (expected) => {
    await create('acme');
    await expect(
      write('acme', (log) => log.append(1, expected, [qualified], log.ids)),
    ).rejects.toThrow(WrongExpectedVersion);
    expect(await position('acme')).toBe(1);
  });

  it('appends nothing of a work that fails after an append', async () => {
    await expect(
      write('acme', async (log) => {
        await log.append(1, 0, [created], afterOne);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await position('acme')).toBe(0);
    await create('acme');
    expect(await readStream('acme', 1)).toMatchObject([{ position: 1, version: 1 }]);
  });

  it('never records an event earlier than the one before', async () => {
    await create('acme');
    clock.set('2026-11-22T09:00:00.000Z');
    await create('acme');
    const times = (await records()).map(({ recorded_at }) => recorded_at);
    expect(times).toEqual(['2026-11-22T10:00:00.000Z', '2026-11-22T10:00:00.000Z']);
  });

  it('never does so after a restart with a clock that was put back', async () => {
    await create('acme');
    await test.reopen();
    clock.set('2026-11-21T10:00:00.000Z');
    store = await openTestStore(test, clock);
    await create('acme');
    await create('other');
    const times = (await records()).map((record) => `${record.tenant_id} ${record.recorded_at}`);
    expect(times).toEqual([
      'acme 2026-11-22T10:00:00.000Z',
      'acme 2026-11-22T10:00:00.000Z',
      'other 2026-11-21T10:00:00.000Z',
    ]);
  });

  it('puts concurrent writes one after the other', async () => {
    const writes = Array.from({ length: 50 }, (_, index) => create(index % 2 ? 'acme' : 'other'));
    await Promise.all(writes);
    expect(await position('acme')).toBe(25);
    expect(await position('other')).toBe(25);
    const leads = (await records()).map(({ tenant_id, lead_id }) => `${tenant_id} ${lead_id}`);
    expect(new Set(leads).size).toBe(50);
  });

  it('lets works that share a transaction see what the earlier ones decided', async () => {
    const append = (expected: number, event: LeadEvent) =>
      write('acme', (log) => log.append(1, expected, [event], afterOne));
    const results = await Promise.allSettled([
      append(0, created),
      append(1, qualified),
      append(1, qualified),
      append(0, created),
      append(2, created),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(await readStream('acme', 1)).toMatchObject([
      { ...created, position: 1, version: 1 },
      { ...qualified, position: 2, version: 2 },
      { ...created, position: 3, version: 3 },
    ]);
  });

  it('tells of each commit when it can be read, before the answer', async () => {
    const seen: string[] = [];
    const reads: Promise<number>[] = [];
    store = await openTestStore(test, clock, [], (tenant) => {
      seen.push(tenant);
      reads.push(position(tenant));
    });
    for (const tenant of ['acme', 'other']) await create(tenant).then(() => seen.push('answer'));
    expect(seen).toEqual(['acme', 'answer', 'other', 'answer']);
    expect(await Promise.all(reads)).toEqual([1, 1]);
    await expect(write('acme', () => Promise.reject(new Error('changed my mind')))).rejects.toThrow(
      'changed my mind',
    );
    expect(seen).toHaveLength(4);
  });

  it('goes on where it was after a restart', async () => {
    await create('acme');
    await test.reopen();
    store = await openTestStore(test, clock);
    await create('acme');
    expect(await readStream('acme', 2)).toMatchObject([{ ...created, position: 2 }]);
  });

  it('reads a person whose key was destroyed as erased, and gives the next one a new key', async () => {
    await create('acme');
    await test.database.write('acme', (transaction) =>
      transaction.updateTable('lead_keys').set({ wrapped_key: null }).execute(),
    );
    expect(await readStream('acme', 1)).toMatchObject([{ personal: 'erased' }]);
    await write('acme', (log) => log.append(1, 1, [created], log.ids));
    expect(await readStream('acme', 1)).toMatchObject([{ personal: 'erased' }, created]);
  });

  it('does not open personal data that was moved to another event', async () => {
    await create('acme');
    await create('acme');
    const [first, second] = await records();
    const other = { ...second!, position: 3, version: 2, personal: first!.personal };
    await test.database.write('acme', (transaction) =>
      transaction.insertInto('events').values(other).execute(),
    );
    await expect(readStream('acme', 2)).rejects.toThrow();
  });

  describe('with a projection', () => {
    const seen: LoggedEvent[] = [];
    const projection: Projection = {
      name: 'test',
      version: 1,
      project: (_, events) => {
        seen.push(...events);
        const isFull = events.some(({ lead_id }) => lead_id === 2);
        return isFull ? Promise.reject(new Error('full')) : Promise.resolve();
      },
    };
    beforeEach(async () => {
      seen.length = 0;
      store = await openTestStore(test, clock, [projection]);
    });

    it('projects each event as it will be read', async () => {
      await create('acme');
      const [event] = await readStream('acme', 1);
      expect(seen).toEqual([event]);
    });

    it('appends nothing where the projection fails', async () => {
      await create('acme');
      await expect(create('acme')).rejects.toThrow('full');
      expect(await position('acme')).toBe(1);
    });
  });
});
