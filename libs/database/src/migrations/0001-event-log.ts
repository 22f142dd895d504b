import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('heads')
    .addColumn('tenant_id', 'text', (column) => column.primaryKey())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('hash', 'blob', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addColumn('next_lead_id', 'integer', (column) => column.notNull())
    .addColumn('next_contact_id', 'integer', (column) => column.notNull())
    .addColumn('next_email_id', 'integer', (column) => column.notNull())
    .modifyEnd(sql`strict, without rowid`)
    .execute();

  await db.schema
    .createTable('events')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('lead_id', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('schema_version', 'integer', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('correlation_id', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('personal', 'blob')
    .addColumn('hash', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('events_pk', ['tenant_id', 'position'])
    .addUniqueConstraint('events_stream', ['tenant_id', 'lead_id', 'version'])
    .modifyEnd(sql`strict, without rowid`)
    .execute();
  await sql`
    create index events_of_erasure on events (tenant_id, position) where type = 'PersonalDataErased'
  `.execute(db);
  await refuse(db, 'update');
  await refuse(db, 'delete');
  await refuseReplacing(db);

  await db.schema
    .createTable('lead_keys')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('lead_id', 'integer', (column) => column.notNull())
    .addColumn('generation', 'integer', (column) => column.notNull())
    .addColumn('master_key_id', 'text', (column) => column.notNull())
    .addColumn('wrapped_key', 'blob')
    .addPrimaryKeyConstraint('lead_keys_pk', ['tenant_id', 'lead_id', 'generation'])
    .modifyEnd(sql`strict, without rowid`)
    .execute();

  await db.schema
    .createTable('master_key')
    .addColumn('key_id', 'text', (column) => column.primaryKey())
    .addColumn('sealed_request_secret', 'blob', (column) => column.notNull())
    .modifyEnd(sql`strict, without rowid`)
    .execute();
}

/** The log is append-only by the database's own word, whoever holds the connection. */
async function refuse(db: Kysely<unknown>, action: 'update' | 'delete'): Promise<void> {
  await sql`
    create trigger ${sql.ref(`events_refuse_${action}`)} before ${sql.raw(action)} on events
    begin select raise(abort, 'events are never changed'); end
  `.execute(db);
}

/** `insert or replace` deletes what is in its way without asking the trigger on delete. */
async function refuseReplacing(db: Kysely<unknown>): Promise<void> {
  await sql`
    create trigger events_refuse_replace before insert on events
    when exists (
      select 1 from events where tenant_id = new.tenant_id and position = new.position
    ) or exists (
      select 1 from events
      where tenant_id = new.tenant_id and lead_id = new.lead_id and version = new.version
    )
    begin select raise(abort, 'events are never changed'); end
  `.execute(db);
}
