import BetterSqlite from 'better-sqlite3';
import {
  CompiledQuery,
  Kysely,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
  type SqliteDialectConfig,
} from 'kysely';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseUnusable, type Database } from './database';
import { discardTables } from './discard-sqlite-tables';
import { migrate } from './migrate';
import type { Tables } from './tables';

/** Releases before this one can corrupt a WAL (https://sqlite.org/wal.html, "WAL-reset bug"). */
const OLDEST_SAFE_SQLITE = '3.51.3';

/** The `synchronous` level at which SQLite flushes at every commit. */
const SYNCHRONOUS_FULL = 2;

const MAX_CACHED_STATEMENTS = 500;

/** Opens, and where needed creates and migrates, the database in `file`. */
export async function openSqlite(file: string): Promise<Database> {
  const writing = openWriting(file);
  const writer = new Kysely<Tables>({
    dialect: new ImmediateSqliteDialect({ database: cachingStatements(writing) }),
  });
  await migrate(writer);
  assertDurable(writing);
  const reading = new BetterSqlite(file, { readonly: true });
  const reader = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: cachingStatements(reading) }),
  });
  return {
    write: (work) => writer.transaction().execute(work),
    read: (work) => reader.transaction().execute(work),
    scrub: () => truncateWal(writing),
    discardTables: (tables) => discardTables(writer, tables),
    close: async () => {
      await reader.destroy();
      await writer.destroy();
    },
  };
}

function openWriting(file: string): BetterSqlite.Database {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const connection = new BetterSqlite(file);
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    connection.pragma('busy_timeout = 5000');
    // What is deleted is overwritten with zeros: an erased person must not linger in free pages.
    connection.pragma('secure_delete = ON');
    return connection;
  } catch (error) {
    throw new DatabaseUnusable(
      `the database ${file} cannot be opened for writing (${(error as Error).message}); ` +
        'set DATABASE_URL to a file in a folder that this user may write',
    );
  }
}

/** Moves the WAL into the database and empties it; a reader in the way ends in a later turn. */
async function truncateWal(connection: BetterSqlite.Database): Promise<void> {
  for (;;) {
    connection.pragma('busy_timeout = 0');
    const [result] = connection.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }];
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

/** Kysely compiles to the same SQL again and again; SQLite need not parse it each time. */
function cachingStatements(connection: BetterSqlite.Database): SqliteDatabase {
  const statements = new Map<string, BetterSqlite.Statement<unknown[]>>();
  return {
    close: () => void connection.close(),
    prepare(sql) {
      const known = statements.get(sql);
      if (known) return known;
      if (statements.size >= MAX_CACHED_STATEMENTS) statements.clear();
      const statement = connection.prepare<unknown[]>(sql);
      statements.set(sql, statement);
      return statement;
    },
  };
}

/** Takes the write lock when a transaction begins, so that what it then reads stays true. */
class ImmediateSqliteDialect extends SqliteDialect {
  constructor(private readonly driverConfig: SqliteDialectConfig) {
    super(driverConfig);
  }

  override createDriver(): SqliteDriver {
    return new ImmediateSqliteDriver(this.driverConfig);
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}
