/** An event as it is stored and exported: DESIGN's twelve fields, in their order. */
export interface EventRecord {
  tenant_id: string;
  /** Place in the tenant's log, from 1 without gaps. */
  position: number;
  lead_id: number;
  /** Place in the lead's stream, from 1 without gaps. */
  version: number;
  type: string;
  schema_version: number;
  /** RFC 3339 in UTC with milliseconds; never earlier than the event before. */
  recorded_at: string;
  actor: string;
  correlation_id: string;
  /** JSON without personal data; these bytes were hashed. */
  data: string;
  /** Sealed personal data, or null; these bytes were hashed. */
  personal: Uint8Array | null;
  /** Link of the tenant's hash chain, 32 bytes. */
  hash: Uint8Array;
}
