import { sql } from 'kysely';
import type { Writing } from './database';
import { engineOf } from './engine-of';
import type { ContactEmailTable, EventTable, LeadTable } from './tables';
import { testEngines, type TestDatabase } from './test-engines';

const TIME = '2026-11-22T10:00:00.000Z';

const event: EventTable = {
  tenant_id: 'acme',
  position: 1,
  lead_id: 1,
  version: 1,
  type: 'LeadCreated',
  schema_version: 1,
  recorded_at: TIME,
  actor: 'mara',
  correlation_id: 'c',
  data: '{}',
  personal: null,
  hash: Buffer.alloc(32),
};

const lead: LeadTable = {
  tenant_id: 'acme',
  id: 1,
  name: 'Acme',
  name_folded: 'acme',
  domain: null,
  domain_folded: null,
  letters: 0,
  domain_ascii: null,
  status: 'new',
  employee_count: null,
  industry: null,
  last_activity_at: null,
  owner: null,
  archived: 0,
  priority: 10,
  activity_points: 0,
  decays_at: null,
  primary_contact_id: null,
  contact: null,
  reached: null,
  created_at: TIME,
  updated_at: TIME,
  version: 1,
};

const email: ContactEmailTable = {
  tenant_id: 'acme',
  id: 1,
  contact_id: 1,
  place: 0,
  value: 'Ada@acme.example',
  value_folded: 'ada@acme.example',
  is_primary: 1,
};

async function insertLeadWithContact(transaction: Writing): Promise<void> {
  await transaction
    .insertInto('leads')
    .values({ ...lead, primary_contact_id: 1 })
    .execute();
  await transaction
    .insertInto('contacts')
    .values({
      tenant_id: 'acme',
      id: 1,
      lead_id: 1,
      first_name: 'Ada',
      last_name: null,
      name_folded: 'ada',
      phone: null,
    })
    .execute();
}

/** By a trigger, or because nobody was granted it. */
const REFUSED = /events are never changed|permission denied for table events/;

describe.each(testEngines)('the database on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  beforeEach(async () => (test = await openTestDatabase()));
  afterEach(() => test.discard());

  const write = (work: (transaction: Writing) => Promise<unknown>) =>
    test.database.write('acme', work);
  const readEvents = () =>
    test.database.read('acme', (snapshot) => snapshot.selectFrom('events').selectAll().execute());

  describe('events', () => {
    beforeEach(() =>
      write((transaction) => transaction.insertInto('events').values(event).execute()),
    );

    it('cannot be updated', async () => {
      await expect(
        write((transaction) => transaction.updateTable('events').set({ actor: 'eve' }).execute()),
      ).rejects.toThrow(REFUSED);
    });

    it('cannot be deleted', async () => {
      await expect(
        write((transaction) => transaction.deleteFrom('events').execute()),
      ).rejects.toThrow(REFUSED);
    });

    it('cannot be replaced', async () => {
      await expect(
        write((transaction) =>
          engineOf(transaction) === 'sqlite'
            ? sql`insert or replace into events select * from events`.execute(transaction)
            : sql`
                insert into events select * from events
                on conflict (tenant_id, position) do update set actor = 'eve'
              `.execute(transaction),
        ),
      ).rejects.toThrow(REFUSED);
      expect(await readEvents()).toMatchObject([{ hash: event.hash, actor: 'mara' }]);
    });

    it.each([
      ['position', { lead_id: 2 }],
      ['version of a lead', { position: 2 }],
    ])('have each %s once', async (_, other) => {
      await expect(
        write((transaction) =>
          transaction
            .insertInto('events')
            .values({ ...event, ...other })
            .execute(),
        ),
      ).rejects.toThrow(/events are never changed|unique/);
    });
  });

  describe('leads, contacts and e-mails', () => {
    const insertEmail = (other: Partial<ContactEmailTable> = {}) =>
      write(async (transaction) => {
        await transaction
          .insertInto('contact_emails')
          .values({ ...email, ...other })
          .execute();
      });

    beforeEach(() => write(insertLeadWithContact));

    it('refuse the same e-mail of a contact in another case', async () => {
      await insertEmail();
      await expect(
        insertEmail({ id: 2, value: 'ADA@acme.example', is_primary: 0 }),
      ).rejects.toThrow(/unique/i);
    });

    it('refuse a second primary e-mail of a contact', async () => {
      await insertEmail();
      await expect(insertEmail({ id: 2, value_folded: 'b@acme.example' })).rejects.toThrow(
        /unique/i,
      );
    });

    it('take further e-mails that are not primary', async () => {
      await insertEmail();
      await insertEmail({ id: 2, value_folded: 'b@acme.example', is_primary: 0 });
      await insertEmail({ id: 3, value_folded: 'c@acme.example', is_primary: 0 });
    });

    it('refuse an e-mail of no contact, and of a contact of another tenant', async () => {
      await expect(insertEmail({ contact_id: 2 })).rejects.toThrow(/foreign key/i);
      await expect(insertEmail({ tenant_id: 'other' })).rejects.toThrow(
        /foreign key|row-level security/i,
      );
    });

    it.each([
      ['an unknown status', { status: 'won' }],
      ['no employees', { employee_count: 0 }],
      ['a priority beyond 145', { priority: 146 }],
      ['a negative priority', { priority: -1 }],
    ])('refuse %s', async (_, other) => {
      await expect(
        write((transaction) =>
          transaction
            .insertInto('leads')
            .values({ ...lead, id: 2, ...other })
            .execute(),
        ),
      ).rejects.toThrow(/check/i);
    });

    it('refuse a lead whose primary contact is not there', async () => {
      await expect(
        write((transaction) =>
          transaction
            .insertInto('leads')
            .values({ ...lead, id: 2, primary_contact_id: 7 })
            .execute(),
        ),
      ).rejects.toThrow(/foreign key/i);
    });
  });

  it('keeps nothing of a write that fails', async () => {
    await expect(
      write(async (transaction) => {
        await transaction.insertInto('events').values(event).execute();
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await readEvents()).toEqual([]);
  });

  it('shows a snapshot that a write meanwhile does not change', async () => {
    await test.database.read('acme', async (snapshot) => {
      const count = () => snapshot.selectFrom('events').selectAll().execute();
      const before = await count();
      await write((transaction) => transaction.insertInto('events').values(event).execute());
      expect(await count()).toEqual(before);
    });
    expect(await readEvents()).toHaveLength(1);
  });

  it('shows what takes long a snapshot of its own, while others read and write', async () => {
    const insert = (position: number) =>
      write((transaction) =>
        transaction
          .insertInto('events')
          .values({ ...event, position, version: position })
          .execute(),
      );
    await insert(1);
    await insert(2);
    const seen: number[] = [];
    await test.database.readApart('acme', async (snapshot) => {
      for (const position of [1, 2]) {
        const events = await snapshot.selectFrom('events').select('position').execute();
        seen.push(events.length);
        await insert(position + 2);
        expect(await readEvents()).toHaveLength(position + 2);
      }
    });
    expect(seen).toEqual([2, 2]);
  });

  it('keeps what was written over a restart', async () => {
    await write((transaction) => transaction.insertInto('events').values(event).execute());
    await test.reopen();
    expect(await readEvents()).toHaveLength(1);
  });
});
