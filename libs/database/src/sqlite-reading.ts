import BetterSqlite from 'better-sqlite3';
import { DefaultQueryExecutor, Kysely, SqliteDialect } from 'kysely';
import { setImmediate } from 'node:timers/promises';
import type { Reading } from './database';
import { cachingStatements } from './sqlite-statements';
import { namingDamage } from './storage-damage';
import type { Tables } from './tables';

type Work<R> = (snapshot: Reading) => Promise<R>;

/**
 * Reads by a connection of its own, which cannot write. What is asked for in one turn of the event loop
 * shares a snapshot, which begins after all of it was asked: to begin and end one takes SQLite longer
 * than most of what is read, and a transaction of Kysely's several times as long.
 */
export class SnapshotReader {
  private waiting: (() => Promise<void>)[] = [];
  private last: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly connection: BetterSqlite.Database,
    private readonly handle: Reading,
    private readonly begin = connection.prepare('begin'),
    private readonly end = connection.prepare('rollback'),
  ) {}

  /** Opens a file that is there. */
  static async open(file: string): Promise<SnapshotReader> {
    const connection = new BetterSqlite(file, { readonly: true, fileMustExist: true });
    return new SnapshotReader(connection, await handleOf(connection));
  }

  read<R>(work: Work<R>): Promise<R> {
    const { promise, resolve, reject } = Promise.withResolvers<R>();
    const asked = this.waiting.push(() => this.inSnapshot(work).then(resolve, reject));
    if (asked === 1) this.last = Promise.all([this.last, setImmediate()]).then(() => this.answer());
    return promise;
  }

  /** Resolves when all that was asked for is read. */
  async close(): Promise<void> {
    await this.last;
    this.connection.close();
  }

  private async answer(): Promise<void> {
    for (const read of this.waiting.splice(0)) await read();
    // Not a commit, which fails where a page was damaged.
    if (this.connection.inTransaction) this.end.run();
  }

  private async inSnapshot<R>(work: Work<R>): Promise<R> {
    // The first begins it; and after some errors SQLite has ended it by itself.
    if (!this.connection.inTransaction) this.begin.run();
    return work(this.handle);
  }
}

/** A handle whose statements go straight to the one connection that there is. */
async function handleOf(connection: BetterSqlite.Database): Promise<Reading> {
  const database = cachingStatements(connection, namingDamage);
  const dialect = new SqliteDialect({ database });
  const driver = dialect.createDriver();
  await driver.init();
  const only = await driver.acquireConnection();
  const executor = new DefaultQueryExecutor(
    dialect.createQueryCompiler(),
    dialect.createAdapter(),
    { provideConnection: (consumer) => consumer(only) },
  );
  return new Kysely<Tables>({ config: { dialect }, dialect, driver, executor });
}

/** Runs `work` on a snapshot of a connection that nobody else has, and that ends with it. */
export async function readApart<R>(file: string, work: Work<R>): Promise<R> {
  const reader = await SnapshotReader.open(file);
  try {
    return await reader.read(work);
  } finally {
    await reader.close();
  }
}

/** One process has the file. */
export function runAlone<R>(_name: string, work: (held: AbortSignal) => Promise<R>): Promise<R> {
  return work(new AbortController().signal);
}
