import { sql } from 'kysely';
import type { Database, Writing } from './database';

const GUARDS = ['events_refuse_update', 'events_refuse_delete', 'events_refuse_replace'];

/** Changes the log as only somebody can who may alter the schema: the guards are taken off first. */
export async function tamper(
  database: Database,
  work: (transaction: Writing) => Promise<unknown>,
): Promise<void> {
  await database.write(async (transaction) => {
    for (const guard of GUARDS)
      await sql`drop trigger if exists ${sql.ref(guard)}`.execute(transaction);
    await work(transaction);
  });
}
