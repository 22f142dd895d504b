import type { LeadRead } from '@leadlog/contracts/lead';

type Contact = NonNullable<LeadRead['primary_contact']>;
export type KnownContact = Exclude<Contact, { erased: true }>;

export const isErased = (contact: Contact): contact is Exclude<Contact, KnownContact> =>
  'erased' in contact;

export interface ContactLines {
  name: string | null;
  email: string | null;
}

/** What a list shows of a contact: its name and primary e-mail, as far as they are known. */
export function contactLines(contact: KnownContact): ContactLines {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(' ');
  const email = contact.emails.find(({ is_primary }) => is_primary)?.value ?? null;
  return { name: name || null, email };
}
