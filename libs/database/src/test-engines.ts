import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from './database';
import { openSqlite } from './sqlite';

/** A new, empty database for one test. */
export interface TestDatabase {
  database: Database;
  /** What DATABASE_URL says for it. */
  url: string;
  /** A folder of the test's own, beside the database. */
  folder: string;
  /** Closes the database and opens it again, as a restart does. */
  reopen(): Promise<Database>;
  discard(): Promise<void>;
}

/** Every engine there is: a storage test runs on each. */
export const testEngines = [{ name: 'SQLite', openTestDatabase: openTestSqlite }];

async function openTestSqlite(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'leadlog-test-'));
  const file = join(folder, 'leadlog.sqlite');
  const test: TestDatabase = {
    database: await openSqlite(file),
    url: `sqlite:${file}`,
    folder,
    async reopen() {
      await test.database.close();
      return (test.database = await openSqlite(file));
    },
    async discard() {
      await test.database.close();
      rmSync(folder, { recursive: true });
    },
  };
  return test;
}
