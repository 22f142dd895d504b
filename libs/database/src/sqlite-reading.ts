import BetterSqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Reading } from './database';
import { cachingStatements } from './sqlite-statements';
import { namingDamage } from './storage-damage';
import type { Tables } from './tables';

/** A connection to a database that is there, which cannot write. */
export function openReading(file: string): Kysely<Tables> {
  const connection = new BetterSqlite(file, { readonly: true });
  return new Kysely<Tables>({
    dialect: new SqliteDialect({ database: cachingStatements(connection, namingDamage) }),
  });
}

/** Runs `work` on a snapshot of a connection that nobody else has, and that ends with it. */
export async function readApart<R>(
  file: string,
  work: (snapshot: Reading) => Promise<R>,
): Promise<R> {
  const reader = openReading(file);
  try {
    return await reader.transaction().execute(work);
  } finally {
    await reader.destroy();
  }
}

/** One process has the file. */
export function runAlone<R>(_name: string, work: (held: AbortSignal) => Promise<R>): Promise<R> {
  return work(new AbortController().signal);
}
