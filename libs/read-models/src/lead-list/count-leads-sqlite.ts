import type { Reading } from '@leadlog/database/database';
import { preparedQuery } from '@leadlog/database/prepared-query';
import { sql } from 'kysely';
import { fallenPriority, isDue } from './due-priorities';
import {
  and,
  conditionsOf,
  contactMatches,
  leadsOfContactPart,
  type Choice,
  type Condition,
  type Values,
  type Wanted,
} from './list-conditions-sqlite';
import {
  isOfContact,
  isOutsideSearch,
  searchConditions,
  type SearchValues,
} from './search-conditions-sqlite';
import { ROW_ID } from './search-row-ids';

type Filters = readonly (keyof Wanted)[];
type CountValues = Choice & SearchValues;
type Count = (reading: Reading, values: CountValues) => Promise<{ leads: number | null }[]>;

/** How many leads are wanted; `isAnyDue` says that some stored priorities are not settled yet. */
export async function countLeads(
  reading: Reading,
  filters: Filters,
  values: CountValues,
  isAnyDue: boolean,
): Promise<number> {
  const [row] = await prepared(sourceOf(filters), filters)(reading, values);
  const stored = row?.leads ?? 0;
  if (!isAnyDue || !filters.includes('min_priority')) return stored;
  const [fallen] = await prepared(countFallen, filters)(reading, values);
  return stored - (fallen?.leads ?? 0);
}

/** How many leads the tenant has, by the same choice of archived or not. */
export async function countAll(reading: Reading, values: CountValues): Promise<number> {
  const [row] = await prepared(sumTotals, [])(reading, values);
  return row?.leads ?? 0;
}

const statements = new Map<string, Count>();

function prepared(count: (filters: Filters) => Count, filters: Filters): Count {
  const name = [count.name, ...filters].join();
  let statement = statements.get(name);
  if (!statement) statements.set(name, (statement = count(filters)));
  return statement;
}

function sourceOf(filters: Filters): (filters: Filters) => Count {
  if (filters.includes('text')) return countMatches;
  if (filters.length === 1 && filters[0] === 'contact') return countContacts;
  if (filters.some((name) => ['letter', 'owner'].includes(name) || isOfContact(name)))
    return countRows;
  return filters.every((name) => name === 'status') ? sumTotals : sumCounts;
}

/** From a few rows that hold every status. */
function sumTotals(filters: Filters): Count {
  return preparedQuery(
    (_, values) => sql`
    select sum(leads) as leads from lead_totals
    where tenant_id = ${values.tenantId} and archived = ${values.archived}
      and ${and([sql`true`, ...conditionsOf(filters, values, { leading: ['status'] })])}`,
  );
}

/** From the cube. */
function sumCounts(filters: Filters): Count {
  return preparedQuery(
    (_, values) => sql`
    select sum(leads) as leads from lead_counts
    where tenant_id = ${values.tenantId} and archived = ${values.archived}
      and ${and(conditionsOf(filters, values, { leading: ['status'] }))}`,
  );
}

/** From an index over the leads, or from the leads themselves. */
function countRows(filters: Filters): Count {
  const isByContact = filters.includes('contact');
  const leading = isByContact ? [] : [filters[0], 'min_priority' as const];
  // The leads of the contacts that match are found by their key, whatever index has the rest.
  const archived = sql.raw(isByContact ? '+archived' : 'archived');
  return preparedQuery(
    (_, values) => sql`
    select count(*) as leads from leads
    where tenant_id = ${values.tenantId} and ${archived} = ${values.archived}
      and ${and(manyConditions(filters, values, leading))}`,
  );
}

/** Where so many leads are looked at, the contacts are read once for all of them. */
function manyConditions(
  filters: Filters,
  values: Values,
  leading: readonly (keyof Wanted | undefined)[] = [],
): Condition[] {
  const others = filters.filter((name) => name !== 'contact_part');
  const conditions = conditionsOf(others, values, { leading });
  if (others.length === filters.length) return conditions;
  return [...conditions, sql`+id in (${leadsOfContactPart(values)})`];
}

/** From the index over contacts, each of which is one lead's. */
function countContacts(): Count {
  return preparedQuery(
    (_, values) =>
      sql`select count(*) as leads from contact_search where ${contactMatches(values)}`,
  );
}

function countMatches(filters: Filters): Count {
  return preparedQuery((_, values) => {
    const looked = manyConditions(filters.filter(isOutsideSearch), values);
    const ofLead = sql`
      and exists (
        select 1 from leads
        where tenant_id = ${values.tenantId} and id = ${ROW_ID.leadId} and ${and(looked)}
      )`;
    return sql`
      select count(*) as leads from lead_search
      where ${searchConditions(filters, values)} ${looked.length > 0 ? ofLead : sql``}`;
  });
}

/** Those that have the least priority that is wanted by what is stored, but not by what it is now. */
function countFallen(filters: Filters): Count {
  return preparedQuery(
    (_, values) => sql`
    select count(*) as leads from leads
    where tenant_id = ${values.tenantId} and ${isDue(values)} and +archived = ${values.archived}
      and ${and(conditionsOf(filters, values))}
      and ${fallenPriority(values)} < ${values.min_priority}`,
  );
}
