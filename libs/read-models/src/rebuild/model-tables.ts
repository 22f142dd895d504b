import { INSTALLATION, type Database, type Writing } from '@leadlog/database/database';
import { sql } from 'kysely';

export interface NewTables {
  name: string;
  tables: readonly string[];
  suffix: string;
  generation: number;
}

/** Each rebuild has a number of its own, by which its tables and their indexes are named. */
export async function nextGeneration(database: Database, name: string): Promise<number> {
  const row = await database.read(INSTALLATION, (snapshot) =>
    snapshot
      .selectFrom('read_models')
      .select('generation')
      .where('name', '=', name)
      .executeTakeFirst(),
  );
  return (row?.generation ?? 0) + 1;
}

/** The version of a read model that its tables hold, or null where it was never built. */
export async function builtVersion(database: Database, name: string): Promise<number | null> {
  const row = await database.read(INSTALLATION, (snapshot) =>
    snapshot
      .selectFrom('read_models')
      .select('version')
      .where('name', '=', name)
      .executeTakeFirst(),
  );
  return row?.version ?? null;
}

/**
 * Puts the new tables in the place of those in use, which get the suffix `_old`. The version in use
 * may not have had all of them, and not every engine has.
 */
export async function switchTables(
  transaction: Writing,
  { name, tables, suffix, generation }: NewTables,
  version: number,
): Promise<void> {
  const there = new Set((await transaction.introspection.getTables()).map((table) => table.name));
  for (const table of tables.filter((name) => there.has(name)))
    await rename(transaction, table, `${table}_old`);
  for (const table of tables.filter((name) => there.has(name + suffix)))
    await rename(transaction, table + suffix, table);
  await noteBuilt(transaction, { name, version, generation });
}

export async function noteBuilt(
  transaction: Writing,
  built: { name: string; version: number; generation: number },
): Promise<void> {
  await transaction
    .insertInto('read_models')
    .values(built)
    .onConflict((conflict) => conflict.column('name').doUpdateSet(built))
    .execute();
}

async function rename(transaction: Writing, from: string, to: string): Promise<void> {
  await sql`alter table ${sql.table(from)} rename to ${sql.table(to)}`.execute(transaction);
}
