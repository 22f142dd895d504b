import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables';

/** A handle to read by: a reading connection, or the transaction one is in. */
export type Reading = Kysely<Tables>;

/** A handle to write by: always a transaction. */
export type Writing = Transaction<Tables>;

/** A handle to change the schema by, whatever tables there are. */
export type Defining = Pick<Kysely<unknown>, 'schema' | 'getExecutor'>;

/**
 * What belongs to no tenant: the keys of the installation, the versions of its read models, and which
 * tenants have a log.
 */
export const INSTALLATION = Symbol('installation');

/** Whose data a transaction is about: one tenant's, by its id, or nobody's. */
export type Scope = string | typeof INSTALLATION;

/** Has the rest of a transaction be about this tenant. */
export type EnterTenant = (tenantId: string) => Promise<void>;

/** An open database of either engine. */
export interface Database {
  /**
   * Whether a write about `INSTALLATION` may touch all tenants, because only one runs at a time anyway.
   * Elsewhere those of different tenants run side by side, each about one.
   */
  readonly sharesWrites: boolean;
  /**
   * Runs `work` in one write transaction; durable when the promise resolves. No other write of the
   * scope runs meanwhile, of whatever process.
   */
  write<R>(scope: Scope, work: (transaction: Writing) => Promise<R>): Promise<R>;
  /** Runs `work` on one snapshot: all that it reads belongs together. */
  read<R>(scope: Scope, work: (snapshot: Reading) => Promise<R>): Promise<R>;
  /** Like `read`, with a connection of its own: for what takes long, so that no other read waits. */
  readApart<R>(scope: Scope, work: (snapshot: Reading) => Promise<R>): Promise<R>;
  /**
   * Runs `work` in one write transaction that may also change the schema. To touch a tenant's data it
   * has to enter the tenant's scope, which it is in until it enters the next.
   */
  define<R>(work: (transaction: Writing, enter: EnterTenant) => Promise<R>): Promise<R>;
  /** Like `define`, for tables that nobody uses yet: where the engine can, writes go on meanwhile. */
  defineApart<R>(work: (transaction: Writing) => Promise<R>): Promise<R>;
  /**
   * Leaves nothing of what was deleted or overwritten in the files of the database. Waits for
   * snapshots that are being read.
   */
  scrub(): Promise<void>;
  /**
   * Removes tables of read models that nobody uses any more, those of them that are there: a few
   * rows at a time, so that writers are not held up, and without regard to foreign keys.
   */
  discardTables(tables: readonly string[]): Promise<void>;
  /**
   * Runs `work` while no other process runs work of this name; null where one does. The signal aborts
   * where that can no longer be told, for the connection that told it is lost.
   */
  runAlone<R>(name: string, work: (held: AbortSignal) => Promise<R>): Promise<R | null>;
  /**
   * Ends all writing, as an I/O error of its own does: for who keeps something beside the database
   * that a write rests on, and could not store it.
   */
  fail(reason: unknown): StorageFailed;
  close(): Promise<void>;
}

/** The database cannot be used as it is; the message is one line that says what to do. */
export class DatabaseUnusable extends Error {}

/** The storage failed: what it holds is unknown until the next start, and nothing more is written. */
export class StorageFailed extends DatabaseUnusable {}

/** What is stored cannot be read: a page is damaged, or the disk does not give it. */
export class StorageDamaged extends DatabaseUnusable {}

/** A write found no room or no lock; nothing of it happened, and it may be tried again. */
export class StorageUnavailable extends DatabaseUnusable {}

/** What passes by itself took a write down; nothing of it happened, and it is worth another attempt. */
export class TransientFailure extends StorageUnavailable {}

/** The connection broke while a write was committed: whether it is stored is for the log to tell. */
export class OutcomeUnknown extends DatabaseUnusable {}
