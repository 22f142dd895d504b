import type { Reading } from '@leadlog/database/database';
import type { EventRecord } from './event-record';

/** Events that one search looks at, at most: its work is bounded, however rare what is sought. */
const LOOKED_AT = 5_000;

/** Which of a tenant's events are sought; what is absent, or undefined, does not matter. */
export interface EventFilter {
  /** The position after which to begin. */
  after: number;
  limit: number;
  /** The last position to look at. */
  upTo?: number | undefined;
  lead_id?: number | undefined;
  type?: string | undefined;
  actor?: string | undefined;
  /** First and last moment, both included: RFC 3339 in UTC with milliseconds. */
  from?: string | undefined;
  to?: string | undefined;
}

/** Where an event stands: in the tenant's log and in its lead's stream. */
export type EventPlace = Pick<EventRecord, 'position' | 'lead_id' | 'version'>;

export interface FoundEvents {
  places: EventPlace[];
  /**
   * The position after which to go on, null where nothing more can be found. Events of one lead come
   * by an index; others are looked through some thousand at a time, so that a search may find fewer
   * than its limit, even none, before its end.
   */
  next_after: number | null;
}

/** The next of a tenant's events that a filter lets through, in the order of the log. */
export async function findEvents(
  reading: Reading,
  tenantId: string,
  filter: EventFilter,
): Promise<FoundEvents> {
  const { after, upTo } = await rangeOf(reading, tenantId, filter);
  const end = filter.lead_id === undefined ? Math.min(upTo, after + LOOKED_AT) : upTo;
  const found = await matching(reading, tenantId, filter)
    .where('position', '>', after)
    .where('position', '<=', end)
    .limit(filter.limit + 1)
    .execute();
  const places = found.slice(0, filter.limit);
  if (found.length > places.length) return { places, next_after: places.at(-1)?.position ?? after };
  return { places, next_after: end < upTo ? end : null };
}

function matching(reading: Reading, tenantId: string, { lead_id, type, actor }: EventFilter) {
  return (
    reading
      .selectFrom('events')
      .select(['position', 'lead_id', 'version'])
      .where('tenant_id', '=', tenantId)
      .$if(type !== undefined, (query) => query.where('type', '=', type!))
      .$if(actor !== undefined, (query) => query.where('actor', '=', actor!))
      .$if(lead_id !== undefined, (query) => query.where('lead_id', '=', lead_id!))
      // The same order within a lead; named so that the lead's own index serves it.
      .orderBy(lead_id === undefined ? 'position' : 'version')
  );
}

/** After and up to which position the sought events stand. */
async function rangeOf(
  reading: Reading,
  tenantId: string,
  { after, upTo = Infinity, from, to }: EventFilter,
): Promise<{ after: number; upTo: number }> {
  const last = Math.min(upTo, await lastPosition(reading, tenantId));
  const countWhile = (holds: (recordedAt: string) => boolean) =>
    lastWhile(reading, tenantId, last, holds);
  return {
    after: from === undefined ? after : Math.max(after, await countWhile((time) => time < from)),
    upTo: to === undefined ? last : await countWhile((time) => time <= to),
  };
}

async function lastPosition(reading: Reading, tenantId: string): Promise<number> {
  const head = await reading
    .selectFrom('heads')
    .select('position')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  return head?.position ?? 0;
}

/**
 * The last position up to which something holds of the times of recording. They never run backwards
 * in a log, so that halving finds it with twenty reads among a million events.
 */
async function lastWhile(
  reading: Reading,
  tenantId: string,
  last: number,
  holds: (recordedAt: string) => boolean,
): Promise<number> {
  let [low, high] = [0, last];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const event = await reading
      .selectFrom('events')
      .select('recorded_at')
      .where('tenant_id', '=', tenantId)
      .where('position', '>=', middle)
      .orderBy('position')
      .limit(1)
      .executeTakeFirst();
    if (event !== undefined && holds(event.recorded_at)) low = middle;
    else high = middle - 1;
  }
  return low;
}
