import { resolve } from 'node:path';
import { DatabaseUnusable, type Database } from './database';
import { openSqlite } from './sqlite';

/** Opens the database that a URL names: `sqlite:PATH`, relative to the working folder. */
export async function openDatabase(url: string): Promise<Database> {
  if (url.startsWith('sqlite:')) return openSqlite(resolve(url.slice('sqlite:'.length)));
  throw new DatabaseUnusable(`DATABASE_URL names no engine that is known: use sqlite:PATH`);
}
