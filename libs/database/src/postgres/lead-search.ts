import { sql, type RawBuilder } from 'kysely';
import type { Defining } from '../database';
import type { LeadListIndex } from '../lead-list-tables';
import { APPLICATION_ROLE, SEARCH_ROLE } from './scoped-transactions';

/** Name and domain, a line each: what nobody looks for stands between them. */
const LEAD_TEXT = `(name_folded || chr(10) || coalesce(domain_folded, ''))`;

/**
 * The indexes over texts, which know the tenant as well. What is new is read through one by one until it
 * is sorted in: so that waits for no more than half a megabyte.
 */
export const SEARCH_INDEXES: readonly LeadListIndex[] = [
  { name: 'leads_by_text', table: 'leads', parts: trigramsOf(LEAD_TEXT) },
  { name: 'contacts_by_text', table: 'contacts', parts: trigramsOf('name_folded') },
  { name: 'contact_emails_by_text', table: 'contact_emails', parts: trigramsOf('value_folded') },
];

function trigramsOf(text: string): string {
  return `using gin (tenant_id, ${text} gin_trgm_ops) with (gin_pending_list_limit = 512)`;
}

/**
 * What is searched: views that are the tenant's wall themselves. Under a policy no operator that could
 * tell of a row is asked before it, and so none that an index over texts knows; here the planner may ask
 * for tenant and text at once. The views' owner is a role that the policies let read, and nobody takes on.
 */
export async function createLeadSearch(db: Defining, suffix: string): Promise<void> {
  const [leads, contacts, emails] = ['leads', 'contacts', 'contact_emails'].map((table) =>
    sql.table(table + suffix),
  ) as [RawBuilder<unknown>, RawBuilder<unknown>, RawBuilder<unknown>];
  await createView(
    db,
    `lead_search${suffix}`,
    sql`select *, ${sql.raw(LEAD_TEXT)} as text from ${leads} where tenant_id = leadlog_tenant()`,
  );
  await createView(
    db,
    `contact_search${suffix}`,
    sql`
      select tenant_id, id as contact_id, name_folded as text from ${contacts}
      where tenant_id = leadlog_tenant()
      union all
      select tenant_id, contact_id, value_folded from ${emails}
      where tenant_id = leadlog_tenant()`,
  );
  for (const table of [leads, contacts, emails]) await letSearchRead(db, table);
}

/** To be given the view its owner needs to be one who may create it. */
async function createView(db: Defining, name: string, query: RawBuilder<unknown>): Promise<void> {
  const [view, owner] = [sql.table(name), sql.ref(SEARCH_ROLE)];
  await sql`create view ${view} as ${query}`.execute(db);
  await sql`grant select on ${view} to ${sql.ref(APPLICATION_ROLE)}`.execute(db);
  await sql`
    do $$ begin
      execute format('grant create on schema %I to ${owner}', current_schema());
      alter view ${view} owner to ${owner};
      execute format('revoke create on schema %I from ${owner}', current_schema());
    end $$
  `.execute(db);
}

async function letSearchRead(db: Defining, table: RawBuilder<unknown>): Promise<void> {
  const role = sql.ref(SEARCH_ROLE);
  await sql`grant select on ${table} to ${role}`.execute(db);
  await sql`create policy search on ${table} for select to ${role} using (true)`.execute(db);
}
