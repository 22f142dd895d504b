import { sql } from 'kysely';
import type { Defining } from '../database';
import { APPLICATION_ROLE } from './scoped-transactions';

type Grant = 'select' | 'insert' | 'update' | 'delete';

const ALL: readonly Grant[] = ['select', 'insert', 'update', 'delete'];

/** Lets the application do this with a table, and nothing else. */
export async function grant(
  db: Defining,
  table: string,
  grants: readonly Grant[] = ALL,
): Promise<void> {
  await sql`
    grant ${sql.raw(grants.join(', '))} on ${sql.table(table)} to ${sql.ref(APPLICATION_ROLE)}
  `.execute(db);
}

/**
 * Shows of a table only the rows of the tenant that the transaction is about, to its owner as well:
 * whatever a query forgets to ask for. Without a tenant it is an error to touch it.
 */
export async function wallOff(
  db: Defining,
  table: string,
  grants: readonly Grant[] = ALL,
): Promise<void> {
  await grant(db, table, grants);
  await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
  await sql`alter table ${sql.table(table)} force row level security`.execute(db);
  await sql`
    create policy tenant on ${sql.table(table)}
    using (tenant_id = leadlog_tenant()) with check (tenant_id = leadlog_tenant())
  `.execute(db);
}

/** The functions that policies and writes rest on. */
export async function createTenantFunctions(db: Defining): Promise<void> {
  await sql`
    create function leadlog_tenant() returns text
    language plpgsql stable parallel safe as $$
    declare tenant text := current_setting('leadlog.tenant', true);
    begin
      if coalesce(tenant, '') = '' then
        raise exception 'this transaction is about no tenant' using errcode = '42501';
      end if;
      return tenant;
    end $$
  `.execute(db);
}

/** Waits until nobody else writes the tenant; one without a head yet is held by its name. */
export async function createHoldTenant(db: Defining): Promise<void> {
  await sql`
    create function leadlog_hold_tenant() returns void
    language plpgsql volatile as $$
    begin
      perform 1 from heads where tenant_id = leadlog_tenant() for update;
      if not found then
        perform pg_advisory_xact_lock(hashtextextended(leadlog_tenant(), 0));
        perform 1 from heads where tenant_id = leadlog_tenant() for update;
      end if;
    end $$
  `.execute(db);
}
