import { sql, type Kysely } from 'kysely';
import { createLeadListIndex, createLeadListTables, leadListIndexes } from '../lead-list-tables';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('read_models')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('generation', 'integer', (column) => column.notNull())
    .modifyEnd(sql`strict, without rowid`)
    .execute();
  await createLeadListTables(db);
  for (const index of leadListIndexes('sqlite')) await createLeadListIndex(db, index);
}
