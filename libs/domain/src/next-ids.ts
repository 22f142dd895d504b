import type { ContactIds, LeadEvent } from './events';

/** The numbers that the tenant gives out next; each counts from 1. */
export interface NextIds {
  lead: number;
  contact: number;
  email: number;
}

/** The numbers that are next once this event has happened. */
export function idsAfter(ids: NextIds, event: LeadEvent): NextIds {
  switch (event.type) {
    case 'LeadCreated':
      return { ...beyond(ids, event.data.primary_contact), lead: ids.lead + 1 };
    case 'PrimaryContactSet':
      return beyond(ids, event.data);
    case 'StatusChanged':
    case 'LeadDetailsChanged':
    case 'LeadAssigned':
    case 'PrimaryContactRemoved':
    case 'ActivityLogged':
    case 'LeadArchived':
    case 'LeadRestored':
    case 'PersonalDataErased':
      return ids;
  }
}

/** A contact and its e-mails may keep numbers of theirs: only what is new moves the next ones on. */
function beyond(ids: NextIds, contact: ContactIds | null): NextIds {
  if (contact === null) return ids;
  return {
    ...ids,
    contact: Math.max(ids.contact, contact.id + 1),
    email: Math.max(ids.email, ...contact.emails.map(({ id }) => id + 1)),
  };
}
