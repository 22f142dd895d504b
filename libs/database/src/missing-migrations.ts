import { sql } from 'kysely';
import type { Reading } from './database';
import { engineOf } from './engine-of';
import { migrations } from './migrations/all';
import { migrations as postgresMigrations } from './postgres/migrations/all';

const MIGRATIONS = { sqlite: migrations, postgres: postgresMigrations };

/**
 * The migrations of this release that a database does not have. It may have more: a newer release
 * that runs beside this one.
 */
export async function missingMigrations(reading: Reading): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(reading);
  const applied = new Set(rows.map(({ name }) => name));
  return Object.keys(MIGRATIONS[engineOf(reading)]).filter((name) => !applied.has(name));
}
