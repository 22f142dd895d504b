import { bulkInsert } from '@leadlog/database/bulk-insert';
import type { EnterTenant, Reading, Writing } from '@leadlog/database/database';
import type { ImportTable, Tables } from '@leadlog/database/tables';
import { sql } from 'kysely';

/** Rows that are read, or stored, at once. */
const ROWS_AT_ONCE = 1000;

type Row = Record<string, unknown>;

/** A table that is kept beside the log: whose rows, in which order, with which columns. */
interface KeptTable {
  table: string;
  /** What its rows are read in the order of, beside the tenant. */
  key: readonly string[];
  columns: readonly string[];
  insert(transaction: Writing, rows: readonly Row[]): Promise<void>;
  /** What of a row is kept, where it is not all; null: nothing. */
  reduce?(row: Row): Row | null;
}

function keep<T extends keyof Tables & string>(
  table: T,
  key: readonly (keyof Tables[T] & string)[],
  others: readonly (keyof Tables[T] & string)[],
): KeptTable {
  const columns = [...key, ...others];
  const insert = bulkInsert(table, columns) as unknown as KeptTable['insert'];
  return { table, key, columns, insert };
}

/** Of no tenant. */
export const INSTALLATION_SETTINGS: readonly KeptTable[] = [
  keep('signing_keys', ['number'], ['key_id', 'public_key', 'created_at', 'signature']),
];
export const INSTALLATION_KEYS: readonly KeptTable[] = [
  keep('master_key', ['key_id'], ['sealed_request_secret']),
];

/** Of each tenant. What an import refused is kept for a day only, and its file until it is done. */
export const TENANT_SETTINGS: readonly KeptTable[] = [
  keep('views', ['tenant_id', 'name_folded'], ['name', 'query']),
  keep(
    'idempotency_records',
    ['tenant_id', 'key_hash'],
    ['fingerprint', 'lead_id', 'import_id', 'position', 'decided_at'],
  ),
  {
    ...keep(
      'imports',
      ['tenant_id', 'id'],
      [
        ...(['status', 'actor', 'correlation_id', 'dry_run', 'fingerprint', 'layout'] as const),
        ...(['began_after', 'rows', 'imported', 'refused', 'refused_kept', 'failure'] as const),
        ...(['created_at', 'ended_at'] as const),
      ],
    ),
    reduce: (row) => endedImport(row as unknown as ImportTable),
  },
];
export const TENANT_KEYS: readonly KeptTable[] = [
  keep('lead_keys', ['tenant_id', 'lead_id', 'generation'], ['master_key_id', 'wrapped_key']),
];

const ALL = [...INSTALLATION_SETTINGS, ...INSTALLATION_KEYS, ...TENANT_SETTINGS, ...TENANT_KEYS];

const CUT_OFF = {
  code: 'internal',
  detail: 'The service was restored or moved while this file was imported.',
  line: null,
};

/** An import that is under way cannot go on where its file is not: there it has failed. */
function endedImport(row: ImportTable): Row | null {
  if (row.status === 'uploading') return null;
  const kept = { ...row, refused_kept: 'nothing' };
  if (row.status !== 'running') return kept;
  return { ...kept, status: 'failed', failure: JSON.stringify(CUT_OFF), ended_at: row.created_at };
}

/** The rows of tables, those of one tenant where one is named, a line each: `{"table", "row"}`. */
export async function* keptLines(
  snapshot: Reading,
  tables: readonly KeptTable[],
  tenantId?: string,
): AsyncGenerator<string> {
  for (const { table, key, columns, reduce } of tables) {
    const names = sql.join(columns.map((column) => sql.ref(column)));
    const order = sql.join(key.map((column) => sql.ref(column)));
    const ours = tenantId === undefined ? sql`true` : sql`tenant_id = ${tenantId}`;
    let after = sql`true`;
    for (;;) {
      const { rows } = await sql<Row>`
        select ${names} from ${sql.table(table)} where ${ours} and ${after}
        order by ${order} limit ${ROWS_AT_ONCE}
      `.execute(snapshot);
      for (const row of rows) yield* lineOf(table, reduce ? reduce(row) : row);
      const last = rows.at(-1);
      if (last === undefined || rows.length < ROWS_AT_ONCE) break;
      after = sql`(${order}) > (${sql.join(key.map((column) => last[column]))})`;
    }
  }
}

function* lineOf(table: string, row: Row | null): Generator<string> {
  if (row === null) return;
  yield `${JSON.stringify({ table, row: mapValues(row, encode) })}\n`;
}

/** Bytes, which JSON has not, stand in base64. */
const encode = (value: unknown) =>
  value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;
const decode = (value: unknown) =>
  value !== null && typeof value === 'object' && 'base64' in value
    ? Buffer.from(String(value.base64), 'base64')
    : value;

const mapValues = (row: Row, map: (value: unknown) => unknown): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, map(value)]));

/** Removes the rows of a tenant, in whose scope the transaction is. */
export async function removeKeptRows(
  transaction: Writing,
  tables: readonly KeptTable[],
  tenantId: string,
): Promise<void> {
  for (const { table } of tables)
    await sql`delete from ${sql.table(table)} where tenant_id = ${tenantId}`.execute(transaction);
}

/** Stores the rows that lines hold, each tenant's within its scope. */
export async function insertKeptLines(
  transaction: Writing,
  enter: EnterTenant,
  lines: AsyncIterable<Buffer | string>,
): Promise<void> {
  let entered: string | null = null;
  for await (const { table, tenantId, rows } of groups(lines)) {
    const kept = ALL.find((one) => one.table === table);
    if (!kept) throw new Error(`a backup keeps no table ${table}`);
    if (tenantId !== null && tenantId !== entered) await enter((entered = tenantId));
    await kept.insert(transaction, rows);
  }
}

interface RowGroup {
  table: string;
  /** Null: of no tenant. */
  tenantId: string | null;
  rows: Row[];
}

/** Rows that follow one another and belong together, as many as are stored at once. */
async function* groups(lines: AsyncIterable<Buffer | string>): AsyncGenerator<RowGroup> {
  let group: RowGroup = { table: '', tenantId: null, rows: [] };
  for await (const line of lines) {
    const { table, row } = JSON.parse(line.toString()) as { table: string; row: Row };
    const tenantId = typeof row['tenant_id'] === 'string' ? row['tenant_id'] : null;
    const belongs = table === group.table && tenantId === group.tenantId;
    if (!belongs || group.rows.length === ROWS_AT_ONCE) {
      if (group.rows.length > 0) yield group;
      group = { table, tenantId, rows: [] };
    }
    group.rows.push(mapValues(row, decode));
  }
  if (group.rows.length > 0) yield group;
}
