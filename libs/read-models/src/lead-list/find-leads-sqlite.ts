import type { Reading } from '@leadlog/database/database';
import { preparedQuery, type Placeholders } from '@leadlog/database/prepared-query';
import type { LeadTable } from '@leadlog/database/tables';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { fallenPriority, isDue, isSettled, priorityNow } from './due-priorities';
import {
  and,
  conditionsOf,
  type Choice,
  type Condition,
  type Wanted,
} from './list-conditions-sqlite';
import type { SortColumn } from './list-query';
import {
  isOutsideSearch,
  matches,
  searchConditions,
  type SearchValues,
} from './search-conditions-sqlite';
import { ROW_ID } from './search-row-ids';

/** By which way the leads of a page are found. */
export type Access =
  /** In the order of an index, passing over those that are not wanted. */
  | 'walk'
  /** All that are wanted, which are few, and then sorted. */
  | 'gather'
  /** In the order of the search index, which is that of priority. */
  | 'search';

/** What the statement of a page depends on, besides values. */
export interface PageShape {
  access: Access;
  filters: readonly (keyof Wanted)[];
  sort: { column: SortColumn; descending: boolean };
  /** At an offset, or after a lead that has a value in the column, or none. */
  start: 'offset' | 'after value' | 'after null';
  /** Some stored priorities are not settled yet. */
  isAnyDue: boolean;
}

export interface PageValues extends Choice, SearchValues {
  limit: number;
  offset: number;
  /** Rows from which `offset` and `limit` cut the page. */
  reach: number;
  /** Where the page goes on: the value of the column that is sorted by, and the lead. */
  value: string | number;
  id: number;
}

type Values = Placeholders<PageValues>;

/** A lead of a page, with what it is sorted by. */
export type FoundLead = LeadTable & { key: string | number | null };

/** Folded names sort by code point; the other columns sort as they are. */
const COLUMNS = {
  priority: 'priority',
  name: 'name_folded',
  created_at: 'created_at',
  updated_at: 'updated_at',
  last_activity_at: 'last_activity_at',
} as const satisfies Record<SortColumn, keyof LeadTable>;

type PageStatement = (reading: Reading, values: PageValues) => Promise<FoundLead[]>;
const statements = new Map<string, PageStatement>();

/** The leads of a page, in its order. */
export function findLeads(
  reading: Reading,
  shape: PageShape,
  values: PageValues,
): Promise<FoundLead[]> {
  const name = JSON.stringify(shape);
  let statement = statements.get(name);
  if (!statement) statements.set(name, (statement = pageStatement(shape)));
  return statement(reading, values);
}

/** First which leads, from indexes alone wherever that can be; then their rows. */
function pageStatement(shape: PageShape): PageStatement {
  return preparedQuery<PageValues, FoundLead>((_, values) => {
    const order = orderOf(shape, sql.ref('key'));
    return sql<FoundLead>`
      select leads.*, page.key
      from (
        ${sql.join(partsOf(shape, values), sql` union all `)}
        order by ${order} limit ${values.limit} offset ${values.offset}
      ) as page
      join leads on leads.tenant_id = ${values.tenantId} and leads.id = page.id
      order by ${orderOf(shape, sql.ref('page.key'), sql.ref('page.id'))}`;
  });
}

function orderOf(
  { sort }: PageShape,
  key: RawBuilder<unknown>,
  id: RawBuilder<unknown> = sql.ref('id'),
): RawBuilder<unknown> {
  const direction = sql.raw(sort.descending ? 'desc' : 'asc');
  // Where no value is null, an order with a rule for nulls would keep SQLite from using the index.
  const nulls = sql.raw(sort.column === 'last_activity_at' ? 'nulls last' : '');
  return sql`${key} ${direction} ${nulls}, ${id}`;
}

function partsOf(shape: PageShape, values: Values): RawBuilder<unknown>[] {
  if (shape.access === 'gather') return [gathered(shape, values)];
  const first = shape.access === 'search' ? [searched(shape, values)] : walked(shape, values);
  const dependsOnTime = shape.sort.column === 'priority' && shape.isAnyDue;
  return dependsOnTime ? [...first, stillDue(shape, values)] : first;
}

