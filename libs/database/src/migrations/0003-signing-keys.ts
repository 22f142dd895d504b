import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('signing_keys')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('key_id', 'text', (column) => column.notNull().unique())
    .addColumn('public_key', 'blob', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('signature', 'blob')
    .addCheckConstraint('signing_keys_signed', sql`(number = 1) = (signature is null)`)
    .modifyEnd(sql`strict`)
    .execute();
  await refuse(db, 'update');
  await refuse(db, 'delete');
  await refuseReplacing(db);
}

/** Whoever kept a checkpoint needs its key for good: keys are added, never changed. */
async function refuse(db: Kysely<unknown>, action: 'update' | 'delete'): Promise<void> {
  await sql`
    create trigger ${sql.ref(`signing_keys_refuse_${action}`)}
    before ${sql.raw(action)} on signing_keys
    begin select raise(abort, 'signing keys are never changed'); end
  `.execute(db);
}

/** `insert or replace` deletes what is in its way without asking the trigger on delete. */
async function refuseReplacing(db: Kysely<unknown>): Promise<void> {
  await sql`
    create trigger signing_keys_refuse_replace before insert on signing_keys
    when exists (select 1 from signing_keys where number = new.number or key_id = new.key_id)
    begin select raise(abort, 'signing keys are never changed'); end
  `.execute(db);
}
