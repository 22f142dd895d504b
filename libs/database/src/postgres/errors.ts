import { types } from 'node:util';
import pg from 'pg';
import {
  DatabaseUnusable,
  OutcomeUnknown,
  StorageUnavailable,
  TransientFailure,
} from '../database';

/**
 * Codes of what passes by itself: a lost connection, a server that stops or starts, a deadlock, a
 * standby after a failover.
 */
const PASSING = /^(08|57P|40001|40P01|25006|25P03)/;

/** Codes of what lasts a while: no room, no free connection, a lock or an answer not had in time. */
const BUSY = /^(53|57014|55P03|25P04)/;

/** Codes of the network, as Node has them. */
const NETWORK = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/;

/** What `pg` says where a connection broke or none could be had, and no code tells. */
const CONNECTION =
  /Connection terminated|Client has encountered a connection error|client was closed|not queryable/i;

/** What its pool says where no connection came free in time. */
const POOL_IS_FULL = /timeout exceeded when trying to connect/;

/** Names an error of the storage; what a statement did wrong stays as it is. */
export function named(error: unknown): unknown {
  if (error instanceof DatabaseUnusable || !types.isNativeError(error)) return error;
  const Failure = isPassing(error) ? TransientFailure : isBusy(error) ? StorageUnavailable : null;
  if (Failure === null) return error;
  return new Failure(`the database cannot be used now (${error.message}); try again in a moment`, {
    cause: error,
  });
}

/**
 * Names an error of a COMMIT. The server says where it refuses one; where the connection breaks
 * instead, it may have been carried out.
 */
export function namedAtCommit(error: unknown): unknown {
  const isRefused = error instanceof pg.DatabaseError && error.severity === 'ERROR';
  if (isRefused || !types.isNativeError(error) || !(isPassing(error) || isBusy(error)))
    return error;
  return new OutcomeUnknown(
    `the connection broke while a write was committed (${error.message}); ` +
      'it is stored or it is not: repeat it with the same Idempotency-Key to learn',
    { cause: error },
  );
}

function isPassing(error: Error): boolean {
  const { code } = error as { code?: unknown };
  if (error instanceof pg.DatabaseError) return PASSING.test(String(code));
  return NETWORK.test(String(code)) || CONNECTION.test(error.message);
}

function isBusy(error: Error): boolean {
  const { code } = error as { code?: unknown };
  if (error instanceof pg.DatabaseError) return BUSY.test(String(code));
  return POOL_IS_FULL.test(error.message);
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
