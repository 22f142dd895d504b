import type { HistoryEntry } from '@leadlog/contracts/history';
import type { HistoryItem } from '@leadlog/read-models/lead-history/lead-history';

/** An entry of a history as the contract shows it. */
export function toHistoryEntry({ event, changes, priority }: HistoryItem): HistoryEntry {
  const { position, lead_id, version, type, schema_version, recorded_at, actor } = event;
  return {
    position,
    lead_id,
    version,
    type,
    schema_version,
    recorded_at,
    actor,
    correlation_id: event.correlation_id,
    data: { ...event.data },
    changes,
    priority,
    hash: Buffer.from(event.hash).toString('hex'),
  };
}
