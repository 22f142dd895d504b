import type { Reading } from '@leadlog/database/database';
import { countAll, countLeads } from './count-leads-sqlite';
import type { Due } from './due-priorities';
import { nearStart } from './deep-offset-sqlite';
import { findLeads, type Access, type PageShape, type PageValues } from './find-leads-sqlite';
import { choiceOf, type Wanted } from './list-conditions-sqlite';
import { cutOf, NOTHING_FOUND, startOf, type FoundPage } from './list-page';
import type { ListQuery } from './list-query';
import { isOfContact } from './search-conditions-sqlite';
import { matchOf, readTenantNumber } from './search-index-sqlite';
import { industryCode, lastRowIdOf, rowIdsOf, statusCode } from './search-row-ids';

/** A page of a tenant's leads as they are at `now`, where so many are due. */
export async function findPage(
  reading: Reading,
  tenantId: string,
  query: ListQuery,
  now: Date,
  due: Due,
): Promise<FoundPage> {
  const { filters, values: choice } = choiceOf(tenantId, query, now);
  const search = await searchValues(reading, tenantId, query, choice);
  if (search === null) return NOTHING_FOUND;
  const values = { ...choice, ...search, ...cutOf(query) };
  const total = query.total ?? (await countLeads(reading, filters, values, due !== 'none'));
  if (total <= values.offset) return { found: [], total };
  const access = await accessOf(reading, query, filters, values, total);
  const { sort } = query;
  const shape: PageShape = { access, filters, sort, start: startOf(query), due };
  const all = { ...values, resume: resumeOf(shape, values) };
  const near = await nearStart(reading, shape, all);
  const found = near
    ? await findLeads(reading, { ...shape, start: near.start }, { ...all, ...near })
    : await findLeads(reading, shape, all);
  return { found, total };
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
