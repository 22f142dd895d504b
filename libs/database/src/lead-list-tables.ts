import { sql } from 'kysely';
import type { Defining } from './database';

/**
 * Creates the tables of the lead list. With a suffix they stand beside the ones in use, to be filled
 * anew and then renamed into their place: a read model is rebuilt, never migrated.
 */
export async function createLeadListTables(db: Defining, suffix = ''): Promise<void> {
  await createLeads(db, suffix);
  await createContacts(db, suffix);
  await createContactEmails(db, suffix);
}

async function createLeads(db: Defining, suffix: string): Promise<void> {
  await db.schema
    .createTable(`leads${suffix}`)
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('id', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('name_folded', 'text', (column) => column.notNull())
    .addColumn('domain', 'text')
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
    .addColumn('decays_at', 'text')
    .addColumn('primary_contact_id', 'integer')
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
  const index = (name: string, columns: string) =>
    sql`create index ${sql.ref(name + suffix)} on ${sql.table(`leads${suffix}`)} ${sql.raw(columns)}`.execute(
      db,
    );
  await index('leads_by_priority', '(tenant_id, archived, priority desc, id)');
  await index('leads_by_status', '(tenant_id, archived, status, priority desc, id)');
  await index('leads_by_decay', '(tenant_id, decays_at) where decays_at is not null');
  // Unique, or SQLite looks for the leads of a new contact by walking through the whole tenant.
  await db.schema
    .createIndex(`leads_by_contact${suffix}`)
    .unique()
    .on(`leads${suffix}`)
    .columns(['tenant_id', 'primary_contact_id'])
    .execute();
}

async function createContacts(db: Defining, suffix: string): Promise<void> {
  await db.schema
    .createTable(`contacts${suffix}`)
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('id', 'integer', (column) => column.notNull())
    .addColumn('lead_id', 'integer', (column) => column.notNull())
    .addColumn('first_name', 'text')
    .addColumn('last_name', 'text')
    .addColumn('name_folded', 'text', (column) => column.notNull())
    .addColumn('phone', 'text')
    .addPrimaryKeyConstraint('contacts_pk', ['tenant_id', 'id'])
    .addUniqueConstraint('contacts_lead_unique', ['tenant_id', 'lead_id'])
    .addForeignKeyConstraint('contacts_lead', ['tenant_id', 'lead_id'], `leads${suffix}`, [
      'tenant_id',
      'id',
    ])
    .modifyEnd(sql`strict, without rowid`)
    .execute();
}

async function createContactEmails(db: Defining, suffix: string): Promise<void> {
  await db.schema
    .createTable(`contact_emails${suffix}`)
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('id', 'integer', (column) => column.notNull())
    .addColumn('contact_id', 'integer', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('value_folded', 'text', (column) => column.notNull())
    .addColumn('is_primary', 'integer', (column) =>
      column.notNull().check(sql`is_primary in (0, 1)`),
    )
    .addPrimaryKeyConstraint('contact_emails_pk', ['tenant_id', 'id'])
    .addUniqueConstraint('contact_emails_unique', ['tenant_id', 'contact_id', 'value_folded'])
    .addForeignKeyConstraint(
      'contact_emails_contact',
      ['tenant_id', 'contact_id'],
      `contacts${suffix}`,
      ['tenant_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .modifyEnd(sql`strict, without rowid`)
    .execute();
  await sql`
    create unique index ${sql.ref(`contact_emails_primary${suffix}`)}
    on ${sql.table(`contact_emails${suffix}`)} (tenant_id, contact_id) where is_primary = 1
  `.execute(db);
}
