import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database, Writing } from './database';
import { openSqlite } from './sqlite';

/** A new, empty database for one test. */
export interface TestDatabase {
  database: Database;
  /** What DATABASE_URL says for it. */
  url: string;
  /** A folder of the test's own, beside the database. */
  folder: string;
  /** Changes what is stored as only somebody can who rules over the database: no guard stands. */
  tamper(work: (transaction: Writing) => Promise<unknown>): Promise<void>;
  /** Closes the database and opens it again, as a restart does. */
  reopen(): Promise<Database>;
  discard(): Promise<void>;
}

/** Every engine there is: a storage test runs on each. */
export const testEngines = [{ name: 'SQLite', openTestDatabase: openTestSqlite }];

const GUARDS = ['events_refuse_update', 'events_refuse_delete', 'events_refuse_replace'];

async function openTestSqlite(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'leadlog-test-'));
  const file = join(folder, 'leadlog.sqlite');
  const test: TestDatabase = {
    database: await openSqlite(file),
    url: `sqlite:${file}`,
    folder,
    tamper: (work) =>
      test.database.define(async (transaction) => {
        for (const guard of GUARDS)
          await sql`drop trigger if exists ${sql.ref(guard)}`.execute(transaction);
        await work(transaction);
      }),
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
