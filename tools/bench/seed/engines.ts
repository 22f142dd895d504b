import { startTestServer } from '@leadlog/database/postgres/test-server';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import pg from 'pg';

export const ENGINE_NAMES = ['sqlite', 'postgres'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** A database that can be measured: where those lie that go with folders of keys. */
export interface Engine {
  name: EngineName;
  /** As the report calls it. */
  title: string;
  /** The URL of the database of a folder. */
  url(folder: string): string;
  /** Whether the database of a folder is there. */
  has(folder: string): Promise<boolean>;
  /** Makes place for a new database of a folder, whatever is there of it. */
  clear(folder: string): Promise<void>;
  /** Removes a folder and its database. */
  discard(folder: string): Promise<void>;
  close(): Promise<void>;
}

const nothing = () => Promise.resolve();

export const SQLITE: Engine = {
  name: 'sqlite',
  title: 'sqlite',
  url: (folder) => `sqlite:${join(folder, 'leadlog.sqlite')}`,
  has: (folder) => Promise.resolve(existsSync(folder)),
  clear: nothing,
  discard: (folder) => rm(folder, { recursive: true }),
  close: nothing,
};

export function openEngine(name: EngineName): Promise<Engine> {
  return name === 'sqlite' ? Promise.resolve(SQLITE) : openPostgresEngine();
}

/** On the server that TEST_POSTGRES_URL names, or one that npm brings and that goes with the run. */
async function openPostgresEngine(): Promise<Engine> {
  const named = process.env['TEST_POSTGRES_URL'];
  const server = named ? null : await startTestServer({ flushes: true });
  const root = named ?? server?.url ?? '';
  const client = new pg.Client({ connectionString: root });
  await client.connect();
  const { rows } = await client.query<{ version: string; fsync: string }>(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync`,
  );
  // A folder that is not finished yet has the database of the one that it becomes.
  const nameOf = (folder: string) =>
    `bench_${basename(folder, '.new').toLowerCase().replaceAll(/\W/g, '_')}`;
  return {
    name: 'postgres',
    title: `PostgreSQL ${rows[0]?.version}, fsync ${rows[0]?.fsync}, on the cores of service and client`,
    url: (folder) => Object.assign(new URL(root), { pathname: nameOf(folder) }).href,
    has: async (folder) => {
      const found = 'select from pg_database where datname = $1';
      return existsSync(folder) && (await client.query(found, [nameOf(folder)])).rowCount === 1;
    },
    clear: async (folder) => {
      await client.query(`drop database if exists ${nameOf(folder)} with (force)`);
      await client.query(
        `create database ${nameOf(folder)} template template0 encoding 'UTF8' locale 'C'`,
      );
    },
    discard: async (folder) => {
      await client.query(`drop database ${nameOf(folder)} with (force)`);
      await rm(folder, { recursive: true });
    },
    close: async () => {
      await client.end();
      await server?.stop();
    },
  };
}
