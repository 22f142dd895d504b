import pg from 'pg';
import { openPostgres } from './open-postgres';

/** Owns the databases of tests: no superuser, whom no wall would hold. */
const OWNER = 'leadlog_test_owner';
const PASSWORD = 'test';

let count = 0;

/** Makes the database that those of tests are copies of, migrated already; gives its name. */
export async function createTemplate(server: string): Promise<string> {
  const template = `leadlog_template_${process.pid}`;
  await asSuperuser(server, async (client) => {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [OWNER]);
    if (rowCount === 0)
      await client.query(`create role ${OWNER} login createrole password '${PASSWORD}'`);
    await client.query(`drop database if exists ${template}`);
    await client.query(
      `create database ${template} owner ${OWNER} template template0 encoding 'UTF8'`,
    );
  });
  await (await openPostgres(ownersUrl(server, template))).close();
  return template;
}

/** A new database, a copy of the template; gives its URL. */
export async function createTestDatabase(server: string, template: string): Promise<string> {
  const name = `leadlog_test_${process.pid}_${(count += 1)}`;
  await asSuperuser(server, (client) =>
    client.query(`create database ${name} owner ${OWNER} template ${template} strategy file_copy`),
  );
  return ownersUrl(server, name);
}

export function dropDatabase(server: string, url: string): Promise<unknown> {
  const name = new URL(url).pathname.slice(1);
  return asSuperuser(server, (client) => client.query(`drop database ${name} with (force)`));
}

function ownersUrl(server: string, database: string): string {
  const url = new URL(server);
  [url.username, url.password, url.pathname] = [OWNER, PASSWORD, database];
  return url.href;
}

/** The URL of a test's database for the one who rules over the whole server. */
export function superusersUrl(server: string, url: string): string {
  const { pathname } = new URL(url);
  return Object.assign(new URL(server), { pathname }).href;
}

let pool: pg.Pool | undefined;

/** By one connection that is kept, but keeps no process running. */
async function asSuperuser<R>(
  server: string,
  work: (client: pg.PoolClient) => Promise<R>,
): Promise<R> {
  pool ??= openSuperusersPool(server);
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

function openSuperusersPool(connectionString: string): pg.Pool {
  const opened = new pg.Pool({ connectionString, max: 1, allowExitOnIdle: true });
  // The server may stop before the process does.
  return opened.on('error', () => undefined);
}
