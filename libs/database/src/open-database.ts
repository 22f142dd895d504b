import { resolve } from 'node:path';
import { DatabaseUnusable, type Database, type StorageFailed } from './database';
import { addressOf } from './postgres/errors';
import { openPostgres } from './postgres/open-postgres';
import { openSqlite } from './sqlite';

export function isPostgres(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url);
}

/** Where a database is: a path, or an address without who may use it. */
export function placeOf(url: string): string {
  return isPostgres(url) ? addressOf(url) : resolve(url.slice('sqlite:'.length));
}

/**
 * Opens the database that a URL names: `sqlite:PATH`, relative to the working folder, or
 * `postgres://…`. What ends all writing is told once.
 */
export async function openDatabase(
  url: string,
  onStorageFailed?: (failure: StorageFailed) => void,
): Promise<Database> {
  if (url.startsWith('sqlite:'))
    return openSqlite(resolve(url.slice('sqlite:'.length)), onStorageFailed);
  if (isPostgres(url)) return openPostgres(url, onStorageFailed);
  throw new DatabaseUnusable(
    'DATABASE_URL names no engine that is known: use sqlite:PATH or postgres://…',
  );
}
