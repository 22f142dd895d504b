import { sql } from 'kysely';
import type { Defining } from './database';

/**
 * How many leads there are of a kind, kept by the projection so that nobody counts them: in `lead_totals`
 * few rows a tenant, which every page of the list reads, in `lead_counts` the whole cube.
 */
export async function createLeadCountTables(db: Defining, suffix: string): Promise<void> {
  await db.schema
    .createTable(`lead_totals${suffix}`)
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('archived', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('leads', 'integer', (column) => column.notNull())
    .addColumn('priorities', 'integer', (column) => column.notNull())
    .addColumn('quiet', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('lead_totals_pk', ['tenant_id', 'archived', 'status'])
    .modifyEnd(sql`strict, without rowid`)
    .execute();
  await db.schema
    .createTable(`lead_counts${suffix}`)
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('archived', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('industry', 'text', (column) => column.notNull())
    .addColumn('priority', 'integer', (column) => column.notNull())
    .addColumn('leads', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('lead_counts_pk', [
      'tenant_id',
      'archived',
      'status',
      'industry',
      'priority',
    ])
    .modifyEnd(sql`strict, without rowid`)
    .execute();
  await db.schema
    .createTable(`lead_weeks${suffix}`)
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('week', 'text', (column) => column.notNull())
    .addColumn('created', 'integer', (column) => column.notNull())
    .addColumn('qualified', 'integer', (column) => column.notNull())
    .addColumn('lost', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('lead_weeks_pk', ['tenant_id', 'week'])
    .modifyEnd(sql`strict, without rowid`)
    .execute();
}
