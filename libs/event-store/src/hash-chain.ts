import { createHash } from 'node:crypto';
import type { EventRecord } from './event-record';

/** What stands before a tenant's first event. */
export function genesisHash(tenantId: string): Buffer {
  return createHash('sha256').update(`leadlog:${tenantId}`).digest();
}

/** The event's link of the chain: SHA-256(0x01 ‖ previous ‖ event hash). */
export function chainHash(previous: Uint8Array, event: Omit<EventRecord, 'hash'>): Buffer {
  return createHash('sha256')
    .update(Buffer.of(1))
    .update(previous)
    .update(eventHash(event))
    .digest();
}

/**
 * SHA-256(0x00 ‖ f₁ ‖ … ‖ f₁₁) of the record's first eleven fields, each as a 4-byte big-endian
 * length and its bytes: numbers as decimal ASCII, text as UTF-8, absent as length 0.
 */
export function eventHash(event: Omit<EventRecord, 'hash'>): Buffer {
  const hash = createHash('sha256').update(Buffer.of(0));
  const fields = [
    event.tenant_id,
    event.position,
    event.lead_id,
    event.version,
    event.type,
    event.schema_version,
    event.recorded_at,
    event.actor,
    event.correlation_id,
    event.data,
    event.personal,
  ];
  for (const field of fields) {
    const bytes = fieldBytes(field);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  }
  return hash.digest();
}

function fieldBytes(field: string | number | Uint8Array | null): Uint8Array {
  if (field === null) return new Uint8Array();
  return typeof field === 'object' ? field : Buffer.from(String(field), 'utf8');
}
