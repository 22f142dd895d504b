import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('idempotency_records')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('key_hash', 'blob', (column) => column.notNull())
    .addColumn('fingerprint', 'blob', (column) => column.notNull())
    .addColumn('lead_id', 'integer', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('decided_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('idempotency_records_pk', ['tenant_id', 'key_hash'])
    .modifyEnd(sql`strict, without rowid`)
    .execute();
  await sql`
    create index idempotency_records_by_age on idempotency_records (tenant_id, decided_at)
  `.execute(db);
}
