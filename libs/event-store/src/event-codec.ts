import type { LeadEvent } from '@leadlog/domain/events';
import type { RecordedLeadEvent } from '@leadlog/domain/lead';
import type { EventType } from '@leadlog/domain/vocabulary';
import type { EventRecord } from './event-record';
import { newestShape, upcast, type EventContent, type Upcaster } from './upcast';

/** An event as it is read from the log: decoded, with its place and its origin. */
export type LoggedEvent = RecordedLeadEvent & {
  tenant_id: string;
  position: number;
  schema_version: number;
  actor: string;
  correlation_id: string;
  hash: Uint8Array;
};

/**
 * How events of older shapes are read: the first entry of a type turns what was stored as shape 1
 * into shape 2, and so on. Events are written in the shape after the last one. An entry that was
 * released is never changed, and has a test on stored bytes (docs/decisions/0013-upcasting.md).
 */
export const UPCASTERS: Record<EventType, readonly Upcaster[]> = {
  LeadCreated: [],
  StatusChanged: [],
  LeadDetailsChanged: [],
  LeadAssigned: [],
  PrimaryContactSet: [],
  PrimaryContactRemoved: [],
  ActivityLogged: [],
  LeadArchived: [],
  LeadRestored: [],
  PersonalDataErased: [],
};

/** The stored form of an event: `data` and, not yet sealed, `personal` are JSON. */
export function encodeEvent(event: LeadEvent) {
  return {
    type: event.type,
    schema_version: newestShape(UPCASTERS[event.type]),
    data: JSON.stringify(event.data),
    personal: event.personal === null ? null : JSON.stringify(event.personal),
  };
}

/**
 * The event that a record holds, in the shape of today, given its opened personal data (JSON,
 * `'erased'` or null). Its `schema_version` remains that of the record.
 */
export function decodeEvent(
  record: EventRecord,
  personal: string | null,
  upcasters: Record<string, readonly Upcaster[]> = UPCASTERS,
): LoggedEvent {
  const stored: EventContent = {
    data: JSON.parse(record.data),
    personal: personal === null || personal === 'erased' ? personal : JSON.parse(personal),
  };
  // The log is the one source of these bytes, written from a LeadEvent by encodeEvent.
  return { ...record, ...upcast(record, stored, chainOf(record.type, upcasters)) } as LoggedEvent;
}

/** A type's own entry: a name that every object inherits, such as `toString`, is no type. */
function chainOf(
  type: string,
  upcasters: Record<string, readonly Upcaster[]>,
): readonly Upcaster[] | undefined {
  return Object.hasOwn(upcasters, type) ? upcasters[type] : undefined;
}
