import type { CompiledQuery, InsertObject, Kysely } from 'kysely';
import type { Writing } from './database';
import { tablesOf } from './prepared-query';
import type { Tables } from './tables';

/** Rows are inserted in groups of these sizes, so that there are few statements to keep prepared. */
const GROUP_SIZES = [64, 16, 4, 1];

/**
 * Inserts many rows by few statements, whose SQL Kysely builds once for each group size: building
 * it anew for every row costs more than SQLite needs to store it.
 */
export function bulkInsert<T extends keyof Tables & string>(
  table: T,
  columns: readonly (keyof Tables[T] & string)[],
): (transaction: Writing, rows: readonly Tables[T][]) => Promise<void> {
  const compiledFor = new WeakMap<object, Map<number, CompiledQuery>>();
  return async (transaction, rows) => {
    const tables = tablesOf(transaction);
    const compiled = compiledFor.get(tables) ?? new Map<number, CompiledQuery>();
    compiledFor.set(tables, compiled);
    for (let start = 0; start < rows.length;) {
      const left = rows.length - start;
      const size = GROUP_SIZES.find((groupSize) => groupSize <= left) ?? 1;
      const group = rows.slice(start, start + size);
      let query = compiled.get(size);
      if (!query) compiled.set(size, (query = compile(transaction, table, columns, size)));
      const parameters = group.flatMap((row) => columns.map((column) => row[column]));
      await transaction.executeQuery({ ...query, parameters });
      start += size;
    }
  };
}

/** The insert of `size` rows, each of whose values is a parameter, row by row. */
function compile<T extends keyof Tables & string>(
  database: Kysely<Tables>,
  table: T,
  columns: readonly (keyof Tables[T] & string)[],
  size: number,
): CompiledQuery {
  // The values do not matter, only that each becomes a parameter.
  const row = Object.fromEntries(columns.map((column) => [column, '']));
  const rows = Array.from({ length: size }, () => row) as InsertObject<Tables, T>[];
  return database.insertInto(table).values(rows).compile();
}
