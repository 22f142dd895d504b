import { sql } from 'kysely';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseUnusable, StorageFailed, type Database } from './database';
import { isPostgres, openDatabase } from './open-database';
import { openPostgresToRead, requireLeadlog } from './postgres/reading';
import { readApart, runAlone, SnapshotReader } from './sqlite-reading';

const SQLITE = 'sqlite:';

/**
 * Opens a database that is there, and brings it to the newest schema. Unlike `openDatabase` it makes
 * none: a tool that is pointed at the wrong path must not find an empty log there.
 * @throws DatabaseUnusable
 */
export async function openExisting(url: string): Promise<Database> {
  if (isPostgres(url)) await requireLeadlog(url);
  else requireExisting(url);
  return openDatabase(url);
}

/**
 * Opens a database only to look at it: nothing is created, migrated or written, so that it may be a
 * copy, or one that a service is using.
 * @throws DatabaseUnusable
 */
export async function openToRead(url: string): Promise<Database> {
  if (isPostgres(url)) return openPostgresToRead(url);
  const file = requireExisting(url);
  const reader = await openReadOnly(file);
  const refuse = () => Promise.reject(new DatabaseUnusable(`${file} is open for reading only`));
  return {
    sharesWrites: true,
    write: refuse,
    read: (_scope, work) => reader.read(work),
    readApart: (_scope, work) => readApart(file, work),
    define: refuse,
    defineApart: refuse,
    scrub: refuse,
    discardTables: refuse,
    runAlone,
    fail: () => new StorageFailed(`${file} is open for reading only`),
    close: () => reader.close(),
  };
}

function requireExisting(url: string): string {
  const file = resolve(url.slice(SQLITE.length));
  if (url.startsWith(SQLITE) && existsSync(file)) return file;
  throw new DatabaseUnusable(
    `there is no database ${url}; set DATABASE_URL to the one that is meant`,
  );
}

async function openReadOnly(file: string): Promise<SnapshotReader> {
  try {
    const reader = await SnapshotReader.open(file);
    await reader.read((snapshot) => sql`select 1 from events, heads limit 0`.execute(snapshot));
    return reader;
  } catch (error) {
    throw new DatabaseUnusable(
      `${file} cannot be read as a database of Leadlog (${(error as Error).message}); ` +
        'set DATABASE_URL to one',
    );
  }
}
