import type { LeadTable } from '@leadlog/database/tables';
import type { Placeholders } from '@leadlog/database/prepared-query';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { ShownRow } from './lead-rows';
import type { ListQuery, ListSelection, SortColumn } from './list-query';

/** A lead of a page, with what it is sorted by. */
export type FoundLead = ShownRow & { key: string | number | null };

/** The leads of a page, and one more where there is a next page; and how many match in all. */
export interface FoundPage {
  found: FoundLead[];
  total: number;
}

export const NOTHING_FOUND: FoundPage = { found: [], total: 0 };

/** Folded names sort by code point; the other columns sort as they are. */
export const SORTED_BY = {
  priority: 'priority',
  name: 'name_folded',
  created_at: 'created_at',
  updated_at: 'updated_at',
  last_activity_at: 'last_activity_at',
} as const satisfies Record<SortColumn, keyof LeadTable>;

/** Where a page starts: at an offset, or after a lead that has a value in the column, or none. */
export type PageStart = 'offset' | 'after value' | 'after null';

export function startOf({ start }: Pick<ListQuery, 'start'>): PageStart {
  if ('offset' in start) return 'offset';
  return start.after.value === null ? 'after null' : 'after value';
}

export interface PageCut {
  limit: number;
  offset: number;
  /** Rows from which `offset` and `limit` cut the page. */
  reach: number;
  /** Where the page goes on: the value of the column that is sorted by, and the lead. */
  value: string | number;
  id: number;
}

/** One more row than the page has tells whether there is a next one. */
export function cutOf({ start, limit }: Pick<ListQuery, 'start' | 'limit'>): PageCut {
  const offset = 'offset' in start ? start.offset : 0;
  const { value, id } = 'after' in start ? start.after : { value: null, id: 0 };
  return { limit: limit + 1, offset, reach: offset + limit + 1, value: value ?? 0, id };
}

/** Whether a row stands behind the cursor; for rows that are sorted afterwards. */
export function afterStart(
  { start, sort }: { start: PageStart; sort: ListSelection['sort'] },
  { value, id }: Placeholders<PageCut>,
  key: RawBuilder<unknown>,
): RawBuilder<SqlBool> {
  if (start === 'offset') return sql`true`;
  const later = sql`id > ${id}`;
  if (start === 'after null') return sql`${key} is null and ${later}`;
  const beyond = sql.raw(sort.descending ? '<' : '>');
  return sql`(${key} ${beyond} ${value} or (${key} = ${value} and ${later}) or ${key} is null)`;
}
