import pg from 'pg';

/**
 * Runs `work` under a lock that ends with the connection that holds it, and so with its process: on a
 * connection of its own, so that a pool in between, or its limits, takes nothing away from it.
 */
export async function runAlone<R>(
  url: string,
  name: string,
  work: (held: AbortSignal) => Promise<R>,
): Promise<R | null> {
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  const held = new AbortController();
  const lost = () => held.abort(new Error(`the lock "${name}" is lost`));
  client.on('error', lost);
  await client.connect();
  try {
    const { rows } = await client.query<{ isHeld: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 1)) as "isHeld"',
      [name],
    );
    return rows[0]?.isHeld ? await work(held.signal) : null;
  } finally {
    await client.end().catch(lost);
  }
}
