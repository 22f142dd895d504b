import type { LeadEvent } from '@leadlog/domain/events';
import type { RecordedLeadEvent } from '@leadlog/domain/lead';
import type { EventType } from '@leadlog/domain/vocabulary';
import type { EventRecord } from './event-record';

/** An event as it is read from the log: decoded, with its place and its origin. */
export type LoggedEvent = RecordedLeadEvent & {
  tenant_id: string;
  position: number;
  schema_version: number;
  actor: string;
  correlation_id: string;
  hash: Uint8Array;
};

/** The shape in which an event of each type is written today. */
const SCHEMA_VERSIONS: Record<EventType, number> = { LeadCreated: 1, StatusChanged: 1 };

/** The stored form of an event: `data` and, not yet sealed, `personal` are JSON. */
export function encodeEvent(event: LeadEvent) {
  return {
    type: event.type,
    schema_version: SCHEMA_VERSIONS[event.type],
    data: JSON.stringify(event.data),
    personal: event.personal === null ? null : JSON.stringify(event.personal),
  };
}

/** The event that a record holds, given its opened personal data (JSON, `'erased'` or null). */
export function decodeEvent(record: EventRecord, personal: string | null): LoggedEvent {
  const { data, type, schema_version } = record;
  if (SCHEMA_VERSIONS[type as EventType] !== schema_version)
    throw new Error(`event ${record.position} has the unknown shape ${type} ${schema_version}`);
  return {
    ...record,
    type,
    data: JSON.parse(data),
    personal: personal === null || personal === 'erased' ? personal : JSON.parse(personal),
    // The log is the one source of these bytes, written from a LeadEvent by encodeEvent.
  } as LoggedEvent;
}
