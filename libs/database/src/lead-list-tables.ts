import { sql } from 'kysely';
import type { Defining } from './database';
import { createContactTables } from './contact-tables';
import { engineOf, type Engine } from './engine-of';
import { createLeadCountTables } from './lead-count-tables';
import { createLeadSearch } from './lead-search-sqlite';
import { createLeadListTables as createOnPostgres } from './postgres/lead-list-tables';
import { SEARCH_INDEXES } from './postgres/lead-search';

/**
 * Creates the tables of the lead list, but for the indexes by which it is read. With a suffix they
 * stand beside the ones in use, to be filled anew and then renamed into their place: a read model is
 * rebuilt, never migrated.
 */
export async function createLeadListTables(db: Defining, suffix = ''): Promise<void> {
  if (engineOf(db) === 'postgres') return createOnPostgres(db, suffix);
  await createLeads(db, suffix);
  await createContactTables(db, suffix);
  await createLeadCountTables(db, suffix);
  await createLeadSearch(db, suffix);
}

async function createLeads(db: Defining, suffix: string): Promise<void> {
  await db.schema
    .createTable(`leads${suffix}`)
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('id', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('name_folded', 'text', (column) => column.notNull())
    .addColumn('domain', 'text')
    .addColumn('domain_folded', 'text')
    .addColumn('letters', 'integer', (column) => column.notNull())
    .addColumn('domain_ascii', 'text')
    .addColumn('status', 'text', (column) =>
      column.notNull().check(sql`status in ('new', 'qualified', 'lost')`),
    )
    .addColumn('employee_count', 'integer', (column) => column.check(sql`employee_count >= 1`))
    .addColumn('industry', 'text')
    .addColumn('last_activity_at', 'text')
    .addColumn('owner', 'text')
    .addColumn('archived', 'integer', (column) => column.notNull().check(sql`archived in (0, 1)`))
    .addColumn('priority', 'integer', (column) =>
      column.notNull().check(sql`priority between 0 and 145`),
    )
    .addColumn('activity_points', 'integer', (column) =>
      column.notNull().check(sql`activity_points in (0, 10, 20)`),
    )
    .addColumn('decays_at', 'text', (column) =>
      column.check(sql`(decays_at is null) = (activity_points = 0)`),
    )
    .addColumn('primary_contact_id', 'integer')
    .addColumn('contact', 'text')
    .addColumn('reached', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('leads_pk', ['tenant_id', 'id'])
    .addForeignKeyConstraint(
      'leads_primary_contact',
      ['tenant_id', 'primary_contact_id'],
      `contacts${suffix}`,
      ['tenant_id', 'id'],
      (constraint) => constraint.deferrable().initiallyDeferred(),
    )
    .modifyEnd(sql`strict, without rowid`)
    .execute();
  // Unique, or SQLite looks for the leads of a new contact by walking through the whole tenant.
  await db.schema
    .createIndex(`leads_by_contact${suffix}`)
    .unique()
    .on(`leads${suffix}`)
    .columns(['tenant_id', 'primary_contact_id'])
    .execute();
}

/** An index of the tables that a fill makes once they are full. */
export interface LeadListIndex {
  name: string;
  table: 'leads' | 'contacts' | 'contact_emails';
  parts: string;
}

export async function createLeadListIndex(
  db: Defining,
  { name, table, parts }: LeadListIndex,
  suffix = '',
): Promise<void> {
  await sql`
    create index ${sql.ref(name + suffix)} on ${sql.table(table + suffix)} ${sql.raw(parts)}
  `.execute(db);
}

/**
 * One index for each order of the list and, in the order of priority, for each filter; one more for
 * duplicates, which are found by name as well. What stands
 * behind the `id` sorts nothing: it lets a filter pass over entries without looking up their rows.
 */
const LEADS = {
  leads_by_priority: '(tenant_id, archived, priority desc, id, decays_at, letters)',
  leads_by_status: '(tenant_id, archived, status, priority desc, id, decays_at, letters)',
  leads_by_industry:
    '(tenant_id, archived, industry, priority desc, id, decays_at, letters, status)',
  leads_by_owner:
    '(tenant_id, archived, owner, priority desc, id, decays_at, letters, status, industry) ' +
    'where owner is not null',
  leads_by_name: '(tenant_id, archived, name_folded, id, status, industry)',
  leads_by_domain: '(tenant_id, domain_ascii, id) where domain_ascii is not null',
  leads_by_creation: '(tenant_id, archived, created_at, id, status, industry)',
  leads_by_update: '(tenant_id, archived, updated_at, id, status, industry)',
  leads_by_activity: '(tenant_id, archived, last_activity_at, id, status, industry)',
  leads_by_decay:
    '(tenant_id, decays_at, archived, status, industry, priority, activity_points, id) ' +
    'where decays_at is not null',
};

/** Their entries come in no order while a fill goes from lead to lead. */
const CONTACT_EMAILS = {
  contact_emails_by_value: '(tenant_id, value_folded, contact_id)',
};

const INDEXES = [...indexesOn('leads', LEADS), ...indexesOn('contact_emails', CONTACT_EMAILS)];

/** All of them; made at once, they cost least. On SQLite the search index is a table. */
export function leadListIndexes(engine: Engine): readonly LeadListIndex[] {
  return engine === 'postgres' ? [...INDEXES, ...SEARCH_INDEXES] : INDEXES;
}

function indexesOn(table: LeadListIndex['table'], indexes: Record<string, string>) {
  return Object.entries(indexes).map(([name, parts]) => ({ name, table, parts }));
}
