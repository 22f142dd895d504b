import type { Reading } from '@leadlog/database/database';
import { sql } from 'kysely';
import type { ChainLink } from './chain-walk';
import { eventHashInPlace, HASH_BYTES } from './hash-chain';

/** An event as the chain needs it: its fields in one piece, with room for what is hashed between. */
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
  fields: Buffer;
  hash: Uint8Array;
}

/**
 * The links of a tenant's chain from one position to another, both included.
 *
 * The database puts each event's bytes together, so that they are hashed where they lie: this is
 * three times as fast as fetching every field (docs/decisions/0010-verification.md), and sees the
 * bytes as they are stored, where text that is not valid UTF-8 would read as if it were.
 */
export async function readChainLinks(
  reading: Reading,
  tenantId: string,
  { from, to }: { from: number; to: number },
): Promise<ChainLink[]> {
  const { rows } = await sql<ChainRow>`
    select position, lead_id, version, schema_version,
      octet_length(type) as type_bytes, octet_length(recorded_at) as recorded_at_bytes,
      octet_length(actor) as actor_bytes, octet_length(correlation_id) as correlation_id_bytes,
      octet_length(data) as data_bytes, octet_length(personal) as personal_bytes,
      cast(
        '.' || '....' || tenant_id || '....' || position || '....' || lead_id || '....' || version ||
        '....' || type || '....' || schema_version || '....' || recorded_at || '....' || actor ||
        '....' || correlation_id || '....' || data || '....' || coalesce(personal, '') as blob
      ) as fields,
      hash
    from events
    where tenant_id = ${tenantId} and position between ${from} and ${to}
    order by position
    limit ${to - from + 2}
  `.execute(reading);
  const tenantBytes = Buffer.byteLength(tenantId, 'utf8');
  return rows.map((row) => ({
    position: row.position,
    lead_id: row.lead_id,
    version: row.version,
    eventHash: hashOf(row, tenantBytes),
    hash: row.hash,
  }));
}

function hashOf(row: ChainRow, tenantBytes: number): Buffer | null {
  // Absent and empty hash the same, but no event was ever written with empty personal data.
  if (row.personal_bytes === 0 || row.hash.length !== HASH_BYTES) return null;
  return eventHashInPlace(row.fields, [
    tenantBytes,
    String(row.position).length,
    String(row.lead_id).length,
    String(row.version).length,
    row.type_bytes,
    String(row.schema_version).length,
    row.recorded_at_bytes,
    row.actor_bytes,
    row.correlation_id_bytes,
    row.data_bytes,
    row.personal_bytes ?? 0,
  ]);
}
