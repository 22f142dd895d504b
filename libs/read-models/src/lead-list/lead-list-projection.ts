import type { Writing } from '@leadlog/database/database';
import { evolve } from '@leadlog/domain/lead';
import type { LoggedEvent } from '@leadlog/event-store/event-codec';
import type { Projection } from '@leadlog/event-store/projection';
import { LeadStore, type LeadChange, type StoredLead } from './lead-store';
import { reachedAfter } from './reached-weeks';
import { readStoredLead } from './read-listed-lead';
import { SearchIndex } from './search-index-sqlite';

const NAME = 'lead-list';
const VERSION = 5;

/** Keeps the lead list: each row is the fold of its lead's events; counters and search follow. */
export function leadListProjection(): Projection {
  const store = new LeadStore(new SearchIndex());
  return {
    name: NAME,
    version: VERSION,
    project: async (transaction, events) =>
      store.save(transaction, await changesBy(transaction, events)),
  };
}

/** Fills tables that are new, with priorities that are right at `now`. */
export function leadListFilling(now: Date): Projection {
  const store = new LeadStore(new SearchIndex());
  return {
    name: NAME,
    version: VERSION,
    project: async (transaction, events) => {
      const changes = await changesBy(transaction, events);
      const asOfNow = changes.map((change) => ({ ...change, at: laterOf(change.at, now) }));
      await store.save(transaction, asOfNow);
    },
  };
}

const laterOf = (one: Date, other: Date): Date => (one < other ? other : one);

async function changesBy(
  transaction: Writing,
  events: readonly LoggedEvent[],
): Promise<LeadChange[]> {
  const changes = new Map<string, LeadChange>();
  for (const event of events) {
    const key = `${event.tenant_id}/${event.lead_id}`;
    const earlier = changes.get(key);
    const before = earlier ? earlier.before : await readStored(transaction, event);
    changes.set(key, {
      tenantId: event.tenant_id,
      before,
      after: evolve(earlier?.after ?? before?.lead ?? null, event),
      reached: reachedAfter(reachedBefore(earlier, before), event),
      at: new Date(event.recorded_at),
    });
  }
  return [...changes.values()];
}

function reachedBefore(earlier: LeadChange | undefined, before: StoredLead | null): string | null {
  return earlier ? earlier.reached : (before?.row.reached ?? null);
}

async function readStored(transaction: Writing, event: LoggedEvent): Promise<StoredLead | null> {
  if (event.version === 1) return null;
  return readStoredLead(transaction, event.tenant_id, event.lead_id);
}
