import type { HistoryEntry } from '@leadlog/contracts/history';
import type { Database } from '@leadlog/database/database';
import { evolve, type Lead } from '@leadlog/domain/lead';
import type { CommitSignal } from '@leadlog/event-store/commit-signal';
import type { LoggedEvent } from '@leadlog/event-store/event-codec';
import type { LogReader } from '@leadlog/event-store/log-reader';
import { historyStep } from '@leadlog/read-models/lead-history/lead-history';
import { entryWithoutPerson, withoutPerson } from '../../without-person';
import { RecentLeads } from './recent-leads';

/** What a feed reads, from the position after which it begins until the signal aborts. */
export interface FeedSource {
  database: Database;
  store: LogReader;
  commits: CommitSignal;
  tenantId: string;
  after: number;
  signal: AbortSignal;
}

/** A tenant's events, those to come included, each with what it changed, and nothing of a person. */
export async function* feedEntries(source: FeedSource): AsyncGenerator<HistoryEntry> {
  const { store, tenantId, after, signal } = source;
  const recent = new RecentLeads();
  for await (const followed of store.follow(source, tenantId, after, signal)) {
    const event = withoutPerson(followed);
    const before = recent.at(event.lead_id, event.version - 1) ?? (await leadBefore(source, event));
    const { item, lead } = historyStep(before, event);
    recent.keep(lead);
    yield entryWithoutPerson(item);
  }
}

/** The lead as the events before this one left it; null where this one is its first. */
async function leadBefore(source: FeedSource, event: LoggedEvent): Promise<Lead | null> {
  if (event.version === 1) return null;
  const { database, store, tenantId } = source;
  const stream = await database.read(tenantId, (snapshot) =>
    store.readStreamsOf(snapshot, tenantId, [event.lead_id], event.position - 1),
  );
  return stream.map(withoutPerson).reduce<Lead | null>(evolve, null);
}
