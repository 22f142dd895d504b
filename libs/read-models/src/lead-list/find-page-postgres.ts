import type { Reading } from '@leadlog/database/database';
import { countAll, countLeads } from './count-leads-postgres';
import type { Due } from './due-priorities';
import { findLeads, type Access } from './find-leads-postgres';
import { choiceOf, type Choice, type Wanted } from './list-conditions-postgres';
import { cutOf, NOTHING_FOUND, startOf, type FoundPage } from './list-page';
import type { ListQuery } from './list-query';

/** A page of a tenant's leads as they are at `now`, where so many are due. */
export async function findPage(
  reading: Reading,
  tenantId: string,
  query: ListQuery,
  now: Date,
  due: Due,
): Promise<FoundPage> {
  const { filters, values } = choiceOf(tenantId, query, now);
  const total = query.total ?? (await countLeads(reading, filters, values, due !== 'none'));
  if (total === 0) return NOTHING_FOUND;
  const access = await accessOf(reading, query, filters, values, total);
  const shape = { access, filters, sort: query.sort, start: startOf(query), due };
  const found = await findLeads(reading, shape, { ...values, ...cutOf(query) });
  return { found, total };
}

/**
 * The cheaper way. Where `total` of all leads match, a walk in the order of the list passes so many
 * for each that it takes; where few match, it is better to look at those alone and sort them.
 */
async function accessOf(
  reading: Reading,
  { sort, limit, start }: ListQuery,
  filters: readonly (keyof Wanted)[],
  values: Choice,
  total: number,
): Promise<Access> {
  const hasIndex =
    sort.column === 'priority'
      ? !filters.some((name) => ['text', 'short', 'contact'].includes(name))
      : filters.length === 0;
  if (hasIndex) return 'walk';
  const taken = limit + ('offset' in start ? start.offset : 0);
  const passed = (taken * (await countAll(reading, values))) / total;
  return passed < total ? 'walk' : 'gather';
}
