import type { Placeholders } from '@leadlog/database/prepared-query';
import { sql, type RawBuilder } from 'kysely';
import { and, leadsOfContacts, type Condition, type Wanted } from './list-conditions-sqlite';
import { ROW_ID, type RowIds } from './search-row-ids';

/** The values of a statement that asks the search index. */
export interface SearchValues extends RowIds, Pick<Wanted, 'contact'> {
  match: string;
  statusCode: number;
  industryCode: number;
}

/** Filters by what the contact's own tables and index hold. */
export function isOfContact(filter: keyof Wanted): boolean {
  return filter === 'contact' || filter === 'contact_part';
}

/** Filters that neither a row id of the search index tells of nor another such index. */
export function isOutsideSearch(filter: keyof Wanted): boolean {
  return filter === 'owner' || filter === 'contact_part';
}

/** The part of the search index that a query asks for. */
export function searchConditions(
  filters: readonly (keyof Wanted)[],
  values: Placeholders<SearchValues>,
): Condition {
  const { match, before, last, statusCode, industryCode } = values;
  const conditions: Condition[] = [
    sql`lead_search match ${match}`,
    sql`rowid > ${before}`,
    sql`rowid <= ${last}`,
  ];
  if (filters.includes('status')) conditions.push(sql`${ROW_ID.status} = ${statusCode}`);
  if (filters.includes('industry')) conditions.push(sql`${ROW_ID.industry} = ${industryCode}`);
  if (filters.includes('contact'))
    conditions.push(sql`${ROW_ID.leadId} in (${leadsOfContacts(values)})`);
  return and(conditions);
}

/** The leads that the search index finds, in no order. */
export function matches(
  filters: readonly (keyof Wanted)[],
  values: Placeholders<SearchValues>,
): RawBuilder<unknown> {
  return sql`select ${ROW_ID.leadId} from lead_search where ${searchConditions(filters, values)}`;
}
