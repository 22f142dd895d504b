import pg from 'pg';
import { DatabaseUnusable, StorageUnavailable } from '../database';

/**
 * Codes of what passes by itself: a lost connection, a server that stops or starts, no room, a lock
 * not had in time, a deadlock, a standby after a failover.
 */
const PASSING = /^(08|53|57P|57014|40001|40P01|55P03|25006|25P03|25P04)/;

/** Codes of the network, as Node has them. */
const NETWORK = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/;

/** What `pg` says where a connection broke or none could be had, and no code tells. */
const CONNECTION =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|client was closed|not queryable/i;

/** Names an error of the storage; what a statement did wrong stays as it is. */
export function named(error: unknown): unknown {
  if (error instanceof DatabaseUnusable || !isPassing(error)) return error;
  return new StorageUnavailable(
    `the database cannot be used now (${(error as Error).message}); try again in a moment`,
    { cause: error },
  );
}

export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (error instanceof pg.DatabaseError) return PASSING.test(String(code));
  return NETWORK.test(String(code)) || CONNECTION.test(error.message);
}

/** Runs `work`, and names what the storage makes of it. */
export async function naming<R>(work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    throw named(error);
  }
}

/** A database that cannot be opened, in one line, which never holds the password. */
export function unusable(url: string, error: unknown): DatabaseUnusable {
  if (error instanceof DatabaseUnusable) return error;
  return new DatabaseUnusable(
    `the database ${addressOf(url)} cannot be opened (${(error as Error).message}); ` +
      'set DATABASE_URL to a PostgreSQL database that this user owns',
    { cause: error },
  );
}

/** Where a database is, without who may use it. */
export function addressOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `postgres://${host}${pathname}`;
  } catch {
    return 'postgres://…';
  }
}
