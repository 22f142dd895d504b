import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables';

const ROWS_AT_ONCE = 2000;

/** Empties and drops tables whose key is (tenant_id, id), a few rows a transaction. */
export async function discardTables(
  database: Kysely<Tables>,
  tables: readonly string[],
): Promise<void> {
  for (const table of await presentOf(database, tables)) {
    while ((await deleteSome(database, table)) > 0);
    await withoutForeignKeys(database, (connection) =>
      sql`drop table ${sql.table(table)}`.execute(connection),
    );
  }
}

async function presentOf(database: Kysely<Tables>, tables: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_schema where type = 'table'
  `.execute(database);
  const present = new Set(rows.map(({ name }) => name));
  return tables.filter((table) => present.has(table));
}

async function deleteSome(database: Kysely<Tables>, table: string): Promise<bigint> {
  const name = sql.table(table);
  const { numAffectedRows } = await withoutForeignKeys(database, (connection) =>
    sql`
      delete from ${name}
      where (tenant_id, id) in (select tenant_id, id from ${name} limit ${ROWS_AT_ONCE})
    `.execute(connection),
  );
  return numAffectedRows ?? 0n;
}

/** Foreign keys are a matter of the connection, which nobody else has meanwhile. */
function withoutForeignKeys<R>(
  database: Kysely<Tables>,
  work: (connection: Kysely<Tables>) => Promise<R>,
): Promise<R> {
  return database.connection().execute(async (connection) => {
    await sql`pragma foreign_keys = off`.execute(connection);
    try {
      return await work(connection);
    } finally {
      await sql`pragma foreign_keys = on`.execute(connection);
    }
  });
}
