import { INSTALLATION, type Database } from '@leadlog/database/database';
import { createLeadListIndex, leadListIndexes } from '@leadlog/database/lead-list-tables';
import { listTenants } from '@leadlog/database/list-tenants';
import type { LeadTable } from '@leadlog/database/tables';
import { SearchIndex } from './search-index-sqlite';

const ROWS_AT_ONCE = 1000;

/**
 * Adds indexes and search to the filled tables of the lead list. Each index is a transaction of its
 * own, for which writers wait a second or so at a million leads.
 */
export async function completeLeadList(
  shadow: Database,
  database: Database,
  suffix: string,
): Promise<void> {
  for (const index of leadListIndexes())
    await database.define((transaction) => createLeadListIndex(transaction, index, suffix));
  for (const tenantId of await database.read(INSTALLATION, listTenants))
    await fillTenant(shadow, tenantId);
}

async function fillTenant(shadow: Database, tenantId: string): Promise<void> {
  const search = new SearchIndex();
  const levels = await shadow.read(tenantId, (snapshot) =>
    snapshot
      .selectFrom('lead_counts')
      .select(['tenant_id', 'archived', 'priority'])
      .distinct()
      .where('tenant_id', '=', tenantId)
      .orderBy('archived')
      .orderBy('priority', 'desc')
      .execute(),
  );
  for (const level of levels) await fillSearch(shadow, search, level);
}

/** In the order of the search index, whose pages are then written once. */
async function fillSearch(
  shadow: Database,
  search: SearchIndex,
  level: Pick<LeadTable, 'tenant_id' | 'archived' | 'priority'>,
): Promise<void> {
  let rows: LeadTable[] = [];
  do {
    const last = rows.at(-1)?.id ?? 0;
    rows = await shadow.read(level.tenant_id, (snapshot) =>
      snapshot
        .selectFrom('leads')
        .selectAll()
        .where('tenant_id', '=', level.tenant_id)
        .where('archived', '=', level.archived)
        .where('priority', '=', level.priority)
        .where('id', '>', last)
        .orderBy('id')
        .limit(ROWS_AT_ONCE)
        .execute(),
    );
    const changes = rows.map((after) => ({ before: null, after }));
    await shadow.write(level.tenant_id, (transaction) => search.apply(transaction, changes));
  } while (rows.length === ROWS_AT_ONCE);
}
