import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import type { NewLead } from '@leadlog/domain/decide';
import type { EventStore } from '@leadlog/event-store/event-store';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import { sql } from 'kysely';
import { leadListModel } from './lead-list-model';
import { leadListProjection } from './lead-list-projection';
import { listLeads } from './list-leads';
import { rebuildReadModel } from '../rebuild/rebuild-read-model';
import { execute } from './test-commands';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const contact = (name: string, email: string) => ({
  first_name: null,
  last_name: name,
  phone: null,
  emails: [{ value: email, is_primary: true }],
});

describe.each(testEngines.filter(({ name }) => name === 'SQLite'))(
  'the index over contacts on $name',
  ({ openTestDatabase }) => {
    let test: TestDatabase;
    let store: EventStore;
    beforeEach(async () => {
      test = await openTestDatabase();
      store = await openTestStore(test, new TestClock(NOW), [leadListProjection()]);
      await create('Quux', 'q@shared.example');
      await create('Lovelace', 'ada@shared.example');
    });
    afterEach(async () => {
      store.close();
      await test.discard();
    });

    const create = (name: string, email: string) =>
      execute(store, {
        ...{ tenant: 'acme', lead: null },
        command: {
          type: 'CreateLead',
          lead: { ...facts, primary_contact: contact(name, email) },
        },
      });
    const find = (part: string) =>
      test.database.read('acme', async (snapshot) => {
        const query = { ...firstPage, filter: { contact: part } };
        const { items, total } = await listLeads(snapshot, 'acme', query, NOW);
        expect(total).toBe(items.length);
        return items.map(({ lead }) => lead.id);
      });
    /** Every trigram that stands in the pages of the index. */
    const stored = async () => {
      let terms: string[] = [];
      await test.tamper(async (transaction) => {
        await sql`create virtual table temp.terms using fts5vocab(main, contact_search, row)`.execute(
          transaction,
        );
        const { rows } = await sql<{ term: string }>`select term from temp.terms`.execute(
          transaction,
        );
        terms = rows.map(({ term }) => term);
        await sql`drop table temp.terms`.execute(transaction);
      });
      return terms;
    };

    it('finds names and e-mails by any part', async () => {
      expect(await find('LOVE')).toEqual([2]);
      expect(await find('@shared')).toEqual([1, 2]);
      expect(await find('da')).toEqual([2]);
      expect(await find('nobody')).toEqual([]);
    });

    it('takes text literally', async () => {
      expect(await find('ada OR quux')).toEqual([]);
      expect(await find('"quux"')).toEqual([]);
    });

    it('has nothing of a person who is erased', async () => {
      expect(await stored()).toContain('quu');
      await execute(store, { tenant: 'acme', lead: 1, command: { type: 'ErasePersonalData' } });
      expect(await find('quux')).toEqual([]);
      expect(await find('shared')).toEqual([2]);
      const terms = await stored();
      expect(terms).toContain('sha');
      for (const term of ['quu', 'uux', 'q@s']) expect(terms).not.toContain(term);
    });

    it('has nothing of a contact that another took the place of', async () => {
      const command = { type: 'SetPrimaryContact', contact: contact('Hopper', 'g@new.example') };
      await execute(store, { tenant: 'acme', lead: 1, command } as never);
      expect(await find('hopper')).toEqual([1]);
      expect(await find('quux')).toEqual([]);
      expect(await stored()).not.toContain('quu');
    });

    it('finds contacts of archived leads among these', async () => {
      await execute(store, { tenant: 'acme', lead: 2, command: { type: 'ArchiveLead' } });
      expect(await find('lovelace')).toEqual([]);
      await execute(store, { tenant: 'acme', lead: 2, command: { type: 'RestoreLead' } });
      expect(await find('lovelace')).toEqual([2]);
    });

    it('is kept in step after a rebuild as well', async () => {
      await rebuildReadModel(test.database, store, leadListModel, { now: NOW });
      expect(await find('lovelace')).toEqual([2]);
      await execute(store, { tenant: 'acme', lead: 2, command: { type: 'ErasePersonalData' } });
      expect(await find('lovelace')).toEqual([]);
      expect(await stored()).not.toContain('lov');
    });
  },
);

const facts: Omit<NewLead, 'primary_contact'> = {
  name: 'Müller GmbH',
  domain: null,
  status: 'new',
  employee_count: null,
  industry: null,
  last_activity_at: null,
  owner: null,
};

const firstPage = {
  archived: false,
  sort: { column: 'priority', descending: true },
  limit: 10,
  start: { offset: 0 },
} as const;
