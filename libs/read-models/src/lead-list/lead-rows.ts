import type { ContactEmailTable, ContactTable, LeadTable } from '@leadlog/database/tables';
import { fold } from '@leadlog/domain/folding';
import { isErased, type KnownContact, type Lead } from '@leadlog/domain/lead';
import { activityPoints, priority, priorityUntil } from '@leadlog/domain/priority';
import type { Industry, Status } from '@leadlog/domain/vocabulary';
import { domainToASCII } from 'node:url';
import { lettersOf } from './letters';

/** The columns of a row that a reader is shown; a value of each costs more than to find the row. */
export const SHOWN_COLUMNS = [
  'id',
  'name',
  'domain',
  'status',
  'employee_count',
  'industry',
  'last_activity_at',
  'owner',
  'archived',
  'decays_at',
  'primary_contact_id',
  'contact',
  'created_at',
  'updated_at',
  'version',
] as const satisfies (keyof LeadTable)[];

export type ShownRow = Pick<LeadTable, (typeof SHOWN_COLUMNS)[number]>;

/** A lead as the list shows it, with a moment as of which its priority is the one it has now. */
export interface ListedLead {
  lead: Lead;
  priorityAt: Date;
}

/** The row of a lead whose priority is right at `at`, and which has `reached` these weeks. */
export function toLeadRow(
  tenant_id: string,
  lead: Lead,
  reached: string | null,
  at: Date,
): LeadTable {
  const { primary_contact, archived, ...facts } = lead;
  const contact = primary_contact && !isErased(primary_contact) ? primary_contact : null;
  const name_folded = fold(lead.name);
  const domain_folded = lead.domain && fold(lead.domain);
  return {
    tenant_id,
    ...facts,
    name_folded,
    domain_folded,
    letters: lettersOf(name_folded, domain_folded),
    domain_ascii: lead.domain === null ? null : asciiDomain(lead.domain),
    archived: archived ? 1 : 0,
    priority: priority(lead, at),
    activity_points: activityPoints(lead.last_activity_at, at),
    decays_at: priorityUntil(lead, at),
    primary_contact_id: contact && contact.id,
    contact: contact && JSON.stringify(contact),
    reached,
  };
}

/** A host name as A-labels, in lower case: `müller.example` is `xn--mller-kva.example`. */
export function asciiDomain(domain: string): string | null {
  return domainToASCII(domain) || null;
}

export function toContactRow(
  tenant_id: string,
  lead_id: number,
  contact: KnownContact,
): ContactTable {
  const { emails: _, ...person } = contact;
  const name_folded = fold([person.first_name, person.last_name].filter(Boolean).join(' '));
  return { tenant_id, lead_id, ...person, name_folded };
}

export function toEmailRows(tenant_id: string, contact: KnownContact): ContactEmailTable[] {
  return contact.emails.map(({ id, value, is_primary }, place) => ({
    tenant_id,
    id,
    contact_id: contact.id,
    place,
    value,
    value_folded: fold(value),
    is_primary: is_primary ? 1 : 0,
  }));
}

/** The lead of a row, its contact as it was stored with it. */
export function toLead(row: ShownRow): Lead {
  return {
    id: row.id,
    name: row.name,
    domain: row.domain,
    status: row.status as Status,
    employee_count: row.employee_count,
    industry: row.industry as Industry | null,
    last_activity_at: row.last_activity_at,
    owner: row.owner,
    archived: row.archived === 1,
    primary_contact: row.contact === null ? null : (JSON.parse(row.contact) as KnownContact),
    created_at: row.created_at,
    updated_at: row.updated_at,
    version: row.version,
  };
}

/** The same as it is shown at `now`. */
export function toListedLead(row: ShownRow, now: Date): ListedLead {
  const settled = momentOfPriority(row);
  return { lead: toLead(row), priorityAt: settled < now ? now : settled };
}

const END_OF_TIME = new Date(8.64e15);

/**
 * The last moment at which the priority of a row is right. It explains the priority even to who reads
 * a row that another request has settled for a later moment than the reader's own.
 */
export function momentOfPriority({ decays_at }: Pick<LeadTable, 'decays_at'>): Date {
  return decays_at === null ? END_OF_TIME : new Date(Date.parse(decays_at) - 1);
}
