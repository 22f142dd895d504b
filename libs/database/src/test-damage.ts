import BetterSqlite from 'better-sqlite3';
import { closeSync, openSync, writeSync } from 'node:fs';

/**
 * Overwrites the third page of a table in the file of a SQLite database, as a bad disk does, while
 * nobody uses it; answers the number of the page.
 */
export function damagePage(file: string, table: string): number {
  const database = new BetterSqlite(file);
  const leaf =
    "select pageno from dbstat where name = ? and pagetype = 'leaf' order by path limit 1 offset 2";
  const page = database.prepare(leaf).pluck().get(table) as number;
  const pageBytes = database.pragma('page_size', { simple: true }) as number;
  database.close();
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(100, 0xff), 0, 100, (page - 1) * pageBytes);
  closeSync(descriptor);
  return page;
}
