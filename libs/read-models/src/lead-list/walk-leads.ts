import type { Reading } from '@leadlog/database/database';
import type { Lead } from '@leadlog/domain/lead';
import { setImmediate } from 'node:timers/promises';
import { toLead } from './lead-rows';
import { listRows } from './list-leads';
import type { ListQuery, ListSelection } from './list-query';

/** Leads passed before others have their turn. */
const PAGE = 1_000;

/**
 * The numbers of all leads that a selection lists at `now`, in its order: what a walk through them goes
 * by, so that each comes once whatever happens to it meanwhile. Takes long where there are many; a
 * snapshot apart is the place for it.
 */
export async function listedIds(
  apart: Reading,
  tenantId: string,
  selection: ListSelection,
  now: Date,
  limit = PAGE,
): Promise<number[]> {
  const ids: number[] = [];
  let query: ListQuery = { ...selection, start: { offset: 0 }, limit };
  for (;;) {
    const { rows, next, total } = await listRows(apart, tenantId, query, now);
    for (const { id } of rows) ids.push(id);
    if (next === null) return ids;
    query = { ...query, start: { after: next }, total };
    await setImmediate();
  }
}

/** The leads of these numbers as they are now, in the order of the numbers. */
export async function readLeads(
  reading: Reading,
  tenantId: string,
  ids: readonly number[],
): Promise<Lead[]> {
  if (ids.length === 0) return [];
  const rows = await reading
    .selectFrom('leads')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', ids)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, toLead(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
