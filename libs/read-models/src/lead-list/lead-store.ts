import { bulkInsert } from '@leadlog/database/bulk-insert';
import type { Writing } from '@leadlog/database/database';
import { engineOf } from '@leadlog/database/engine-of';
import { preparedQuery } from '@leadlog/database/prepared-query';
import type { LeadTable } from '@leadlog/database/tables';
import { isErased, type KnownContact, type Lead } from '@leadlog/domain/lead';
import { applyToContactSearch } from './contact-search-sqlite';
import { countChanges, type RowChange } from './lead-counts';
import { toContactRow, toEmailRows, toLeadRow } from './lead-rows';
import type { SearchIndex } from './search-index-sqlite';

const LEAD_COLUMNS = [
  'tenant_id',
  'id',
  'name',
  'name_folded',
  'domain',
  'domain_folded',
  'domain_ascii',
  'letters',
  'status',
  'employee_count',
  'industry',
  'last_activity_at',
  'owner',
  'archived',
  'priority',
  'activity_points',
  'decays_at',
  'primary_contact_id',
  'contact',
  'reached',
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

/** A lead as the list holds it, with its row. */
export interface StoredLead {
  row: LeadTable;
  lead: Lead;
}

/** A lead as it is stored (null: not yet) and as it is now. */
export interface LeadChange {
  tenantId: string;
  before: StoredLead | null;
  after: Lead;
  /** The weeks in which it became qualified or lost. */
  reached: string | null;
  /** When it was last changed, which is when its priority was right. */
  at: Date;
}

const insertLeads = bulkInsert('leads', LEAD_COLUMNS);
const insertContacts = bulkInsert('contacts', CONTACT_COLUMNS);
const insertEmails = bulkInsert('contact_emails', EMAIL_COLUMNS);
const updates = new Map<string, ReturnType<typeof updateOf>>();

/** Stores changed leads, and what is kept in step with them. */
export class LeadStore {
  constructor(private readonly search: SearchIndex) {}

  async save(transaction: Writing, changes: readonly LeadChange[]): Promise<void> {
    await this.saveRows(
      transaction,
      changes.map(({ tenantId, before, after, reached, at }) => ({
        before: before && before.row,
        after: toLeadRow(tenantId, after, reached, at),
      })),
    );
    await this.saveContacts(
      transaction,
      changes.filter(({ before, after }) => before?.lead.primary_contact !== after.primary_contact),
    );
    if (hasSearchIndexes(transaction)) await applyToContactSearch(transaction, changes);
  }

  /** Stores rows of `leads`, and what is kept in step with them. */
  async saveRows(transaction: Writing, changes: readonly RowChange[]): Promise<void> {
    const created = changes.filter(({ before }) => before === null);
    await insertLeads(
      transaction,
      created.map(({ after }) => after),
    );
    for (const { before, after } of changes)
      if (before !== null) await updateLead(transaction, before, after);
    await countChanges(transaction, changes);
    if (hasSearchIndexes(transaction)) await this.search.apply(transaction, changes);
  }

  private async saveContacts(transaction: Writing, changes: readonly LeadChange[]): Promise<void> {
    for (const { tenantId, before } of changes)
      if (before?.lead.primary_contact) await deleteContact(transaction, tenantId, before.lead.id);
    const known = changes.flatMap(({ tenantId, after: { id, primary_contact: contact } }) =>
      contact && !isErased(contact) ? [{ tenantId, leadId: id, contact }] : [],
    );
    await insertContacts(
      transaction,
      known.map(({ tenantId, leadId, contact }) => toContactRow(tenantId, leadId, contact)),
    );
    await insertEmails(transaction, known.flatMap(emailRowsOf));
  }
}

/** On SQLite they are tables; PostgreSQL keeps its own in step by itself. */
function hasSearchIndexes(transaction: Writing): boolean {
  return engineOf(transaction) === 'sqlite';
}

/** Sets the columns that differ alone, as each one named costs the upkeep of its indexes. */
async function updateLead(
  transaction: Writing,
  before: LeadTable,
  after: LeadTable,
): Promise<void> {
  const columns = LEAD_COLUMNS.filter((column) => before[column] !== after[column]);
  if (columns.length === 0) return;
  const name = columns.join();
  let update = updates.get(name);
  if (!update) updates.set(name, (update = updateOf(columns)));
  await update(transaction, after);
}

function updateOf(columns: readonly (keyof LeadTable)[]) {
  return preparedQuery<LeadTable, object>((database, row) =>
    database
      .updateTable('leads')
      .set(Object.fromEntries(columns.map((column) => [column, row[column]])))
      .where('tenant_id', '=', row.tenant_id)
      .where('id', '=', row.id),
  );
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
