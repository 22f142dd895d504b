import type { Writing } from '@leadlog/database/database';
import { evolve, isErased, type Contact, type Lead } from '@leadlog/domain/lead';
import type { LoggedEvent } from '@leadlog/event-store/event-codec';
import type { Projection } from '@leadlog/event-store/tenant-log';
import { readListedLead } from './read-listed-lead';
import { toContactRow, toEmailRows, toLeadRow } from './lead-rows';

/** Keeps `leads`, `contacts` and `contact_emails`: each row is the fold of its lead's events. */
export const leadListProjection: Projection = {
  name: 'lead-list',
  version: 1,
  async project(transaction, event) {
    const before = await leadBefore(transaction, event);
    const after = evolve(before, event);
    await saveLead(transaction, event.tenant_id, before, after, new Date(event.recorded_at));
  },
};

async function leadBefore(transaction: Writing, event: LoggedEvent): Promise<Lead | null> {
  if (event.version === 1) return null;
  const listed = await readListedLead(transaction, event.tenant_id, event.lead_id);
  return listed?.lead ?? null;
}

async function saveLead(
  transaction: Writing,
  tenantId: string,
  before: Lead | null,
  after: Lead,
  at: Date,
): Promise<void> {
  const row = toLeadRow(tenantId, after, at);
  if (before === null) await transaction.insertInto('leads').values(row).execute();
  else
    await transaction
      .updateTable('leads')
      .set(row)
      .where('tenant_id', '=', tenantId)
      .where('id', '=', after.id)
      .execute();
  if (before?.primary_contact !== after.primary_contact)
    await saveContact(transaction, tenantId, after.id, after.primary_contact);
}

async function saveContact(
  transaction: Writing,
  tenantId: string,
  leadId: number,
  contact: Contact | null,
): Promise<void> {
  await transaction
    .deleteFrom('contacts')
    .where('tenant_id', '=', tenantId)
    .where('lead_id', '=', leadId)
    .execute();
  if (contact === null || isErased(contact)) return;
  await transaction
    .insertInto('contacts')
    .values(toContactRow(tenantId, leadId, contact))
    .execute();
  const emails = toEmailRows(tenantId, contact);
  if (emails.length > 0) await transaction.insertInto('contact_emails').values(emails).execute();
}
