import type { Reading } from '@leadlog/database/database';
import type { ContactEmailTable, ContactTable, LeadTable } from '@leadlog/database/tables';
import { fold } from '@leadlog/domain/folding';
import { isErased, type Contact, type KnownContact, type Lead } from '@leadlog/domain/lead';
import { priority, priorityUntil } from '@leadlog/domain/priority';
import type { Industry, Status } from '@leadlog/domain/vocabulary';

/** A lead as the list holds it, with a moment at which its stored priority is right. */
export interface ListedLead {
  lead: Lead;
  priorityAt: Date;
}

/** The row of a lead whose priority is right at `at`. */
export function toLeadRow(tenant_id: string, lead: Lead, at: Date): LeadTable {
  const { primary_contact: contact, archived, ...facts } = lead;
  return {
    tenant_id,
    ...facts,
    name_folded: fold(lead.name),
    archived: archived ? 1 : 0,
    priority: priority(lead, at),
    decays_at: priorityUntil(lead, at),
    primary_contact_id: contact && !isErased(contact) ? contact.id : null,
  };
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

/** The leads of these rows, in their order, with contacts and e-mails. */
export async function toListedLeads(
  reading: Reading,
  tenantId: string,
  rows: readonly LeadTable[],
): Promise<ListedLead[]> {
  const contacts = await readContacts(
    reading,
    tenantId,
    rows.flatMap((row) => row.primary_contact_id ?? []),
  );
  return rows.map((row) => ({
    lead: toLead(row, contacts.get(row.primary_contact_id ?? 0) ?? null),
    priorityAt: momentOfPriority(row.decays_at),
  }));
}

async function readContacts(
  reading: Reading,
  tenantId: string,
  ids: number[],
): Promise<Map<number, KnownContact>> {
  if (ids.length === 0) return new Map();
  const contacts = await reading
    .selectFrom('contacts')
    .select(['id', 'first_name', 'last_name', 'phone'])
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', ids)
    .execute();
  const emails = await reading
    .selectFrom('contact_emails')
    .select(['contact_id', 'id', 'value', 'is_primary'])
    .where('tenant_id', '=', tenantId)
    .where('contact_id', 'in', ids)
    .orderBy('place')
    .execute();
  const known = new Map(contacts.map((contact) => [contact.id, { ...contact, emails: [] }]));
  const found = known as Map<number, KnownContact>;
  for (const { contact_id, id, value, is_primary } of emails)
    found.get(contact_id)?.emails.push({ id, value, is_primary: is_primary === 1 });
  return found;
}

function toLead(row: LeadTable, primary_contact: Contact | null): Lead {
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
    primary_contact,
    created_at: row.created_at,
    updated_at: row.updated_at,
    version: row.version,
  };
}

const END_OF_TIME = new Date(8.64e15);

/**
 * A priority stays what it is until it decays, so the moment just before then explains it, and does
 * so even when another request has settled the row for a later moment than the reader's own.
 */
function momentOfPriority(decaysAt: string | null): Date {
  return decaysAt === null ? END_OF_TIME : new Date(Date.parse(decaysAt) - 1);
}
