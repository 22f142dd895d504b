import { sql } from 'kysely';
import { INSTALLATION, type Reading } from '../database';
import { openTestPostgres, type TestDatabase } from '../test-engines';

const TIME = '2026-11-22T10:00:00.000Z';

describe('what is searched on PostgreSQL', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestPostgres();
    for (const tenant of ['acme', 'other']) await store(tenant);
  });
  afterAll(() => test.discard());

  const store = (tenant_id: string) =>
    test.database.write(tenant_id, async (transaction) => {
      await sql`
        insert into leads (tenant_id, id, name, name_folded, letters, status, archived, priority,
          activity_points, created_at, updated_at, version)
        values (${tenant_id}, 1, 'Müller', 'müller', 0, 'new', 0, 0, 0, ${TIME}, ${TIME}, 1)
      `.execute(transaction);
      await transaction
        .insertInto('contacts')
        .values({
          ...{ tenant_id, id: 1, lead_id: 1, name_folded: 'ada' },
          ...{ first_name: 'Ada', last_name: null, phone: null },
        })
        .execute();
    });
  const tenantsIn = (view: string) => (reading: Reading) =>
    sql<{ tenant_id: string }>`select tenant_id from ${sql.table(view)}`
      .execute(reading)
      .then(({ rows }) => rows.map(({ tenant_id }) => tenant_id));

  describe.each(['lead_search', 'contact_search'])('in %s', (view) => {
    it('shows a query without a tenant in it nothing of others', async () => {
      expect(await test.database.read('acme', tenantsIn(view))).toEqual(['acme']);
      expect(await test.database.read('nobody', tenantsIn(view))).toEqual([]);
    });

    it('is an error to touch without saying whose it is about', async () => {
      await expect(test.database.read(INSTALLATION, tenantsIn(view))).rejects.toThrow(
        'about no tenant',
      );
    });

    it('can only be read', async () => {
      const changing = test.database.write('acme', (transaction) =>
        sql`update ${sql.table(view)} set tenant_id = 'other'`.execute(transaction),
      );
      await expect(changing).rejects.toThrow(/permission denied|cannot update/);
    });
  });

  it('belongs to a role that owns nothing else, and that the service does not take on', async () => {
    await test.database.read('acme', async (reading) => {
      const { rows } = await sql`
        select relname as name, rolcanlogin or rolsuper or rolbypassrls as mighty,
          pg_has_role(current_user, relowner, 'member') as taken
        from pg_class join pg_roles on pg_roles.oid = relowner
        where rolname = 'leadlog_search' order by 1
      `.execute(reading);
      expect(rows).toEqual(
        ['contact_search', 'lead_search'].map((name) => ({ name, mighty: false, taken: false })),
      );
    });
  });
});
