import type { Reading } from '@leadlog/database/database';
import type { LoggedEvent } from '@leadlog/event-store/event-codec';
import type { EventFilter, EventPlace } from '@leadlog/event-store/find-events';
import type { LogReader } from '@leadlog/event-store/log-reader';
import { leadHistory, type HistoryItem } from '@leadlog/read-models/lead-history/lead-history';

/** Earlier events that are folded for one page, at most; a first lead's own do not count. */
const FOLDED = 5_000;

export interface LogPageItems {
  items: HistoryItem[];
  /** Where the next page begins; null at the end. */
  next_after: number | null;
}

/**
 * A page of a tenant's log, with what each event changed. What a lead was before is folded from its
 * stream, which is read once; `view` says as what each event is seen.
 */
export async function readLogPage(
  store: LogReader,
  snapshot: Reading,
  tenantId: string,
  filter: EventFilter,
  view: (event: LoggedEvent) => LoggedEvent = (event) => event,
): Promise<LogPageItems> {
  const found = await store.find(snapshot, tenantId, filter);
  const places = affordable(found.places);
  const last = places.at(-1)?.position ?? 0;
  const leads = [...new Set(places.map(({ lead_id }) => lead_id))];
  const events = await store.readStreamsOf(snapshot, tenantId, leads, last);
  const items = itemsAt(places, events.map(view));
  return { items, next_after: places.length < found.places.length ? last : found.next_after };
}

/** As many as can be told by folding few others: a version says how many events lead up to it. */
function affordable(places: readonly EventPlace[]): EventPlace[] {
  const versions = new Map<number, number>();
  let folded = -(places[0]?.version ?? 0);
  const end = places.findIndex(({ lead_id, version }) => {
    folded += version - (versions.get(lead_id) ?? 0);
    versions.set(lead_id, version);
    return folded > FOLDED;
  });
  return places.slice(0, end < 0 ? places.length : end);
}

function itemsAt(places: readonly EventPlace[], events: readonly LoggedEvent[]): HistoryItem[] {
  const wanted = new Set(places.map(({ position }) => position));
  return [...Map.groupBy(events, ({ lead_id }) => lead_id).values()]
    .flatMap((stream) => leadHistory(stream).filter(({ event }) => wanted.has(event.position)))
    .sort((left, right) => left.event.position - right.event.position);
}
