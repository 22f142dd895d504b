import { sql } from 'kysely';
import { INSTALLATION, type Writing } from '../database';
import { openTestPostgres, type TestDatabase } from '../test-engines';

const TIME = '2026-11-22T10:00:00.000Z';
const BYTES = Buffer.alloc(32);

/** A row of every table that holds data of tenants: what it needs beside the tenant. */
const ROWS = {
  heads: {
    ...{ position: 1, hash: BYTES, recorded_at: TIME },
    ...{ next_lead_id: 2, next_contact_id: 2, next_email_id: 2 },
  },
  events: {
    ...{ position: 1, lead_id: 1, version: 1, type: 'LeadCreated', schema_version: 1 },
    ...{ recorded_at: TIME, actor: 'mara', correlation_id: 'c', data: '{}', hash: BYTES },
  },
  lead_keys: { lead_id: 1, generation: 1, master_key_id: 'm' },
  idempotency_records: {
    ...{ key_hash: BYTES, fingerprint: BYTES, lead_id: 1, position: 1, decided_at: TIME },
  },
  imports: {
    ...{ id: 'i', status: 'done', actor: 'mara', correlation_id: 'c', dry_run: 0, layout: '{}' },
    ...{ began_after: 0, imported: 0, refused: 0, refused_kept: 'rows' },
    ...{ created_at: TIME, ended_at: TIME },
  },
  import_chunks: { import_id: 'i', place: 1, bytes: BYTES },
  import_refused_rows: { import_id: 'i', line: 2, code: 'name', detail: 'is missing' },
  views: { name_folded: 'mine', name: 'Mine', query: '' },
  leads: {
    ...{ id: 1, name: 'Acme', name_folded: 'acme', letters: 0, status: 'new', archived: 0 },
    ...{ priority: 0, activity_points: 0, created_at: TIME, updated_at: TIME, version: 1 },
  },
  // Of another lead, so that neither stands in the way of deleting the other.
  contacts: { id: 1, lead_id: 2, name_folded: 'ada' },
  contact_emails: {
    ...{ id: 1, contact_id: 1, place: 0, value: 'a@acme.example', value_folded: 'a@acme.example' },
    is_primary: 1,
  },
  lead_totals: { archived: 0, status: 'new', leads: 1, priorities: 0, quiet: 0 },
  lead_counts: { archived: 0, status: 'new', industry: '', priority: 0, leads: 1 },
  lead_weeks: { week: '2026-W47', created: 1, qualified: 0, lost: 0 },
} as const;

type Walled = keyof typeof ROWS;
const TABLES = Object.keys(ROWS) as Walled[];
/** What is only ever added to; a head is never deleted. */
const REFUSED: Record<string, readonly string[]> = {
  events: ['update', 'delete'],
  heads: ['delete'],
};
const tablesThatGrant = (action: string) =>
  TABLES.filter((table) => !REFUSED[table]?.includes(action));

const insert = (transaction: Writing, table: Walled, tenant_id: string) => {
  const row = { tenant_id, ...ROWS[table] };
  return sql`
    insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((name) => sql.ref(name)))})
    values (${sql.join(Object.values(row))})
  `.execute(transaction);
};

describe('the wall around the data of a tenant', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestPostgres();
    await test.tamper(async (transaction) => {
      for (const tenant of ['acme', 'other'])
        for (const table of TABLES) await insert(transaction, table, tenant);
    });
  });
  afterAll(() => test.discard());

  /** Whose rows a statement meets that names no tenant; undone, so that the next one finds all. */
  const met = async (statementOn: (table: Walled) => string, table: Walled) => {
    let tenants: string[] = [];
    const undone = new Error('undone');
    const attempt = test.database.write('acme', async (transaction) => {
      const statement = sql.raw<{ tenant_id: string }>(statementOn(table));
      tenants = (await statement.execute(transaction)).rows.map(({ tenant_id }) => tenant_id);
      throw undone;
    });
    await expect(attempt).rejects.toBe(undone);
    return tenants;
  };

  it('stands around every table that has a tenant, but for the lists of tenants', async () => {
    const { rows } = await test.database.read('acme', (snapshot) =>
      sql<{ name: string }>`
        select relname as name from pg_class join pg_attribute on attrelid = pg_class.oid
        where attname = 'tenant_id' and relkind = 'r'
      `.execute(snapshot),
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(
      [...TABLES, 'importing_tenants', 'tenants'].sort(),
    );
  });

  describe.each(TABLES)('%s', (table) => {
    it('holds rows of both tenants', async () => {
      await test.tamper(async (superuser) => {
        const { rows } = await sql`select from ${sql.table(table)}`.execute(superuser);
        expect(rows).toHaveLength(2);
      });
    });

    it('shows a query without a tenant in it nothing of others', async () => {
      expect(await met((name) => `select tenant_id from ${name}`, table)).toEqual(['acme']);
    });

    it('takes in nothing for another tenant', async () => {
      const inserting = test.database.write('acme', (transaction) =>
        insert(transaction, table, 'new-one'),
      );
      await expect(inserting).rejects.toThrow('row-level security');
    });

    it('is an error to touch where no tenant is said', async () => {
      const reading = test.database.read(INSTALLATION, (snapshot) =>
        sql`select from ${sql.table(table)}`.execute(snapshot),
      );
      await expect(reading).rejects.toThrow('about no tenant');
    });
  });

  it.each(tablesThatGrant('update'))('has an update of all of %s meet its own', async (table) => {
    const update = (name: string) =>
      `update ${name} set tenant_id = tenant_id returning ${name}.tenant_id`;
    expect(await met(update, table)).toEqual(['acme']);
  });

  it.each(tablesThatGrant('delete'))('has a deletion of all of %s meet its own', async (table) => {
    const remove = (name: string) => `delete from ${name} returning ${name}.tenant_id`;
    expect(await met(remove, table)).toEqual(['acme']);
  });

  it.each(
    Object.entries(REFUSED).flatMap(([table, actions]) => actions.map((action) => [action, table])),
  )('grants no %s of %s', async (action, table) => {
    const statement =
      action === 'update' ? `update ${table} set tenant_id = ''` : `delete from ${table}`;
    const changing = test.database.write('acme', (transaction) =>
      sql.raw(statement).execute(transaction),
    );
    await expect(changing).rejects.toThrow('permission denied');
  });
});
