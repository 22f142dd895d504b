import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables';

const ROWS_AT_ONCE = 2000;

interface PresentTable {
  name: string;
  /** The columns of its key, in their order: `tenant_id,id`. */
  key: string;
  /** Its key has tenant and id: it has a row for each lead, or more. */
  isLong: 0 | 1;
  /** It is an index over texts, which keeps its own tables. */
  isTextIndex: 0 | 1;
  /** It tells of persons. */
  isPersonal: 0 | 1;
}

/**
 * Empties and drops tables, those with a row a lead few rows a transaction, and their indexes before:
 * to take rows out of these one by one costs more than all the rest.
 */
export async function discardTables(
  database: Kysely<Tables>,
  tables: readonly string[],
): Promise<void> {
  for (const { name, key, isLong, isTextIndex, isPersonal } of await presentOf(database, tables)) {
    for (const index of isLong ? await indexesOf(database, name) : [])
      await database.schema.dropIndex(index).execute();
    while (isLong && (await deleteSome(database, name, key)) > 0);
    const settings =
      isTextIndex && !isPersonal ? ['foreign_keys', 'secure_delete'] : ['foreign_keys'];
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
    select sqlite_schema.name, sql like 'create virtual table %' as "isTextIndex",
      sqlite_schema.name like 'contact%' as "isPersonal", group_concat(part.name order by part.pk) as key,
      2 = count(*) filter (where part.name in ('tenant_id', 'id')) as "isLong"
    from sqlite_schema
    left join pragma_table_info(sqlite_schema.name) as part on part.pk > 0
    where sqlite_schema.type = 'table'
    group by sqlite_schema.name
  `.execute(database);
  return rows.filter(({ name }) => tables.includes(name));
}

/** Those that were created by themselves; the ones of constraints go with the table. */
async function indexesOf(database: Kysely<Tables>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_schema where type = 'index' and tbl_name = ${table} and sql is not null
  `.execute(database);
  return rows.map(({ name }) => name);
}

async function deleteSome(database: Kysely<Tables>, table: string, key: string): Promise<bigint> {
  const [name, columns] = [sql.table(table), sql.raw(key)];
  const { numAffectedRows } = await without(['foreign_keys'], database, (connection) =>
    sql`
      delete from ${name}
      where (${columns}) in (select ${columns} from ${name} limit ${ROWS_AT_ONCE})
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
