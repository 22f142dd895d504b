import type { HistoryEntry } from '@leadlog/contracts/history';
import type { Contact } from '@leadlog/domain/lead';
import type { LoggedEvent } from '@leadlog/event-store/event-codec';
import type { HistoryItem } from '@leadlog/read-models/lead-history/lead-history';
import { toHistoryEntry } from './history-entry';

/**
 * An event as if its keys were destroyed. What leaves the service by a feed or a table is kept where
 * no erasure reaches it, so that nothing of a person may be in it, by construction.
 */
export function withoutPerson(event: LoggedEvent): LoggedEvent {
  return event.personal === null ? event : ({ ...event, personal: 'erased' } as LoggedEvent);
}

/** The entry of an event that was folded without persons: a contact is its number, a note is left out. */
export function entryWithoutPerson(item: HistoryItem): HistoryEntry {
  const changes = item.changes.flatMap((change) => {
    if (change.field === 'note') return [];
    if (change.field !== 'primary_contact') return [change];
    return [{ ...change, from: numberOf(change.from), to: numberOf(change.to) }];
  });
  return toHistoryEntry({ ...item, changes });
}

function numberOf(contact: unknown): Pick<Contact, 'id'> | null {
  return contact === null ? null : { id: (contact as Contact).id };
}
