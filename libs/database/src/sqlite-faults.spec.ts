import BetterSqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  INSTALLATION,
  StorageFailed,
  StorageUnavailable,
  type Database,
  type Writing,
} from './database';
import { openSqlite } from './sqlite';

/** Which statements of a writing connection fail, as SQLite's do when the disk does, and how. */
let broken: { pattern: RegExp; code: string } | null = null;

function makeBreakable(): void {
  const prepare = BetterSqlite.prototype.prepare;
  jest.spyOn(BetterSqlite.prototype, 'prepare').mockImplementation(function (
    this: BetterSqlite.Database,
    source: string,
  ) {
    const statement = prepare.call(this, source) as BetterSqlite.Statement<unknown[]>;
    const breakable =
      <R>(run: (...parameters: unknown[]) => R) =>
      (...parameters: unknown[]): R => {
        if (broken?.pattern.test(source))
          throw new BetterSqlite.SqliteError('as the disk has it', broken.code);
        return run(...parameters);
      };
    const { run, all } = statement;
    return Object.assign(statement, {
      run: breakable(run.bind(statement)),
      all: breakable(all.bind(statement)),
    });
  } as typeof prepare);
}

describe('a SQLite database on a disk that fails', () => {
  let folder: string;
  let database: Database;
  let told: StorageFailed[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'leadlog-test-'));
    told = [];
    broken = null;
    makeBreakable();
    database = await openSqlite(join(folder, 'leadlog.sqlite'), (failure) => told.push(failure));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await database.close();
    rmSync(folder, { recursive: true });
  });

  const insert = (tenant: string, hash = "x''") =>
    database.write(INSTALLATION, (transaction) => insertHead(transaction, tenant, hash));
  const insertHead = async (transaction: Writing, tenant: string, hash = "x''") => {
    const values = sql`${tenant}, 1, ${sql.raw(hash)}, '', 1, 1, 1`;
    await sql`insert into heads values (${values})`.execute(transaction);
  };
  const tenants = async () =>
    (
      await database.read(INSTALLATION, (snapshot) =>
        snapshot.selectFrom('heads').select('tenant_id').execute(),
      )
    )
      .map(({ tenant_id }) => tenant_id)
      .sort();

  it('writes nothing more after a commit that ended in an I/O error', async () => {
    broken = { pattern: /^commit/, code: 'SQLITE_IOERR_FSYNC' };
    await expect(insert('a')).rejects.toThrow(StorageFailed);
    broken = null;
    let ran = false;
    const next = database.write(INSTALLATION, async () => (ran = true));
    await expect(next).rejects.toThrow('as the disk has it, SQLITE_IOERR_FSYNC');
    expect(ran).toBe(false);
    expect(told).toHaveLength(1);
    expect(await tenants()).toEqual([]);
  });

  it('does not commit where an I/O error was passed over', async () => {
    broken = { pattern: /from "?events/, code: 'SQLITE_IOERR_READ' };
    const passingOver = database.write(INSTALLATION, async (transaction) => {
      await insertHead(transaction, 'a');
      await transaction
        .selectFrom('events')
        .selectAll()
        .execute()
        .catch(() => []);
    });
    await expect(passingOver).rejects.toThrow(StorageFailed);
    expect(await tenants()).toEqual([]);
  });

  it('goes on after a disk that was full: the write that found no room leaves nothing', async () => {
    const pages = (count: number) =>
      database.write(INSTALLATION, (transaction) =>
        sql`pragma max_page_count = ${sql.raw(String(count))}`.execute(transaction),
      );
    await insert('a');
    await pages(1);
    await expect(insert('b', 'zeroblob(100000)')).rejects.toThrow(StorageUnavailable);
    expect(await tenants()).toEqual(['a']);
    await pages(1_000_000);
    await insert('c', 'zeroblob(100000)');
    expect(await tenants()).toEqual(['a', 'c']);
    expect(told).toEqual([]);
  });

  it('keeps the WAL short by checkpoints whose errors are seen', async () => {
    const wal = join(folder, 'leadlog.sqlite-wal');
    for (let index = 0; index < 30; index++) await insert(`tenant-${index}`, 'zeroblob(500000)');
    expect(statSync(wal).size).toBeLessThan(10 * 1024 * 1024);
    jest.spyOn(BetterSqlite.prototype, 'pragma').mockImplementation(() => {
      throw new BetterSqlite.SqliteError('as the disk has it', 'SQLITE_IOERR_FSYNC');
    });
    await expect(insert('large', 'zeroblob(5000000)')).rejects.toThrow(StorageFailed);
    await expect(insert('next')).rejects.toThrow(StorageFailed);
  });

  it('empties at the start the WAL that a crash has left', async () => {
    await insert('a');
    const crashed = join(folder, 'crashed.sqlite');
    new BetterSqlite(join(folder, 'leadlog.sqlite')).exec(`vacuum into '${crashed}'`).close();
    const other = new BetterSqlite(crashed);
    other.pragma('journal_mode = WAL');
    other.exec("insert into heads values ('b', 1, x'', '', 1, 1, 1)");
    const { size } = statSync(`${crashed}-wal`);
    const recovered = await openSqlite(crashed);
    expect([size > 0, statSync(`${crashed}-wal`).size]).toEqual([true, 0]);
    await recovered.close();
    other.close();
  });
});
