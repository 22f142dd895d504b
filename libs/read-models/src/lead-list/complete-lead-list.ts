import type { Database } from '@leadlog/database/database';
import { createLeadListIndex, LEAD_LIST_INDEXES } from '@leadlog/database/lead-list-tables';
import { mergeSearch } from './merge-search-sqlite';

/**
 * Adds the indexes to the filled tables of the lead list, and puts the search index in order. Each
 * index is a transaction of its own, for which writers wait a second or so at a million leads.
 */
export async function completeLeadList(
  shadow: Database,
  database: Database,
  suffix: string,
): Promise<void> {
  for (const index of LEAD_LIST_INDEXES)
    await database.define((transaction) => createLeadListIndex(transaction, index, suffix));
  for (const index of ['lead_search', 'contact_search'] as const) await mergeSearch(shadow, index);
}
