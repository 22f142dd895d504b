import { sql, type Kysely } from 'kysely';
import type { Writing } from '../database';
import type { Tables } from '../tables';
import {
  APPLICATION_ROLE,
  BEGIN_DEFINING_APART,
  SEARCH_ROLE,
  transact,
} from './scoped-transactions';

/**
 * Makes the roles that the service works by, and lets the owner of the tables take them on. Roles are
 * the whole server's: another database of it may have made them, even at the same time.
 */
export async function createRoles(owner: Kysely<Tables>): Promise<void> {
  for (const role of [APPLICATION_ROLE, SEARCH_ROLE]) await createRole(owner, role);
}

async function createRole(owner: Kysely<Tables>, role: string): Promise<void> {
  const name = sql.ref(role);
  await sql`
    do $$ begin
      if not exists (select from pg_roles where rolname = ${sql.lit(role)}) then
        create role ${name} nologin nosuperuser nobypassrls;
        grant ${name} to current_user;
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$
  `.execute(owner);
}

/** Changes tables that nobody uses yet, while tenants are written. */
export function defineApart<R>(
  owner: Kysely<Tables>,
  work: (transaction: Writing) => Promise<R>,
): Promise<R> {
  return transact(owner, BEGIN_DEFINING_APART, work);
}

/** Tables that hold what an erasure takes away. */
const ERASED_FROM = ['lead_keys', 'leads', 'contacts', 'contact_emails', 'import_refused_rows'];

/** Frees the rows that were deleted or overwritten, for others to be written in their place. */
export async function vacuum(owner: Kysely<Tables>): Promise<void> {
  await sql.raw(`vacuum ${ERASED_FROM.join(', ')}`).execute(owner);
}

/** Drops tables, one at a time, so that nobody waits for more than one. */
export async function discardTables(
  owner: Kysely<Tables>,
  tables: readonly string[],
): Promise<void> {
  for (const table of tables)
    await sql`drop table if exists ${sql.table(table)} cascade`.execute(owner);
}
