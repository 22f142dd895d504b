import BetterSqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseUnusable, INSTALLATION, type Reading } from './database';
import { openSqlite } from './sqlite';

describe('a SQLite database', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'leadlog-test-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('flushes at every commit, also after it has been written to', async () => {
    const database = await openSqlite(join(folder, 'leadlog.sqlite'));
    const pragma = (name: string) =>
      database.write(INSTALLATION, async (transaction) => {
        await sql`insert into heads values (${name}, 1, x'', '', 1, 1, 1)`.execute(transaction);
        const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(
          transaction,
        );
        return Object.values(rows[0] ?? {})[0];
      });
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('foreign_keys')).toBe(1);
    await database.close();
  });

  it('holds the write lock from the start of a write', async () => {
    const file = join(folder, 'leadlog.sqlite');
    const database = await openSqlite(file);
    await database.write(INSTALLATION, async () => {
      const other = new BetterSqlite(file, { timeout: 0 });
      expect(() => other.exec('begin immediate')).toThrow('database is locked');
      other.close();
    });
    await database.close();
  });

  it('reads on snapshots that begin after they are asked for, whatever comes of others', async () => {
    const database = await openSqlite(join(folder, 'leadlog.sqlite'));
    const heads = (snapshot: Reading) => snapshot.selectFrom('heads').selectAll().execute();
    const { promise: written, resolve: goOn } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const before = database.read(INSTALLATION, async (snapshot) => {
      const first = await heads(snapshot);
      begin();
      await written;
      return [first, await heads(snapshot)];
    });
    const failing = database.read(INSTALLATION, () => Promise.reject(new Error('of the work')));
    const beside = database.read(INSTALLATION, heads);
    await begun;
    await database.write(INSTALLATION, (transaction) =>
      sql`insert into heads values ('acme', 1, x'', '', 1, 1, 1)`.execute(transaction),
    );
    const after = database.read(INSTALLATION, heads);
    goOn();
    expect(await before).toEqual([[], []]);
    await expect(failing).rejects.toThrow('of the work');
    expect(await beside).toEqual([]);
    expect(await after).toHaveLength(1);
    await database.close();
  });

  it('has its whole schema or nothing of it, wherever the first start is cut short', async () => {
    const file = join(folder, 'leadlog.sqlite');
    const prepare = BetterSqlite.prototype.prepare;
    const cut = jest.spyOn(BetterSqlite.prototype, 'prepare').mockImplementation(function (
      this: BetterSqlite.Database,
      source: string,
    ) {
      if (source.startsWith('create table "contacts"')) throw new Error('the power fails');
      return prepare.call(this, source);
    } as typeof prepare);
    await expect(openSqlite(file)).rejects.toThrow('the power fails');
    cut.mockRestore();
    const database = await openSqlite(file);
    await database.close();
  });

  it('says what to do where its folder cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '');
    const opening = openSqlite(join(folder, 'file', 'leadlog.sqlite'));
    await expect(opening).rejects.toThrow(DatabaseUnusable);
    await expect(opening).rejects.toThrow(/set DATABASE_URL to a file in a folder/);
  });

  it('makes its folder for its owner alone', async () => {
    const database = await openSqlite(join(folder, 'data', 'leadlog.sqlite'));
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
    await database.close();
  });

  it('does not touch a file that is no database', async () => {
    writeFileSync(join(folder, 'notes.txt'), 'these are my notes, not a database at all');
    await expect(openSqlite(join(folder, 'notes.txt'))).rejects.toThrow(DatabaseUnusable);
  });
});
