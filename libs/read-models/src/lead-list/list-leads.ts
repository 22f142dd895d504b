import type { Reading } from '@leadlog/database/database';
import { countAll, countLeads } from './count-leads-sqlite';
import { readDue } from './due-priorities';
import {
  findLeads,
  type Access,
  type FoundLead,
  type PageShape,
  type PageValues,
} from './find-leads-sqlite';
import { toListedLead } from './lead-rows';
import { choiceOf, type Wanted } from './list-conditions-sqlite';
import type { ListPage, ListQuery } from './list-query';
import { jsonOf } from './rendered-lead';
import { isOfContact } from './search-conditions-sqlite';
import { matchOf, readTenantNumber } from './search-index-sqlite';
import { industryCode, lastRowIdOf, rowIdsOf, statusCode } from './search-row-ids';

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
  const { filters, values: choice } = choiceOf(tenantId, query, now);
  const search = await searchValues(reading, tenantId, query, choice);
  if (search === null) return { ...NOTHING, until };
  const values = { ...choice, ...search, ...pageValues(query) };
  const total = await countLeads(reading, filters, values, due !== 'none');
  if (total === 0) return { ...NOTHING, until };
  const access = await accessOf(reading, query, filters, values, total);
  const { sort } = query;
  const shape: PageShape = { access, filters, sort, start: startOf(query), due };
  const found = await findLeads(reading, shape, { ...values, resume: resumeOf(shape, values) });
  return { ...cutPage(found, query.limit, total), until };
}

const NOTHING: Omit<RowPage, 'until'> = { rows: [], total: 0, next: null };

function cutPage(found: FoundLead[], limit: number, total: number): Omit<RowPage, 'until'> {
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, total, next: last ? { value: last.key, id: last.id } : null };
}

/**
 * The cheaper way. Where `total` of all leads match, a walk in the order of the list passes so many
 * for each that it takes; where few match, it is better to look at those alone and sort them.
 */
async function accessOf(
  reading: Reading,
  { sort, limit, start }: ListQuery,
  filters: PageShape['filters'],
  values: Omit<PageValues, 'resume'>,
  total: number,
): Promise<Access> {
  const isByPriority = sort.column === 'priority';
  if (isByPriority && sort.descending && filters.includes('text')) return 'search';
  const hasIndex = isByPriority
    ? !filters.some((name) => name === 'text' || isOfContact(name))
    : filters.length === 0;
  if (hasIndex) return 'walk';
  const taken = limit + ('offset' in start ? start.offset : 0);
  const passed = (taken * (await countAll(reading, values))) / total;
  return passed < total ? 'walk' : 'gather';
}

function startOf({ start }: ListQuery): PageShape['start'] {
  if ('offset' in start) return 'offset';
  return start.after.value === null ? 'after null' : 'after value';
}

/** One more row than the page has tells whether there is a next one. */
function pageValues({ start, limit }: ListQuery) {
  const offset = 'offset' in start ? start.offset : 0;
  const { value, id } = 'after' in start ? start.after : { value: null, id: 0 };
  return { limit: limit + 1, offset, reach: offset + limit + 1, value: value ?? 0, id };
}

/** What the search indexes are asked for, or null where nothing can be found. */
async function searchValues(
  reading: Reading,
  tenantId: string,
  { filter, archived }: ListQuery,
  { text, contact }: Partial<Wanted>,
) {
  if (text === undefined && contact === undefined) return NO_SEARCH;
  const tenant = await readTenantNumber(reading, tenantId);
  const match = text === undefined ? '' : await matchOf(reading, text);
  if (tenant === null || match === null) return null;
  return {
    match,
    ...rowIdsOf(tenant, archived ? 1 : 0, filter.min_priority ?? 0),
    statusCode: filter.status ? statusCode(filter.status) : 0,
    industryCode: industryCode(filter.industry ?? null),
  };
}

/** The row id of the search index after which a page goes on. */
function resumeOf(
  { access, start }: PageShape,
  { before, value, id }: Omit<PageValues, 'resume'>,
): bigint {
  const goesOn = access === 'search' && start === 'after value';
  return goesOn ? lastRowIdOf(before, Number(value), id) : before;
}

const NO_SEARCH = { match: '', before: 0n, last: 0n, statusCode: 0, industryCode: 0 };
