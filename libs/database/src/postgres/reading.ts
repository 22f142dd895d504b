import { sql, type Kysely } from 'kysely';
import { DatabaseUnusable, StorageFailed, type Database } from '../database';
import type { Tables } from '../tables';
import { addressOf, naming, unusable } from './errors';
import { openPool, type PoolLimits } from './pool';
import { runAlone } from './run-alone';
import { beginReading, openKysely, transact } from './scoped-transactions';

const READING: PoolLimits = {
  connections: 8,
  statement: 30_000,
  lock: 10_000,
  idleInTransaction: 30_000,
};

/** What takes long may wait for who takes its answer, but not for ever: old rows are kept for it. */
const APART: PoolLimits = { ...READING, connections: 4, idleInTransaction: 600_000 };

/** The reading half of a database. */
export function openReading(
  url: string,
): Pick<Database, 'sharesWrites' | 'read' | 'readApart' | 'close'> {
  const reader = openKysely(openPool(url, READING));
  const apart = openKysely(openPool(url, APART));
  return {
    sharesWrites: false,
    read: (scope, work) => naming(() => transact(reader, beginReading(scope), work)),
    readApart: (scope, work) => naming(() => transact(apart, beginReading(scope), work)),
    close: async () => {
      await reader.destroy();
      await apart.destroy();
    },
  };
}

/**
 * Opens a database only to look at it.
 * @throws DatabaseUnusable
 */
export async function openPostgresToRead(url: string): Promise<Database> {
  await requireLeadlog(url);
  const message = `${addressOf(url)} is open for reading only`;
  const refuse = () => Promise.reject(new DatabaseUnusable(message));
  return {
    ...openReading(url),
    write: refuse,
    define: refuse,
    defineApart: refuse,
    scrub: refuse,
    discardTables: refuse,
    runAlone: (name, work) => runAlone(url, name, work),
    fail: () => new StorageFailed(message),
  };
}

/** @throws DatabaseUnusable where there is no database, or none of Leadlog */
export async function requireLeadlog(url: string): Promise<void> {
  const looking = openKysely(openPool(url, { ...READING, connections: 1 }));
  try {
    if (await hasLog(looking)) return;
  } catch (error) {
    throw unusable(url, error);
  } finally {
    await looking.destroy();
  }
  throw new DatabaseUnusable(
    `there is no database of Leadlog at ${addressOf(url)}; set DATABASE_URL to the one that is meant`,
  );
}

async function hasLog(database: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select to_regclass('events') is not null and to_regclass('heads') is not null as found
  `.execute(database);
  return rows[0]?.found ?? false;
}
