import BetterSqlite from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { damagedPages } from './damaged-pages';
import { StorageDamaged, type Database } from './database';
import { openToRead } from './open-existing';
import { openSqlite } from './sqlite';
import { damagePage } from './test-damage';

describe('a SQLite database with a damaged page', () => {
  let folder: string;
  let file: string;
  let database: Database;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'leadlog-test-'));
    file = join(folder, 'leadlog.sqlite');
    await (await openSqlite(file)).close();
    const connection = new BetterSqlite(file);
    const insert = connection.prepare("insert into heads values (?, 1, x'', '', 1, 1, 1)");
    for (let tenant = 0; tenant < 1000; tenant++)
      insert.run(`tenant-${String(tenant).padStart(4, '0')}`);
    connection.close();
  });
  afterEach(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  const read = (from: string) =>
    database.read('any', (snapshot) =>
      snapshot.selectFrom('heads').select('tenant_id').where('tenant_id', '>=', from).execute(),
    );

  it('is named by its page', async () => {
    const page = damagePage(file, 'heads');
    database = await openToRead(`sqlite:${file}`);
    const found = await damagedPages(database);
    expect(found.join('\n')).toMatch(new RegExp(`page ${page}\\b`));
  });

  it('has nothing to be named as long as it is whole', async () => {
    database = await openToRead(`sqlite:${file}`);
    expect(await damagedPages(database)).toEqual([]);
  });

  it.each([
    ['a service', () => openSqlite(file)],
    ['a tool', () => openToRead(`sqlite:${file}`)],
  ])('fails those reads of %s alone that meet it, in words that name no path', async (_, open) => {
    damagePage(file, 'heads');
    database = await open();
    const failure = await read('').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StorageDamaged);
    expect((failure as Error).message).toContain('SQLITE_CORRUPT');
    expect((failure as Error).message).not.toContain(folder);
    expect(await read('tenant-0990')).toHaveLength(10);
  });
});
