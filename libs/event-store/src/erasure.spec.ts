import { sql } from 'kysely';
import { StorageFailed, TransientFailure } from '@leadlog/database/database';
import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import type { LeadCreated, LeadEvent } from '@leadlog/domain/events';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readErasures } from './erasure-ledger';
import type { EventStore } from './event-store';
import { openTestStore, TestClock } from './test-store';

const CANARY = 'canary@nightingale.example';
const origin = { actor: 'mara', correlation_id: 'request-1' };
const ids = { lead: 2, contact: 2, email: 2 };

const created = (email: string): LeadCreated => ({
  type: 'LeadCreated',
  data: {
    name: 'Acme',
    domain: null,
    status: 'new',
    employee_count: null,
    industry: null,
    last_activity_at: null,
    owner: null,
    primary_contact: { id: 1, emails: [{ id: 1, is_primary: true }] },
  },
  personal: { first_name: null, last_name: null, phone: null, emails: [email] },
});

const erased: LeadEvent = { type: 'PersonalDataErased', data: {}, personal: null };

describe.each(testEngines)('erasing personal data on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let store: EventStore;
  const clock = new TestClock(new Date('2026-11-22T10:00:00.000Z'));

  beforeEach(async () => {
    test = await openTestDatabase();
    store = await openTestStore(test, clock);
  });
  afterEach(async () => {
    store.close();
    await test.discard();
  });

  const append = (lead: number, version: number, ...events: LeadEvent[]) =>
    store.write('acme', origin, (log) => log.append(lead, version, events, { ...ids, lead: 3 }));
  const personalOf = async (lead: number) => {
    const stream = await test.database.read('acme', (snapshot) =>
      store.readStream(snapshot, 'acme', lead),
    );
    return stream.map(({ personal }) => personal);
  };
  const restart = async () => {
    store.close();
    await test.reopen();
    store = await openTestStore(test, clock);
  };
  const ledger = () => readErasures(join(test.folder, 'erasures.log'));
  const lineOfLead1 = { tenant_id: 'acme', lead_id: 1, position: 2, generation: 1 };
  /** Of the first event of a lead. */
  const hashOf = async (lead: number) => {
    const [first] = await test.database.read('acme', (snapshot) =>
      store.readStream(snapshot, 'acme', lead),
    );
    return Buffer.from(first!.hash).toString('hex');
  };

  it('leaves the events of the lead unreadable, and those of others as they were', async () => {
    await append(1, 0, created(CANARY));
    await append(2, 0, created('other@acme.example'));
    await append(1, 1, erased);
    expect(await personalOf(1)).toEqual(['erased', null]);
    expect(await personalOf(2)).toMatchObject([{ emails: ['other@acme.example'] }]);
  });

  it('leaves no key, old or new, to read them by', async () => {
    await append(1, 0, created(CANARY));
    await append(1, 1, erased);
    const keys = await test.database.read('acme', (snapshot) =>
      snapshot.selectFrom('lead_keys').select('wrapped_key').execute(),
    );
    expect(keys).toEqual([{ wrapped_key: null }]);
  });

  it('is on record outside the database when it is answered', async () => {
    await append(1, 0, created(CANARY));
    await append(1, 1, erased);
    expect(ledger()).toEqual([{ ...lineOfLead1, created: await hashOf(1) }]);
  });

  it('is answered when it is finished, where the database is away for a moment', async () => {
    let attempts = 0;
    const scrub = async () => {
      if ((attempts += 1) < 3) throw new TransientFailure('the server starts again');
      await test.database.scrub();
    };
    store.close();
    store = await openTestStore({ ...test, database: { ...test.database, scrub } }, clock);
    await append(1, 0, created(CANARY));
    await append(1, 1, erased);
    expect(attempts).toBe(3);
    expect(await personalOf(1)).toEqual(['erased', null]);
  });

  it('lets a later contact of the lead be known, under a key of its own', async () => {
    await append(1, 0, created(CANARY));
    await append(1, 1, erased);
    await Promise.all([
      append(1, 2, created('new@acme.example')),
      append(1, 3, created('newer@acme.example')),
    ]);
    expect(await personalOf(1)).toMatchObject([
      'erased',
      null,
      { emails: ['new@acme.example'] },
      { emails: ['newer@acme.example'] },
    ]);
    await append(1, 4, erased);
    expect(await personalOf(1)).toEqual(['erased', null, 'erased', 'erased', null]);
    expect(ledger().map(({ generation }) => generation)).toEqual([1, 2]);
  });

  it('takes no event after it in the same work, whose key would be destroyed with it', async () => {
    await append(1, 0, created(CANARY));
    await expect(append(1, 1, erased, created('new@acme.example'))).rejects.toThrow('last thing');
    expect(await personalOf(1)).toMatchObject([{ emails: [CANARY] }]);
  });

  it('erases what was decided just before it in the same transaction', async () => {
    await Promise.all([append(1, 0, created(CANARY)), append(1, 1, erased)]);
    expect(await personalOf(1)).toEqual(['erased', null]);
  });

  it('is noted at the next start where a crash came before the ledger', async () => {
    await append(1, 0, created(CANARY));
    await append(1, 1, erased);
    writeFileSync(join(test.folder, 'erasures.log'), '');
    await restart();
    expect(ledger()).toEqual([{ ...lineOfLead1, created: await hashOf(1) }]);
  });

  it('ends all writing where the ledger cannot take it, and is noted at the next start', async () => {
    await append(1, 0, created(CANARY));
    store.close(); // The ledger's file: what is written to it fails from now on.
    await expect(append(1, 1, erased)).rejects.toThrow(StorageFailed);
    await expect(append(2, 0, created(CANARY))).rejects.toThrow(StorageFailed);
    await test.reopen();
    store = await openTestStore(test, clock);
    expect(ledger()).toEqual([{ ...lineOfLead1, created: await hashOf(1) }]);
  });

  it('leaves alone a lead that has only the number of one that was erased', async () => {
    await append(1, 0, created(CANARY));
    const line = { ...lineOfLead1, created: 'f'.repeat(64) };
    writeFileSync(join(test.folder, 'erasures.log'), `${JSON.stringify(line)}\n`);
    await restart();
    expect(await personalOf(1)).toMatchObject([{ emails: [CANARY] }]);
  });

  it('erases again by a line of before it told the leads of one number apart', async () => {
    await append(1, 0, created(CANARY));
    writeFileSync(join(test.folder, 'erasures.log'), `${JSON.stringify(lineOfLead1)}\n`);
    await restart();
    expect(await personalOf(1)).toEqual(['erased', null]);
  });

  it('starts a new line in the ledger behind one that a crash cut short', async () => {
    await append(1, 0, created(CANARY));
    await append(1, 1, erased);
    writeFileSync(join(test.folder, 'erasures.log'), '{"tenant_id":"acme","le', { flag: 'a' });
    await restart();
    await append(2, 0, created(CANARY));
    await append(2, 1, erased);
    expect(ledger().map(({ lead_id }) => lead_id)).toEqual([1, 2]);
  });
});

