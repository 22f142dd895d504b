import { sql } from 'kysely';
import { DatabaseUnusable, INSTALLATION, type Database, type Writing } from '../database';
import { openTestPostgres, type TestDatabase } from '../test-engines';
import { openPostgres } from './open-postgres';

const TIME = '2026-11-22T10:00:00.000Z';

const event = (tenant_id: string) => ({
  tenant_id,
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
});

describe('a PostgreSQL database', () => {
  let test: TestDatabase;
  beforeEach(async () => (test = await openTestPostgres()));
  afterEach(() => test.discard());

  const insert = (scope: string, tenant = scope) =>
    test.database.write(scope, (transaction) =>
      transaction.insertInto('events').values(event(tenant)).execute(),
    );
  /** What a query sees that forgot to name the tenant. */
  const seen = (scope: Parameters<Database['read']>[0]) =>
    test.database.read(scope, async (snapshot) =>
      (await snapshot.selectFrom('events').select('tenant_id').execute()).map(
        ({ tenant_id }) => tenant_id,
      ),
    );
  const asOwner = (work: (transaction: Writing) => Promise<unknown>) =>
    test.database.define((transaction) => work(transaction));

  it('shows a query without a tenant in it nothing of others', async () => {
    await insert('acme');
    await insert('other');
    expect(await seen('acme')).toEqual(['acme']);
    expect(await seen('other')).toEqual(['other']);
    expect(await seen('nobody')).toEqual([]);
  });

  it('takes nothing from a tenant into the data of another', async () => {
    await expect(insert('acme', 'other')).rejects.toThrow('row-level security');
  });

  it('makes it an error to touch data of a tenant without saying whose', async () => {
    await insert('acme');
    await expect(seen(INSTALLATION)).rejects.toThrow('about no tenant');
    await expect(
      asOwner((transaction) => transaction.selectFrom('events').selectAll().execute()),
    ).rejects.toThrow('about no tenant');
  });

  it('has a wall around every table that holds data of a tenant, for its owner too', async () => {
    await asOwner(async (transaction) => {
      const { rows } = await sql<{ name: string; walled: boolean }>`
        select relname as name, relrowsecurity and relforcerowsecurity as walled
        from pg_class join pg_attribute on attrelid = pg_class.oid
        where attname = 'tenant_id' and relkind = 'r' order by 1
      `.execute(transaction);
      const open = rows.filter(({ walled }) => !walled).map(({ name }) => name);
      expect(open).toEqual(['importing_tenants', 'tenants']);
      expect(rows.length).toBeGreaterThan(10);
    });
  });

  it('works as a role that owns nothing and passes no wall', async () => {
    const { rows } = await test.database.read('acme', (snapshot) =>
      sql`
        select rolsuper, rolbypassrls, rolcanlogin,
          (select count(*) from pg_class where relowner = pg_roles.oid) as owned
        from pg_roles where rolname = current_user
      `.execute(snapshot),
    );
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false, owned: 0 }]);
  });

  it.each(['update events set actor = actor', 'delete from events', 'truncate events'])(
    'refuses "%s" to its owner as well',
    async (statement) => {
      await insert('acme');
      const changing = test.database.define(async (transaction, enter) => {
        await enter('acme');
        await sql.raw(statement).execute(transaction);
      });
      await expect(changing).rejects.toThrow('events are never changed');
    },
  );

  it('lets one write of a tenant wait for the other, and none for that of another tenant', async () => {
    const order: string[] = [];
    const [begun, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const first = test.database.write('acme', async () => {
      begun.resolve();
      await free.promise;
      order.push('first');
    });
    await begun.promise;
    const second = test.database.write('acme', async () => order.push('second'));
    await test.database.write('other', async () => order.push('other'));
    free.resolve();
    await Promise.all([first, second]);
    expect(order).toEqual(['other', 'first', 'second']);
  });

  it('changes tables that nobody uses yet while tenants are written', async () => {
    await test.database.defineApart(async (transaction) => {
      await sql`create table beside (id bigint)`.execute(transaction);
      await insert('acme');
    });
    expect(await seen('acme')).toEqual(['acme']);
  });

  it('refuses a schema that is newer than the release', async () => {
    await asOwner((transaction) =>
      sql`insert into kysely_migration values ('9999-of-tomorrow', ${TIME})`.execute(transaction),
    );
    await expect(openPostgres(test.url)).rejects.toThrow(DatabaseUnusable);
    await expect(openPostgres(test.url)).rejects.toThrow('start the release that wrote it');
  });

  it('is brought to the newest schema once by replicas that start together', async () => {
    await asOwner((transaction) =>
      sql`drop schema public cascade; create schema public`.execute(transaction),
    );
    const replicas = await Promise.all([1, 2, 3].map(() => openPostgres(test.url)));
    await insert('acme');
    expect(await seen('acme')).toEqual(['acme']);
    for (const replica of replicas) await replica.close();
  });

  it('does not tell the password where it cannot be opened', async () => {
    const opening = openPostgres('postgres://mara:secret@127.0.0.1:1/leadlog');
    await expect(opening).rejects.toThrow(DatabaseUnusable);
    await expect(opening).rejects.toThrow('postgres://127.0.0.1:1/leadlog');
    await expect(opening).rejects.not.toThrow('secret');
  });
});