/** Parts of an index, each in its order: what is equal to the cursor's value, beyond it, and null. */
function walked(shape: PageShape, values: Values): RawBuilder<unknown>[] {
  const { sort, start } = shape;
  const column = sql.ref(COLUMNS[sort.column]);
  const wanted = walkConditions(shape, values);
  const part = (...more: Condition[]) => sql`
    select id, ${column} as key from leads
    where tenant_id = ${values.tenantId} and archived = ${values.archived}
      ${sql.join(
        [...more, ...wanted].map((condition) => sql`and ${condition}`),
        sql` `,
      )}`;
  const later = sql<SqlBool>`id > ${values.id}`;
  const nulls = sort.column === 'last_activity_at' ? [sql<SqlBool>`${column} is null`] : [];
  if (start === 'offset') return [part()];
  if (start === 'after null') return [part(...nulls, later)];
  return [
    part(sql`${column} = ${values.value}`, later),
    part(sql`${column} ${sql.raw(sort.descending ? '<' : '>')} ${values.value}`),
    ...nulls.map((isNull) => part(isNull)),
  ];
}

/** By priority there is an index for each filter; other orders have one, which looks at the filters. */
function walkConditions({ sort, filters, isAnyDue }: PageShape, values: Values): Condition[] {
  if (sort.column !== 'priority')
    return conditionsOf(filters, values, isAnyDue ? { priority: priorityNow(values) } : {});
  const conditions = conditionsOf(filters, values, { leading: [filters[0], 'min_priority'] });
  return isAnyDue ? [...conditions, isSettled(values)] : conditions;
}

/** The rows whose priority has fallen and is not settled yet, by the one that they have now. */
function stillDue(shape: PageShape, values: Values): RawBuilder<unknown> {
  const priority = fallenPriority(values);
  return sql`
    select id, ${priority} as key from leads
    where tenant_id = ${values.tenantId} and ${isDue(values)} and +archived = ${values.archived}
      and ${and([...conditionsOf(shape.filters, values, { priority }), afterStart(shape, values, priority)])}`;
}

function gathered(shape: PageShape, values: Values): RawBuilder<unknown> {
  const { sort, filters, isAnyDue } = shape;
  const priority = isAnyDue ? priorityNow(values) : sql<number>`+priority`;
  const key = sort.column === 'priority' ? priority : sql`+${sql.ref(COLUMNS[sort.column])}`;
  const isBySearch = filters.includes('text');
  const isById = isBySearch || filters.includes('contact');
  const leading = isById ? [] : [filters[0], 'min_priority' as const];
  const conditions = conditionsOf(
    filters.filter((name) => name !== 'text'),
    values,
    isAnyDue ? { leading, priority } : { leading },
  );
  if (isBySearch) conditions.push(sql`id in (${matches(filters, values)})`);
  return sql`
    select id, ${key} as key from leads
    where tenant_id = ${values.tenantId} and archived = ${values.archived}
      and ${and([...conditions, afterStart(shape, values, key)])}`;
}

/** Whether a row stands behind the cursor; for rows that are sorted afterwards. */
function afterStart(
  { start, sort }: PageShape,
  { value, id }: Values,
  key: RawBuilder<unknown>,
): Condition {
  if (start === 'offset') return sql`true`;
  const later = sql`id > ${id}`;
  if (start === 'after null') return sql`${key} is null and ${later}`;
  const beyond = sql.raw(sort.descending ? '<' : '>');
  return sql`(${key} ${beyond} ${value} or (${key} = ${value} and ${later}) or ${key} is null)`;
}

/** The part of the search index before the page ends; its order is that of priority. */
function searched({ filters, isAnyDue }: PageShape, values: Values): RawBuilder<unknown> {
  const looked = conditionsOf(filters.filter(isOutsideSearch), values);
  if (isAnyDue) looked.push(isSettled(values));
  const ofLead = sql`
    and exists (
      select 1 from leads
      where tenant_id = ${values.tenantId} and id = ${ROW_ID.leadId} and ${and(looked)}
    )`;
  return sql`
    select * from (
      select ${ROW_ID.leadId} as id, ${ROW_ID.priority} as key from lead_search
      where ${searchConditions(filters, values)} ${looked.length > 0 ? ofLead : sql``}
      order by rowid limit ${values.reach}
    )`;
}