describe('the files of a SQLite database', () => {
  const { openTestDatabase } = testEngines.find(({ name }) => name === 'SQLite')!;
  const clock = new TestClock(new Date('2026-11-22T10:00:00.000Z'));
  let test: TestDatabase;
  let store: EventStore;

  beforeEach(async () => {
    test = await openTestDatabase();
    store = await openTestStore(test, clock);
    await test.database.write('acme', (transaction) =>
      sql`create table persons (email text)`.execute(transaction),
    );
  });
  afterEach(async () => {
    store.close();
    await test.discard();
  });

  const create = () =>
    store.write('acme', origin, (log) => log.append(1, 0, [created(CANARY)], ids));
  const erase = () => store.write('acme', origin, (log) => log.append(1, 1, [erased], ids));
  const filesWith = (text: string) =>
    readdirSync(test.folder).filter((file) => readFileSync(join(test.folder, file)).includes(text));
  const personalOfLead = async () => {
    const stream = await test.database.read('acme', (snapshot) =>
      store.readStream(snapshot, 'acme', 1),
    );
    return stream.map(({ personal }) => personal);
  };

  it('hold nothing of a person that a read model has deleted, once it is erased', async () => {
    const write = (statement: ReturnType<typeof sql>) =>
      test.database.write('acme', (transaction) => statement.execute(transaction));
    await create();
    await write(sql`insert into persons values (${CANARY})`);
    expect(filesWith(CANARY)).not.toEqual([]);
    await write(sql`delete from persons`);
    await erase();
    expect(filesWith(CANARY)).toEqual([]);
  });

  it('hold none of the wrapped keys any more', async () => {
    await create();
    const { wrapped_key } = await test.database.read('acme', (snapshot) =>
      snapshot.selectFrom('lead_keys').select('wrapped_key').executeTakeFirstOrThrow(),
    );
    const key = Buffer.from(wrapped_key!).toString('latin1');
    const holdsKey = () =>
      readdirSync(test.folder).filter((file) =>
        readFileSync(join(test.folder, file), 'latin1').includes(key),
      );
    expect(holdsKey()).not.toEqual([]);
    await erase();
    expect(holdsKey()).toEqual([]);
  });

  it('are erased again where an older backup brings a person back', async () => {
    const file = (name: string) => join(test.folder, name);
    await create();
    await test.database.scrub();
    copyFileSync(file('leadlog.sqlite'), file('backup'));
    await erase();

    store.close();
    await test.database.close();
    copyFileSync(file('backup'), file('leadlog.sqlite'));
    for (const old of ['backup', 'leadlog.sqlite-wal', 'leadlog.sqlite-shm'])
      rmSync(file(old), { force: true });
    await test.reopen();
    store = await openTestStore(test, clock);

    expect(await personalOfLead()).toEqual(['erased', null]);
  });

  it('are scrubbed while readers come and go', async () => {
    await create();
    let readers = 0;
    const reading = Array.from({ length: 20 }, () =>
      test.database.read('acme', async (snapshot) => {
        await snapshot.selectFrom('events').selectAll().execute();
        readers++;
      }),
    );
    await Promise.all([...reading, erase()]);
    expect(readers).toBe(20);
    expect(await personalOfLead()).toEqual(['erased', null]);
  });
});
