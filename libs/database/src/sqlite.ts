import BetterSqlite from 'better-sqlite3';
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDialectConfig,
} from 'kysely';
import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  DatabaseUnusable,
  StorageUnavailable,
  type Database,
  type StorageFailed,
} from './database';
import { discardTables } from './discard-sqlite-tables';
import { FailStop } from './fail-stop';
import { migrate } from './migrate';
import { migrations } from './migrations/all';
import { readApart, runAlone, SnapshotReader } from './sqlite-reading';
import { cachingStatements, type RunStatement } from './sqlite-statements';
import type { Tables } from './tables';

/** Releases before this one can corrupt a WAL (https://sqlite.org/wal.html, "WAL-reset bug"). */
const OLDEST_SAFE_SQLITE = '3.51.3';

/** The `synchronous` level at which SQLite flushes at every commit. */
const SYNCHRONOUS_FULL = 2;

/** Pages that a WAL gathers before they are moved into the database, as SQLite has it by default. */
const WAL_PAGES = 1000;

/**
 * Opens, and where needed creates and migrates, the database in `file`. The first I/O error of a
 * write ends all writing, and is told once.
 */
export async function openSqlite(
  file: string,
  onStorageFailed: (failure: StorageFailed) => void = () => undefined,
): Promise<Database> {
  const writing = openWriting(file);
  const failStop = new FailStop(onStorageFailed);
  const writer = new Kysely<Tables>({
    dialect: new ImmediateSqliteDialect({
      database: cachingStatements(writing, durably(writing, failStop)),
      isInTransaction: () => writing.inTransaction,
    }),
  });
  await migrate(writer, migrations);
  assertDurable(writing);
  const reader = await SnapshotReader.open(file);
  return {
    sharesWrites: true,
    write: (_scope, work) => writer.transaction().execute(work),
    read: (_scope, work) => reader.read(work),
    readApart: (_scope, work) => readApart(file, work),
    define: (work) =>
      writer.transaction().execute((transaction) => work(transaction, () => Promise.resolve())),
    defineApart: (work) => writer.transaction().execute(work),
    scrub: () => truncateWal(writing, failStop),
    discardTables: (tables) => discardTables(writer, tables),
    runAlone,
    fail: (reason) => failStop.fail(reason),
    close: async () => {
      await reader.close();
      await writer.destroy();
    },
  };
}

function openWriting(file: string): BetterSqlite.Database {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const connection = new BetterSqlite(file);
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    connection.pragma('busy_timeout = 5000');
    // What is deleted is overwritten with zeros: an erased person must not linger in free pages.
    connection.pragma('secure_delete = ON');
    connection.pragma('wal_autocheckpoint = 0');
    // A crash may have left what was written but not flushed. It is read from now on, and answered
    // for when a request is repeated: so it must be as safe as anything else.
    connection.pragma('wal_checkpoint(TRUNCATE)');
    flushFolder(dirname(file));
    return connection;
  } catch (error) {
    throw new DatabaseUnusable(
      `the database ${file} cannot be opened for writing (${(error as Error).message}); ` +
        'set DATABASE_URL to a file in a folder that this user may write',
    );
  }
}

/**
 * Makes the names of database and WAL safe. SQLite does so as well, but takes no notice of an error.
 * Windows keeps names safe by itself, and knows no such call.
 */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Moves the WAL into the database and empties it; a reader in the way ends in a later turn. */
async function truncateWal(connection: BetterSqlite.Database, failStop: FailStop): Promise<void> {
  for (;;) {
    connection.pragma('busy_timeout = 0');
    const [result] = failStop.run(() => connection.pragma('wal_checkpoint(TRUNCATE)')) as [
      { busy: number },
    ];
    connection.pragma('busy_timeout = 5000');
    if (result.busy === 0) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/**
 * better-sqlite3 is built to fall to `synchronous=NORMAL`, which loses commits at a power cut, with
 * the first write in WAL mode unless told otherwise: so this looks after the migration has written.
 */
function assertDurable(connection: BetterSqlite.Database): void {
  const version = connection.prepare('select sqlite_version()').pluck().get() as string;
  if (compareVersions(version, OLDEST_SAFE_SQLITE) < 0)
    throw new DatabaseUnusable(`SQLite ${version} is too old: ${OLDEST_SAFE_SQLITE} is needed`);
  if (connection.pragma('synchronous', { simple: true }) !== SYNCHRONOUS_FULL)
    throw new DatabaseUnusable('SQLite does not keep synchronous=FULL: commits would not be safe');
}

function compareVersions(left: string, right: string): number {
  return left.localeCompare(right, 'en', { numeric: true });
}

/** How the writing connection runs statements: none after an I/O error, of a checkpoint either. */
function durably(connection: BetterSqlite.Database, failStop: FailStop): RunStatement {
  const shortenWal = walShortening(connection, failStop);
  return (call) => {
    const result = failStop.run(call);
    if (!connection.inTransaction) shortenWal();
    return result;
  };
}

/** SQLite's own checkpoints keep their errors to themselves: so they are made here. */
function walShortening(connection: BetterSqlite.Database, failStop: FailStop): () => void {
  const state = connection.prepare<[], { log: number; checkpointed: number }>(
    'pragma wal_checkpoint(NOOP)',
  );
  return () => {
    const { log, checkpointed } = failStop.run(() => state.get()) ?? { log: 0, checkpointed: 0 };
    if (log - checkpointed < WAL_PAGES) return;
    try {
      failStop.run(() => connection.pragma('wal_checkpoint(PASSIVE)'));
    } catch (error) {
      // What was committed is safe in the WAL: no room for the database to grow is no failure yet.
      if (!(error instanceof StorageUnavailable)) throw error;
    }
  };
}

interface ImmediateSqliteConfig extends SqliteDialectConfig {
  isInTransaction(): boolean;
}

/** Takes the write lock when a transaction begins, so that what it then reads stays true. */
class ImmediateSqliteDialect extends SqliteDialect {
  constructor(private readonly driverConfig: ImmediateSqliteConfig) {
    super(driverConfig);
  }

  override createDriver(): SqliteDriver {
    return new ImmediateSqliteDriver(this.driverConfig);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSchemaAdapter();
  }
}

/** SQLite can change its schema in a transaction: a crash must not leave half a migration. */
class TransactionalSchemaAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  constructor(private readonly driverConfig: ImmediateSqliteConfig) {
    super(driverConfig);
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** After some errors, a full disk among them, SQLite has rolled back by itself. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.driverConfig.isInTransaction()) await super.rollbackTransaction(connection);
  }
}
