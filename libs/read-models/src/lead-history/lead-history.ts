import { evolve, type Lead } from '@leadlog/domain/lead';
import { priority } from '@leadlog/domain/priority';
import type { LoggedEvent } from '@leadlog/event-store/event-codec';

export interface FieldChange {
  field: string;
  from: unknown;
  to: unknown;
}

/** An event with what it changed, field by field, and how the priority moved at that moment. */
export interface HistoryItem {
  event: LoggedEvent;
  changes: FieldChange[];
  priority: { before: number | null; after: number };
}

const FIELDS = [
  'name',
  'domain',
  'status',
  'employee_count',
  'industry',
  'last_activity_at',
  'owner',
  'archived',
  'primary_contact',
] as const satisfies (keyof Lead)[];

/** The history of a lead from its whole stream, oldest first. */
export function leadHistory(stream: readonly LoggedEvent[]): HistoryItem[] {
  let lead: Lead | null = null;
  return stream.map((event) => {
    const step = historyStep(lead, event);
    lead = step.lead;
    return step.item;
  });
}

/** What one event made of its lead, which was `before` until then, and the lead after it. */
export function historyStep(
  before: Lead | null,
  event: LoggedEvent,
): { item: HistoryItem; lead: Lead } {
  const lead = evolve(before, event);
  const at = new Date(event.recorded_at);
  const item = {
    event,
    changes: [...changesBetween(before, lead), ...noteOf(event)],
    priority: { before: before && priority(before, at), after: priority(lead, at) },
  };
  return { item, lead };
}

/** What differs; a lead that is not there yet has none of its fields and is not archived. */
function changesBetween(before: Lead | null, after: Lead): FieldChange[] {
  return FIELDS.flatMap((field) => {
    const from = before?.[field] ?? (field === 'archived' ? false : null);
    const to = after[field];
    return from === to ? [] : [{ field, from, to }];
  });
}

/** What was noted is part of no lead's state: the history alone shows it. */
function noteOf(event: LoggedEvent): FieldChange[] {
  if (event.type !== 'ActivityLogged' || event.personal === null) return [];
  const to = event.personal === 'erased' ? { erased: true } : event.personal.note;
  return [{ field: 'note', from: null, to }];
}
