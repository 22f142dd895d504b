import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables';

const ROWS_AT_ONCE = 2000;

interface PresentTable {
  name: string;
  /** Its key is (tenant_id, id): it has a row for each lead, or more. */
  isLong: 0 | 1;
  /** It is an index over texts, which keeps its own tables and nothing that tells of a person. */
  isTextIndex: 0 | 1;
}

/** Empties and drops tables, those with a row a lead few rows a transaction. */
export async function discardTables(
  database: Kysely<Tables>,
  tables: readonly string[],
): Promise<void> {
  for (const { name, isLong, isTextIndex } of await presentOf(database, tables)) {
    while (isLong && (await deleteSome(database, name)) > 0);
    const settings = isTextIndex ? ['foreign_keys', 'secure_delete'] : ['foreign_keys'];
    await without(settings, database, (connection) =>
      sql`drop table ${sql.table(name)}`.execute(connection),
    );
  }
}

async function presentOf(
  database: Kysely<Tables>,
  tables: readonly string[],
): Promise<PresentTable[]> {
  const { rows } = await sql<PresentTable>`
    select name, sql like 'create virtual table %' as "isTextIndex", 2 = (
      select count(*) from pragma_table_info(sqlite_schema.name) as present
      where present.name in ('tenant_id', 'id') and present.pk > 0
    ) as "isLong"
    from sqlite_schema where type = 'table'
  `.execute(database);
  return rows.filter(({ name }) => tables.includes(name));
}

async function deleteSome(database: Kysely<Tables>, table: string): Promise<bigint> {
  const name = sql.table(table);
  const { numAffectedRows } = await without(['foreign_keys'], database, (connection) =>
    sql`
      delete from ${name}
      where (tenant_id, id) in (select tenant_id, id from ${name} limit ${ROWS_AT_ONCE})
    `.execute(connection),
  );
  return numAffectedRows ?? 0n;
}

/** These settings are a matter of the connection, which nobody else has meanwhile. */
function without<R>(
  settings: readonly string[],
  database: Kysely<Tables>,
  work: (connection: Kysely<Tables>) => Promise<R>,
): Promise<R> {
  return database.connection().execute(async (connection) => {
    const set = async (value: 'on' | 'off') => {
      for (const setting of settings)
        await sql.raw(`pragma ${setting} = ${value}`).execute(connection);
    };
    await set('off');
    try {
      return await work(connection);
    } finally {
      await set('on');
    }
  });
}
