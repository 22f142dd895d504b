import type { ContactIds, LeadDetailsChanged, LeadEvent, Person } from './events';
import type { Industry, Status } from './vocabulary';

export interface Email {
  id: number;
  value: string;
  is_primary: boolean;
}

export interface KnownContact {
  id: number;
  first_name: string | null;
  last_name: string | null;
  phone: string | null;
  emails: Email[];
}

/** A contact whose person was erased: that there was one is all that is left. */
export interface ErasedContact {
  id: number;
  erased: true;
}

export type Contact = KnownContact | ErasedContact;

export function isErased(contact: Contact): contact is ErasedContact {
  return 'erased' in contact;
}

/** A lead as its events tell it. Times are RFC 3339 in UTC with milliseconds. */
export interface Lead {
  id: number;
  name: string;
  domain: string | null;
  status: Status;
  employee_count: number | null;
  industry: Industry | null;
  last_activity_at: string | null;
  owner: string | null;
  archived: boolean;
  primary_contact: Contact | null;
  created_at: string;
  updated_at: string;
  /** Number of the lead's events so far. */
  version: number;
}

/** An event as the log keeps it: with its place in the lead's stream and the time it was recorded. */
export type RecordedLeadEvent = LeadEvent & {
  lead_id: number;
  version: number;
  recorded_at: string;
};

/** The lead after one more of its events; `null` stands before its creation. */
export function evolve(lead: Lead | null, event: RecordedLeadEvent): Lead {
  if (event.type === 'LeadCreated') return created(event);
  if (lead === null) throw new Error(`lead ${event.lead_id} starts with ${event.type}`);
  const next = { ...lead, version: event.version, updated_at: event.recorded_at };
  switch (event.type) {
    case 'StatusChanged':
      return { ...next, status: event.data.to };
    case 'LeadDetailsChanged':
      return { ...next, ...newDetails(event.data) };
    case 'LeadAssigned':
      return { ...next, owner: event.data.to };
    case 'PrimaryContactSet':
      return { ...next, primary_contact: contactOf(event.data, event.personal) };
    case 'PrimaryContactRemoved':
      return { ...next, primary_contact: null };
    case 'ActivityLogged':
      return { ...next, last_activity_at: newest(lead.last_activity_at, event.data.occurred_at) };
    case 'LeadArchived':
      return { ...next, archived: true };
    case 'LeadRestored':
      return { ...next, archived: false };
    case 'PersonalDataErased':
      return { ...next, primary_contact: null };
    default:
      return unreachable(event);
  }
}

function created(event: RecordedLeadEvent & { type: 'LeadCreated' }): Lead {
  const { primary_contact, import: _, ...facts } = event.data;
  return {
    id: event.lead_id,
    ...facts,
    archived: false,
    primary_contact: primary_contact && contactOf(primary_contact, event.personal),
    created_at: event.recorded_at,
    updated_at: event.recorded_at,
    version: event.version,
  };
}

function newDetails(changes: LeadDetailsChanged['data']): Partial<Lead> {
  return Object.fromEntries(Object.entries(changes).map(([detail, { to }]) => [detail, to]));
}

/** Of two times in the one form that events have them in, which sorts as text. */
function newest(known: string | null, occurred: string): string {
  return known !== null && known > occurred ? known : occurred;
}

function contactOf(ids: ContactIds, personal: Person | 'erased' | null): Contact {
  if (personal === null || personal === 'erased') return { id: ids.id, erased: true };
  const { emails, ...person } = personal;
  return {
    id: ids.id,
    ...person,
    emails: ids.emails.map(({ id, is_primary }, index) => ({
      id,
      value: emails[index] ?? '',
      is_primary,
    })),
  };
}

function unreachable(event: never): never {
  throw new Error(`unknown event ${JSON.stringify(event)}`);
}
