import { bulkInsert } from '@leadlog/database/bulk-insert';
import type { Writing } from '@leadlog/database/database';
import { evolve, isErased, type KnownContact, type Lead } from '@leadlog/domain/lead';
import type { LoggedEvent } from '@leadlog/event-store/event-codec';
import type { Projection } from '@leadlog/event-store/projection';
import { toContactRow, toEmailRows, toLeadRow } from './lead-rows';
import { readListedLead } from './read-listed-lead';

const LEAD_COLUMNS = [
  'tenant_id',
  'id',
  'name',
  'name_folded',
  'domain',
  'status',
  'employee_count',
  'industry',
  'last_activity_at',
  'owner',
  'archived',
  'priority',
  'decays_at',
  'primary_contact_id',
  'created_at',
  'updated_at',
  'version',
] as const;

const CONTACT_COLUMNS = [
  'tenant_id',
  'id',
  'lead_id',
  'first_name',
  'last_name',
  'name_folded',
  'phone',
] as const;

const EMAIL_COLUMNS = [
  'tenant_id',
  'id',
  'contact_id',
  'place',
  'value',
  'value_folded',
  'is_primary',
] as const;

/** Keeps `leads`, `contacts` and `contact_emails`: each row is the fold of its lead's events. */
export function leadListProjection(): Projection {
  const rows = new LeadRows();
  return {
    name: 'lead-list',
    version: 2,
    project: async (transaction, events) =>
      rows.save(transaction, await changesBy(transaction, events)),
  };
}

/** A lead as it is stored (null: not yet) and as it is now. */
interface LeadChange {
  tenantId: string;
  before: Lead | null;
  after: Lead;
  /** When it was last changed, which is when its priority was right. */
  at: Date;
}

async function changesBy(
  transaction: Writing,
  events: readonly LoggedEvent[],
): Promise<LeadChange[]> {
  const changes = new Map<string, LeadChange>();
  for (const event of events) {
    const key = `${event.tenant_id}/${event.lead_id}`;
    const earlier = changes.get(key);
    const before = earlier ? earlier.before : await readStored(transaction, event);
    const after = evolve(earlier?.after ?? before, event);
    const at = new Date(event.recorded_at);
    changes.set(key, { tenantId: event.tenant_id, before, after, at });
  }
  return [...changes.values()];
}

async function readStored(transaction: Writing, event: LoggedEvent): Promise<Lead | null> {
  if (event.version === 1) return null;
  const listed = await readListedLead(transaction, event.tenant_id, event.lead_id);
  return listed?.lead ?? null;
}

/** Stores changed leads; the statements it keeps are those of one set of tables. */
class LeadRows {
  private readonly insertLeads = bulkInsert('leads', LEAD_COLUMNS);
  private readonly insertContacts = bulkInsert('contacts', CONTACT_COLUMNS);
  private readonly insertEmails = bulkInsert('contact_emails', EMAIL_COLUMNS);

  async save(transaction: Writing, changes: readonly LeadChange[]): Promise<void> {
    const created = changes.filter(({ before }) => before === null);
    await this.insertLeads(
      transaction,
      created.map(({ tenantId, after, at }) => toLeadRow(tenantId, after, at)),
    );
    for (const change of changes) if (change.before !== null) await updateLead(transaction, change);
    await this.saveContacts(
      transaction,
      changes.filter(({ before, after }) => before?.primary_contact !== after.primary_contact),
    );
  }

  private async saveContacts(transaction: Writing, changes: readonly LeadChange[]): Promise<void> {
    for (const { tenantId, before } of changes)
      if (before?.primary_contact) await deleteContact(transaction, tenantId, before.id);
    const known = changes.flatMap(({ tenantId, after: { id, primary_contact: contact } }) =>
      contact && !isErased(contact) ? [{ tenantId, leadId: id, contact }] : [],
    );
    await this.insertContacts(
      transaction,
      known.map(({ tenantId, leadId, contact }) => toContactRow(tenantId, leadId, contact)),
    );
    await this.insertEmails(transaction, known.flatMap(emailRowsOf));
  }
}

async function updateLead(transaction: Writing, change: LeadChange): Promise<void> {
  await transaction
    .updateTable('leads')
    .set(toLeadRow(change.tenantId, change.after, change.at))
    .where('tenant_id', '=', change.tenantId)
    .where('id', '=', change.after.id)
    .execute();
}

async function deleteContact(
  transaction: Writing,
  tenantId: string,
  leadId: number,
): Promise<void> {
  await transaction
    .deleteFrom('contacts')
    .where('tenant_id', '=', tenantId)
    .where('lead_id', '=', leadId)
    .execute();
}

function emailRowsOf({ tenantId, contact }: { tenantId: string; contact: KnownContact }) {
  return toEmailRows(tenantId, contact);
}
