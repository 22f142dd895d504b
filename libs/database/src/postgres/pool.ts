import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';

/** How a pool's connections behave; times in milliseconds. */
export interface PoolLimits {
  connections: number;
  /** How long a statement may take; 0: as long as it needs. */
  statement: number;
  /** How long a statement may wait for a lock. */
  lock: number;
  /** How long a transaction may wait for its next statement. */
  idleInTransaction: number;
}

/** How long one waits for a connection to be free, or to be made. */
const CONNECTION_WAIT = 5_000;

/** Statements that a connection keeps prepared; others are parsed each time. */
const MOST_STATEMENTS = 500;

const INT8 = 20;
const NUMERIC = 1700;

/** Counts, sums and positions are numbers here as on SQLite: none of them is beyond 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 || oid === NUMERIC
      ? Number
      : pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

export function openPool(url: string, limits: PoolLimits): PostgresPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: limits.connections,
    connectionTimeoutMillis: CONNECTION_WAIT,
    statement_timeout: limits.statement,
    lock_timeout: limits.lock,
    idle_in_transaction_session_timeout: limits.idleInTransaction,
    application_name: 'leadlog',
    keepAlive: true,
    types,
  });
  // A connection that breaks while nobody uses it has left the pool already.
  pool.on('error', () => undefined);
  // What it breaks on is told by the statement under way. Without a listener it ends the process, also in
  // the moment before who has asked for it holds it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    async connect() {
      const client = await pool.connect();
      let preparing = clients.get(client);
      if (!preparing) clients.set(client, (preparing = preparingClient(client)));
      return preparing;
    },
    end: () => pool.end(),
  } as PostgresPool;
}

const names = new Map<string, string>();

/** Kysely compiles to the same SQL again and again; a named statement is parsed and planned once. */
function preparingClient(client: pg.PoolClient): PostgresPoolClient {
  const query = (text: string, values: readonly unknown[]) => {
    if (values.length === 0) return client.query(text);
    const name = nameOf(text);
    return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) });
  };
  return {
    query,
    release: (error?: boolean) => client.release(error),
  } as unknown as PostgresPoolClient;
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_STATEMENTS) return known;
  const name = `leadlog_${names.size}`;
  names.set(text, name);
  return name;
}
