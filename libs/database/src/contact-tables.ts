import { sql } from 'kysely';
import type { Defining } from './database';

/** The contacts of listed leads, and their e-mails. */
export async function createContactTables(db: Defining, suffix: string): Promise<void> {
  await createContacts(db, suffix);
  await createContactEmails(db, suffix);
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
    // With the contact before the id, or SQLite looks for a contact's by walking through the tenant's.
    .addPrimaryKeyConstraint('contact_emails_pk', ['tenant_id', 'contact_id', 'id'])
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
