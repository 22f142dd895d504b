import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createImports(db);
  await createChunks(db);
  await createRefusedRows(db);
  await db.schema.alterTable('idempotency_records').addColumn('import_id', 'text').execute();
}

async function createImports(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('imports')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) =>
      column.notNull().check(sql`status in ('uploading', 'running', 'done', 'failed')`),
    )
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('correlation_id', 'text', (column) => column.notNull())
    .addColumn('dry_run', 'integer', (column) => column.notNull().check(sql`dry_run in (0, 1)`))
    .addColumn('fingerprint', 'blob')
    .addColumn('layout', 'text')
    .addColumn('began_after', 'integer', (column) => column.notNull())
    .addColumn('rows', 'integer')
    .addColumn('imported', 'integer', (column) => column.notNull())
    .addColumn('refused', 'integer', (column) => column.notNull())
    .addColumn('refused_kept', 'text', (column) =>
      column.notNull().check(sql`refused_kept in ('rows', 'reasons', 'nothing')`),
    )
    .addColumn('failure', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .addPrimaryKeyConstraint('imports_pk', ['tenant_id', 'id'])
    .addCheckConstraint(
      'imports_ended',
      sql`(ended_at is null) = (status in ('uploading', 'running'))`,
    )
    .addCheckConstraint('imports_failed', sql`(failure is not null) = (status = 'failed')`)
    .addCheckConstraint('imports_planned', sql`layout is not null or status = 'uploading'`)
    .modifyEnd(sql`strict, without rowid`)
    .execute();
  await sql`
    create index imports_by_file on imports (tenant_id, fingerprint) where fingerprint is not null
  `.execute(db);
  await sql`
    create index imports_unfinished on imports (tenant_id, created_at) where ended_at is null
  `.execute(db);
}

/** With a rowid: rows as large as these are slow to pass over in a tree that holds them in its keys. */
async function createChunks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('import_chunks')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('import_id', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('bytes', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('import_chunks_pk', ['tenant_id', 'import_id', 'place'])
    .addForeignKeyConstraint(
      'import_chunks_import',
      ['tenant_id', 'import_id'],
      'imports',
      ['tenant_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .modifyEnd(sql`strict`)
    .execute();
}

async function createRefusedRows(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('import_refused_rows')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('import_id', 'text', (column) => column.notNull())
    .addColumn('line', 'integer', (column) => column.notNull())
    .addColumn('header', 'text')
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('cells', 'text')
    .addPrimaryKeyConstraint('import_refused_rows_pk', ['tenant_id', 'import_id', 'line'])
    .addForeignKeyConstraint(
      'import_refused_rows_import',
      ['tenant_id', 'import_id'],
      'imports',
      ['tenant_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .modifyEnd(sql`strict, without rowid`)
    .execute();
}
