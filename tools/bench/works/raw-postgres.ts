import pg from 'pg';
import type { Appender } from './append-subjects.ts';
import { trace, type RawContent } from './raw-content.ts';

const CONNECTIONS = 8;

const TABLES = `
  create table heads (tenant_id text primary key, position bigint not null, hash bytea);
  create table events (tenant_id text, position bigint, lead_id bigint, version bigint, type text,
    schema_version bigint, recorded_at text, actor text, correlation_id text, data text,
    personal bytea, hash bytea, primary key (tenant_id, position),
    unique (tenant_id, lead_id, version));
  create table lead_keys (tenant_id text, lead_id bigint, wrapped_key bytea,
    primary key (tenant_id, lead_id))`;

const INSERT = `
  insert into events
  select $1, position, position, 1, 'LeadCreated', 1, $2, 'mara', $3, data, personal, hash
  from unnest($4::bigint[], $5::text[], $6::bytea[], $7::bytea[])
    as row (position, data, personal, hash)`;
const INSERT_KEYS = `
  insert into lead_keys select $1, lead_id, key from unnest($2::bigint[], $3::bytea[]) as row (lead_id, key)`;

/** A limit: rows into plain tables by `pg`, the head locked, what waits of a tenant sharing a commit. */
export async function openRawPostgres(url: string, next: () => RawContent): Promise<Appender> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  // The database goes while its last connections are being closed.
  pool.on('error', () => undefined);
  await pool.query(TABLES);
  const waiting = new Map<string, (() => void)[]>();
  const flush = async (tenant: string) => {
    const client = await pool.connect();
    const batch = waiting.get(tenant)!;
    waiting.set(tenant, []);
    const contents = batch.map(next);
    const quoted = pg.escapeLiteral(tenant);
    // Several statements answer several results.
    const [, head] = (await client.query(
      `begin; select position from heads where tenant_id = ${quoted} for update`,
    )) as unknown as [pg.QueryResult, pg.QueryResult<{ position: string }>];
    const first = Number(head.rows[0]?.position ?? 0) + 1;
    const positions = contents.map((_, index) => first + index);
    await client.query({
      name: 'insert',
      text: INSERT,
      values: [
        ...[tenant, new Date().toISOString(), trace, positions],
        ...[contents.map(({ data }) => data), contents.map(({ personal }) => personal)],
        contents.map(({ hash }) => hash),
      ],
    });
    const keys = contents.map(({ wrappedKey }) => wrappedKey);
    if (keys[0])
      await client.query({ name: 'keys', text: INSERT_KEYS, values: [tenant, positions, keys] });
    await client.query(
      `insert into heads values (${quoted}, ${positions.at(-1)}, '') on conflict (tenant_id)
       do update set position = excluded.position; commit`,
    );
    client.release();
    for (const done of batch) done();
  };
  return {
    append: (tenant) =>
      new Promise<void>((resolve) => {
        const queue = waiting.get(tenant);
        if (queue) return void queue.push(resolve);
        waiting.set(tenant, [resolve]);
        const drain = async () => {
          while (waiting.get(tenant)!.length > 0) await flush(tenant);
          waiting.delete(tenant);
        };
        setImmediate(() => void drain());
      }),
    close: () => pool.end(),
  };
}
