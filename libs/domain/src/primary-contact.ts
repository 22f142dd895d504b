import { withOnePrimary, type EmailEntry } from './emails';
import type { ContactIds, Person, PrimaryContactRemoved, PrimaryContactSet } from './events';
import { fold } from './folding';
import { isErased, type Email, type KnownContact, type Lead } from './lead';
import type { NextIds } from './next-ids';

export interface NewContact {
  first_name: string | null;
  last_name: string | null;
  phone: string | null;
  emails: EmailEntry[];
}

/**
 * Sets or replaces the lead's contact. One that is known keeps its number, and so does each of its
 * e-mails that stays; a contact after an erasure is somebody new.
 */
export function setPrimaryContact(
  lead: Lead,
  contact: NewContact,
  ids: NextIds,
): PrimaryContactSet[] {
  const known =
    lead.primary_contact && !isErased(lead.primary_contact) ? lead.primary_contact : null;
  const next = withIds(contact, known, ids);
  if (known && isSame(known, next)) return [];
  return [{ type: 'PrimaryContactSet', ...parted(next) }];
}

export function removePrimaryContact({ primary_contact }: Lead): PrimaryContactRemoved[] {
  if (primary_contact === null) return [];
  return [{ type: 'PrimaryContactRemoved', data: { id: primary_contact.id }, personal: null }];
}

/** The contact with the numbers of the one that it replaces, and new ones for what is new. */
export function withIds(
  contact: NewContact,
  replaced: KnownContact | null,
  ids: NextIds,
): KnownContact {
  const kept = new Map(replaced?.emails.map(({ id, value }) => [fold(value), id]));
  let next = ids.email;
  const emails = withOnePrimary(contact.emails).map(({ value, is_primary }) => {
    const id = kept.get(fold(value)) ?? next++;
    return { id, value, is_primary };
  });
  return { id: replaced?.id ?? ids.contact, ...contact, emails };
}

/** Parts what may be read by everybody from what tells of a person. */
export function parted(contact: KnownContact): { data: ContactIds; personal: Person } {
  const { id, emails, ...person } = contact;
  return {
    data: { id, emails: emails.map(({ id, is_primary }) => ({ id, is_primary })) },
    personal: { ...person, emails: emails.map(({ value }) => value) },
  };
}

function isSame(one: KnownContact, other: KnownContact): boolean {
  return (
    one.first_name === other.first_name &&
    one.last_name === other.last_name &&
    one.phone === other.phone &&
    one.emails.length === other.emails.length &&
    one.emails.every((email, index) => isSameEmail(email, other.emails[index]))
  );
}

function isSameEmail(one: Email, other: Email | undefined): boolean {
  return one.id === other?.id && one.value === other.value && one.is_primary === other.is_primary;
}
