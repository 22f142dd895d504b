import type { Reading } from '@leadlog/database/database';
import { preparedQuery } from '@leadlog/database/prepared-query';
import { sql } from 'kysely';
import { fallenPriority, isDue } from './due-priorities';
import { and, conditionsOf, sourceOf, type Choice, type Wanted } from './list-conditions-postgres';

type Filters = readonly (keyof Wanted)[];
type Count = (reading: Reading, values: Choice) => Promise<{ leads: number | null }[]>;

/** How many leads are wanted; `isAnyDue` says that some stored priorities are not settled yet. */
export async function countLeads(
  reading: Reading,
  filters: Filters,
  values: Choice,
  isAnyDue: boolean,
): Promise<number> {
  const [row] = await prepared(counterOf(filters), filters)(reading, values);
  const stored = row?.leads ?? 0;
  if (!isAnyDue || !filters.includes('min_priority')) return stored;
  const [fallen] = await prepared(countFallen, filters)(reading, values);
  return stored - (fallen?.leads ?? 0);
}

/** How many leads the tenant has, by the same choice of archived or not. */
export async function countAll(reading: Reading, values: Choice): Promise<number> {
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

function counterOf(filters: Filters): (filters: Filters) => Count {
  if (filters.some((name) => ['text', 'short', 'letter', 'owner', 'contact'].includes(name)))
    return countRows;
  return filters.every((name) => name === 'status') ? sumTotals : sumCounts;
}

/** From a few rows that hold every status. */
function sumTotals(filters: Filters): Count {
  return preparedQuery(
    (_, values) => sql`
    select sum(leads) as leads from lead_totals
    where tenant_id = ${values.tenantId} and archived = ${values.archived}
      and ${and([sql`true`, ...conditionsOf(filters, values)])}`,
  );
}

/** From the cube. */
function sumCounts(filters: Filters): Count {
  return preparedQuery(
    (_, values) => sql`
    select sum(leads) as leads from lead_counts
    where tenant_id = ${values.tenantId} and archived = ${values.archived}
      and ${and(conditionsOf(filters, values))}`,
  );
}

/** From an index over the leads, or from the leads that one over texts finds. */
function countRows(filters: Filters): Count {
  const look = 'by text';
  return preparedQuery(
    (_, values) => sql`
    select count(*) as leads from ${sql.table(sourceOf(filters))}
    where tenant_id = ${values.tenantId} and archived = ${values.archived}
      and ${and(conditionsOf(filters, values, { look }))}`,
  );
}

/** Those that have the least priority that is wanted by what is stored, but not by what it is now. */
function countFallen(filters: Filters): Count {
  return preparedQuery(
    (_, values) => sql`
    select count(*) as leads from leads
    where tenant_id = ${values.tenantId} and ${isDue(values)} and archived = ${values.archived}
      and ${and(conditionsOf(filters, values))}
      and ${fallenPriority(values)} < ${values.min_priority}`,
  );
}
