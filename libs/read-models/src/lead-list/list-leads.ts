import type { Reading } from '@leadlog/database/database';
import { engineOf } from '@leadlog/database/engine-of';
import { readDue } from './due-priorities';
import { findPage as findPageOnPostgres } from './find-page-postgres';
import { findPage as findPageOnSqlite } from './find-page-sqlite';
import { toListedLead } from './lead-rows';
import type { FoundLead, FoundPage } from './list-page';
import type { ListPage, ListQuery } from './list-query';
import { jsonOf } from './rendered-lead';

/** Rows of a page, in its order, and how many match in all. */
interface RowPage extends Pick<ListPage, 'total' | 'next'> {
  rows: FoundLead[];
  /** Up to when the page stays as it is while nothing happens; null: for good. */
  until: Date | null;
}

/** The same page as the JSON of each lead. */
export interface RenderedPage extends Omit<RowPage, 'rows'> {
  items: string[];
}

/**
 * A page of a tenant's leads as they are at `now`, and how many match in all. Priorities that have
 * fallen since they were stored are merged into the order, so that nothing need be settled before.
 */
export async function listLeads(
  reading: Reading,
  tenantId: string,
  query: ListQuery,
  now: Date,
): Promise<ListPage> {
  const { rows, total, next } = await listRows(reading, tenantId, query, now);
  return { items: rows.map((row) => toListedLead(row, now)), total, next };
}

/** The same with each lead as JSON, as the API shows it. */
export async function listRenderedLeads(
  reading: Reading,
  tenantId: string,
  query: ListQuery,
  now: Date,
): Promise<RenderedPage> {
  const { rows, ...page } = await listRows(reading, tenantId, query, now);
  return { ...page, items: rows.map((row) => jsonOf(tenantId, row, now)) };
}

/** The same as rows of the list. */
export async function listRows(
  reading: Reading,
  tenantId: string,
  query: ListQuery,
  now: Date,
): Promise<RowPage> {
  const { due, until } = await readDue(reading, tenantId, now);
  const findPage = FIND_PAGE[engineOf(reading)];
  const page = await findPage(reading, tenantId, query, now, due);
  return { ...cutPage(page, query.limit), until };
}

const FIND_PAGE = { sqlite: findPageOnSqlite, postgres: findPageOnPostgres };

function cutPage({ found, total }: FoundPage, limit: number): Omit<RowPage, 'until'> {
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, total, next: last ? { value: last.key, id: last.id } : null };
}
