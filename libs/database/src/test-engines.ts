import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type RawBuilder } from 'kysely';
import { isUtf8 } from 'node:buffer';
import type { Database, Writing } from './database';
import { openPool } from './postgres/pool';
import { connectPostgres, openPostgres } from './postgres/open-postgres';
import { openOwnersKysely } from './postgres/scoped-transactions';
import { createTestDatabase, dropDatabase, superusersUrl } from './postgres/test-databases';
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
  /** Text of exactly these bytes, valid or not; null where the engine stores no such text. */
  textOf(bytes: Buffer): RawBuilder<string> | null;
  /** Closes the database and opens it again, as a restart does. */
  reopen(): Promise<Database>;
  discard(): Promise<void>;
}

/** Every engine there is: a storage test runs on each. */
export const testEngines = [
  { name: 'SQLite', openTestDatabase: openTestSqlite },
  { name: 'PostgreSQL', openTestDatabase: openTestPostgres },
];

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
    textOf: (bytes) => sql<string>`cast(${bytes} as text)`,
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

export async function openTestPostgres(): Promise<TestDatabase> {
  const { TEST_POSTGRES_URL: server = '', TEST_POSTGRES_TEMPLATE: template = '' } = process.env;
  const folder = mkdtempSync(join(tmpdir(), 'leadlog-test-'));
  const url = await createTestDatabase(server, template);
  const test: TestDatabase = {
    database: connectPostgres(url),
    url,
    folder,
    tamper: (work) => asSuperuser(superusersUrl(server, url), work),
    textOf: (bytes) =>
      isUtf8(bytes) && !bytes.includes(0) ? sql<string>`convert_from(${bytes}, 'UTF8')` : null,
    async reopen() {
      await test.database.close();
      return (test.database = await openPostgres(url));
    },
    async discard() {
      await test.database.close();
      await dropDatabase(server, url);
      rmSync(folder, { recursive: true });
    },
  };
  return test;
}

/** No wall holds a superuser, and as a replica of another server the database asks no trigger. */
async function asSuperuser(
  url: string,
  work: (transaction: Writing) => Promise<unknown>,
): Promise<void> {
  const limits = { connections: 1, statement: 0, lock: 0, idleInTransaction: 0 };
  const database = openOwnersKysely(openPool(url, limits));
  try {
    await database.transaction().execute(async (transaction) => {
      await sql`set local session_replication_role = replica`.execute(transaction);
      await work(transaction);
    });
  } finally {
    await database.destroy();
  }
}
