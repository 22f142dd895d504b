import type { Reading } from '@leadlog/database/database';
import { engineOf } from '@leadlog/database/engine-of';
import { sql } from 'kysely';
import type { ChainLink } from './chain-walk';
import { eventHashInPlace, HASH_BYTES } from './hash-chain';

/** An event as the chain needs it: all its bytes in one piece, and how long its texts are. */
interface ChainRow {
  position: number;
  lead_id: number;
  version: number;
  schema_version: number;
  type_bytes: number;
  recorded_at_bytes: number;
  actor_bytes: number;
  correlation_id_bytes: number;
  data_bytes: number;
  personal_bytes: number | null;
  /** The hash, then the fields with room before each for what is hashed between them. */
  bytes: Buffer;
}

/** What SQLite puts together as text keeps its bytes; PostgreSQL is told each text's encoding. */
const BYTES = {
  sqlite: sql`
    cast(concat(
      hash, '.', '....', tenant_id, '....', position, '....', lead_id, '....', version,
      '....', type, '....', schema_version, '....', recorded_at, '....', actor,
      '....', correlation_id, '....', data, '....', personal
    ) as blob)`,
  postgres: sql`
    hash || convert_to(
      concat(
        '.', '....', tenant_id, '....', position, '....', lead_id, '....', version,
        '....', type, '....', schema_version, '....', recorded_at, '....', actor,
        '....', correlation_id, '....', data, '....'
      ), 'UTF8'
    ) || coalesce(personal, '')`,
};

export interface Span {
  from: number;
  to: number;
  /** Links at most; as a rule one more than there should be, so that a doubled one is seen. */
  most?: number;
}

/**
 * The links of a tenant's chain from one position to another, both included.
 *
 * The database puts each event's bytes together, so that they are fetched once and hashed where they
 * lie: a buffer a field would cost more than all the rest (docs/decisions/0010-verification.md).
 * It also sees the bytes as they are stored, where text that is not valid would read as if it were.
 */
export async function readChainLinks(
  reading: Reading,
  tenantId: string,
  { from, to, most = to - from + 2 }: Span,
): Promise<ChainLink[]> {
  const { rows } = await sql<ChainRow>`
    select position, lead_id, version, schema_version,
      octet_length(type) as type_bytes, octet_length(recorded_at) as recorded_at_bytes,
      octet_length(actor) as actor_bytes, octet_length(correlation_id) as correlation_id_bytes,
      octet_length(data) as data_bytes, octet_length(personal) as personal_bytes,
      ${BYTES[engineOf(reading)]} as bytes
    from events
    where tenant_id = ${tenantId} and position between ${from} and ${to}
    order by position
    limit ${most}
  `.execute(reading);
  const tenantBytes = Buffer.byteLength(tenantId, 'utf8');
  return rows.map((row) => ({
    position: row.position,
    lead_id: row.lead_id,
    version: row.version,
    eventHash: hashOf(row, tenantBytes),
    hash: row.bytes.subarray(0, HASH_BYTES),
  }));
}

/** Null where the row's lengths do not add up, which also tells a hash that has not its length. */
function hashOf(row: ChainRow, tenantBytes: number): Buffer | null {
  // Absent and empty hash the same, but no event was ever written with empty personal data.
  if (row.personal_bytes === 0) return null;
  return eventHashInPlace(row.bytes.subarray(HASH_BYTES), [
    tenantBytes,
    digits(row.position),
    digits(row.lead_id),
    digits(row.version),
    row.type_bytes,
    digits(row.schema_version),
    row.recorded_at_bytes,
    row.actor_bytes,
    row.correlation_id_bytes,
    row.data_bytes,
    row.personal_bytes ?? 0,
  ]);
}

/** Length of a number in decimal ASCII. */
function digits(value: number): number {
  if (value < 0) return 1 + digits(-value);
  let count = 1;
  for (let rest = value; rest >= 10; rest /= 10) count += 1;
  return count;
}
