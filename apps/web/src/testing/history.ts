import type { HistoryEntry, LeadHistory } from '@leadlog/contracts/history';

export function anEntry(facts: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    position: 41,
    lead_id: 17,
    version: 2,
    type: 'StatusChanged',
    schema_version: 1,
    recorded_at: '2026-11-22T10:03:16.953Z',
    actor: 'mara',
    correlation_id: 'c',
    data: {},
    changes: [{ field: 'status', from: 'new', to: 'qualified' }],
    priority: { before: 30, after: 70 },
    hash: '0'.repeat(64),
    ...facts,
  };
}

/** Entries one after the other, a minute apart, from the creation on. */
export function aHistory(...facts: Partial<HistoryEntry>[]): LeadHistory {
  const items = facts.map((it, index) =>
    anEntry({
      position: index + 1,
      version: index + 1,
      recorded_at: new Date(Date.UTC(2026, 10, 1, 10, index)).toISOString(),
      ...it,
    }),
  );
  return { items, total: items.length };
}
