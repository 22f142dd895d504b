import { resolve } from 'node:path';
import { DatabaseUnusable, type Database, type StorageFailed } from './database';
import { openSqlite } from './sqlite';

/**
 * Opens the database that a URL names: `sqlite:PATH`, relative to the working folder. The first I/O
 * error of a write ends all writing, and is told once.
 */
export async function openDatabase(
  url: string,
  onStorageFailed?: (failure: StorageFailed) => void,
): Promise<Database> {
  if (url.startsWith('sqlite:'))
    return openSqlite(resolve(url.slice('sqlite:'.length)), onStorageFailed);
  throw new DatabaseUnusable(`DATABASE_URL names no engine that is known: use sqlite:PATH`);
}
