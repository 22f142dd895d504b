import { emailViolations, withOnePrimary, type EmailEntry } from './emails';
import type { LeadCreated, LeadEvent } from './events';
import type { Lead } from './lead';
import type { Industry, Status } from './vocabulary';

export interface NewContact {
  first_name: string | null;
  last_name: string | null;
  phone: string | null;
  emails: EmailEntry[];
}

export interface NewLead {
  name: string;
  domain: string | null;
  status: Status;
  employee_count: number | null;
  industry: Industry | null;
  /** RFC 3339 in UTC with milliseconds. */
  last_activity_at: string | null;
  owner: string | null;
  primary_contact: NewContact | null;
}

export type LeadCommand =
  | { type: 'CreateLead'; lead: NewLead }
  | { type: 'ChangeStatus'; new_status: Status }
  | { type: 'ErasePersonalData' };

/** The numbers that the tenant gives out next; each counts from 1. */
export interface NextIds {
  lead: number;
  contact: number;
  email: number;
}

export interface DecisionContext {
  now: Date;
  ids: NextIds;
}

export type RefusalCode =
  'lead_not_found' | 'activity_in_the_future' | 'duplicate_email' | 'second_primary_email';

export interface Refusal {
  code: RefusalCode;
  /** Where in the command's data, as property names and indexes; empty for the lead itself. */
  path: (string | number)[];
}

export type Decision = { events: LeadEvent[] } | { refusals: Refusal[] };

/** Clocks of callers may run ahead of ours by this much (API contract, LeadCreate). */
export const ALLOWED_CLOCK_SKEW_MS = 60_000;

/** What a command makes happen to a lead (`null`: there is none yet), or why nothing does. */
export function decide(
  lead: Lead | null,
  command: LeadCommand,
  context: DecisionContext,
): Decision {
  switch (command.type) {
    case 'CreateLead':
      return createLead(command.lead, context);
    case 'ChangeStatus':
      return lead ? changeStatus(lead, command.new_status) : { refusals: [NOT_FOUND] };
    case 'ErasePersonalData':
      return lead ? { events: [ERASURE] } : { refusals: [NOT_FOUND] };
  }
}

/** Happens even where there is no contact now: earlier ones and notes may stand in the history. */
const ERASURE: LeadEvent = { type: 'PersonalDataErased', data: {}, personal: null };

const NOT_FOUND: Refusal = { code: 'lead_not_found', path: [] };

function changeStatus(lead: Lead, to: Status): Decision {
  if (lead.status === to) return { events: [] };
  return { events: [{ type: 'StatusChanged', data: { from: lead.status, to }, personal: null }] };
}

function createLead(lead: NewLead, { now, ids }: DecisionContext): Decision {
  const refusals = [...activityRefusals(lead.last_activity_at, now), ...emailRefusals(lead)];
  if (refusals.length > 0) return { refusals };
  const { primary_contact: contact, ...facts } = lead;
  return { events: [{ type: 'LeadCreated', ...split(contact, facts, ids) }] };
}

/** Parts what may be read by everybody from what tells of a person. */
function split(
  contact: NewContact | null,
  facts: Omit<NewLead, 'primary_contact'>,
  ids: NextIds,
): Pick<LeadCreated, 'data' | 'personal'> {
  if (contact === null) return { data: { ...facts, primary_contact: null }, personal: null };
  const emails = withOnePrimary(contact.emails);
  return {
    data: {
      ...facts,
      primary_contact: {
        id: ids.contact,
        emails: emails.map(({ is_primary }, index) => ({ id: ids.email + index, is_primary })),
      },
    },
    personal: { ...contact, emails: emails.map(({ value }) => value) },
  };
}

function activityRefusals(at: string | null, now: Date): Refusal[] {
  if (at === null || Date.parse(at) <= now.getTime() + ALLOWED_CLOCK_SKEW_MS) return [];
  return [{ code: 'activity_in_the_future', path: ['last_activity_at'] }];
}

function emailRefusals({ primary_contact: contact }: NewLead): Refusal[] {
  return emailViolations(contact?.emails ?? []).map(({ index, code }) => ({
    code,
    path: ['primary_contact', 'emails', index, code === 'duplicate_email' ? 'value' : 'is_primary'],
  }));
}

/** The numbers that are next once this event has happened. */
export function idsAfter(ids: NextIds, event: LeadEvent): NextIds {
  switch (event.type) {
    case 'LeadCreated': {
      const contact = event.data.primary_contact;
      return {
        lead: ids.lead + 1,
        contact: ids.contact + (contact ? 1 : 0),
        email: ids.email + (contact?.emails.length ?? 0),
      };
    }
    case 'StatusChanged':
    case 'PersonalDataErased':
      return ids;
  }
}
