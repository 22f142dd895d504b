import { sql } from 'kysely';
import type { Defining } from './database';

/**
 * The search index over names and domains: every three neighbouring characters of a lead. It keeps
 * no text, only where each trigram stands, under row ids that sort as the list does; `search_grams`
 * has the trigrams that there are, `tenant_numbers` what stands for a tenant in a row id.
 */
export async function createLeadSearch(db: Defining, suffix: string): Promise<void> {
  await sql`
    create virtual table ${sql.table(`lead_search${suffix}`)} using fts5(
      text, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1'
    )
  `.execute(db);
  await createContactSearch(db, `contact_search${suffix}`);
  await db.schema
    .createTable(`search_grams${suffix}`)
    .addColumn('gram', 'text', (column) => column.primaryKey().notNull())
    .modifyEnd(sql`strict, without rowid`)
    .execute();
  await db.schema
    .createTable(`tenant_numbers${suffix}`)
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('tenant_id', 'text', (column) => column.notNull().unique())
    .modifyEnd(sql`strict`)
    .execute();
}

/**
 * The same over contacts' names and e-mails. These are personal data: what is deleted leaves the index
 * at once, and not when its pages happen to be merged.
 */
async function createContactSearch(db: Defining, name: string): Promise<void> {
  const table = sql.table(name);
  await sql`
    create virtual table ${table} using fts5(
      text, content = '', columnsize = 0, tokenize = 'trigram case_sensitive 1'
    )
  `.execute(db);
  await sql`insert into ${table} (${table}, rank) values ('secure-delete', 1)`.execute(db);
}
