import type { Reading } from '@leadlog/database/database';
import { preparedQuery, type Placeholders } from '@leadlog/database/prepared-query';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { fallenPriority, isDue, isSettled, priorityNow, type Due } from './due-priorities';
import {
  and,
  conditionsOf,
  leadsOfContactPart,
  type Choice,
  type Condition,
  type Wanted,
} from './list-conditions-sqlite';
import { SHOWN_COLUMNS } from './lead-rows';
import { afterStart, SORTED_BY, type FoundLead, type PageCut, type PageStart } from './list-page';
import type { SortColumn } from './list-query';
import {
  isOfContact,
  isOutsideSearch,
  matches,
  searchConditions,
  type SearchValues,
} from './search-conditions-sqlite';
import { ROW_ID } from './search-row-ids';
import { statementPerShape } from './statement-per-shape';

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
  start: PageStart;
  /** How many stored priorities are not settled yet. */
  due: Due;
}

export interface PageValues extends Choice, SearchValues, PageCut {
  /** The row id of the search index after which the page goes on. */
  resume: bigint;
}

type Values = Placeholders<PageValues>;

type PageStatement = (reading: Reading, values: PageValues) => Promise<FoundLead[]>;
const statementOf = statementPerShape(pageStatement);

/** The leads of a page, in its order. */
export function findLeads(
  reading: Reading,
  shape: PageShape,
  values: PageValues,
): Promise<FoundLead[]> {
  return statementOf(shape)(reading, values);
}

/** First which leads, from indexes alone wherever that can be; then their rows. */
function pageStatement(shape: PageShape): PageStatement {
  return preparedQuery<PageValues, FoundLead>((_, values) => {
    const order = orderOf(shape, sql.ref('key'));
    return sql<FoundLead>`
      select ${sql.join(SHOWN_COLUMNS.map((column) => sql.ref(`leads.${column}`)))}, page.key
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
  const dependsOnTime = shape.sort.column === 'priority' && shape.due !== 'none';
  return dependsOnTime ? [...first, stillDue(shape, values)] : first;
}

/** Parts of an index, each in its order: what is equal to the cursor's value, beyond it, and null. */
function walked(shape: PageShape, values: Values): RawBuilder<unknown>[] {
  const { sort, start } = shape;
  const column = sql.ref(SORTED_BY[sort.column]);
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
export function walkConditions({ sort, filters, due }: PageShape, values: Values): Condition[] {
  const isByPriority = sort.column === 'priority';
  const inIndex = filters.filter((name) => (isByPriority ? name !== 'text' : IN_ALL.has(name)));
  const conditions = conditionsOf(inIndex, values, {
    leading: isByPriority ? [filters[0], 'min_priority'] : [],
  });
  if (isByPriority && due !== 'none') conditions.push(isSettled(values));
  const others = filters.filter((name) => !inIndex.includes(name));
  if (others.length === 0) return conditions;
  return [
    ...conditions,
    ofRow(conditionsOf(others, values, { priority: priorityOf(due, values) }), values),
  ];
}

/** What every index over the list tells of a lead. */
const IN_ALL: ReadonlySet<keyof Wanted> = new Set([
  'status',
  'industry',
  'contact',
  'contact_part',
]);

/**
 * Conditions that are looked up in the row, apart: or SQLite may find the row so worth having at once
 * that it walks through all of the tenant's.
 */
function ofRow(conditions: readonly Condition[], { tenantId }: Values): Condition {
  return sql`exists (
    select 1 from leads as whole
    where whole.tenant_id = ${tenantId} and whole.id = leads.id and ${and(conditions)}
  )`;
}

/** The rows whose priority has fallen and is not settled yet, by the one that they have now. */
function stillDue(shape: PageShape, values: Values): RawBuilder<unknown> {
  const { due, filters } = shape;
  const priority = fallenPriority(values);
  // Rows that are many are not looked up for their texts: the index over these tells which match.
  const isMatched = due === 'many' && filters.includes('text');
  const conditions = [
    ...conditionsOf(isMatched ? withoutText(filters) : filters, values, { priority }),
    ...(isMatched ? [sql<SqlBool>`+id in (${matches(filters, values)})`] : []),
    afterStart(shape, values, priority),
  ];
  return sql`
    select id, ${priority} as key from leads
    where tenant_id = ${values.tenantId} and ${isDue(values)} and +archived = ${values.archived}
      and ${and(conditions)}`;
}

/** First which leads, from an index alone, so that none is looked up that is not wanted. */
function gathered({ sort, filters, start, due }: PageShape, values: Values): RawBuilder<unknown> {
  const priority = priorityOf(due, values);
  const key = sort.column === 'priority' ? priority : sql`+${sql.ref(SORTED_BY[sort.column])}`;
  const looked = withoutText(filters).filter((name) => name !== 'contact_part');
  const conditions = conditionsOf(looked, values, { priority });
  if (filters.includes('text')) conditions.push(sql`id in (${matches(filters, values)})`);
  if (filters.includes('contact_part')) conditions.push(sql`id in (${leadsOfContactPart(values)})`);
  if (!filters.some((name) => name === 'text' || isOfContact(name)))
    conditions.push(sql`id in (${chosen(filters, values)})`);
  return sql`
    select id, ${key} as key from leads
    where tenant_id = ${values.tenantId} and +archived = ${values.archived}
      and ${and([...conditions, afterStart({ start, sort }, values, key)])}`;
}

/** Leads from an index; a priority that is high enough now was so when it was stored. */
function chosen(filters: PageShape['filters'], values: Values): RawBuilder<unknown> {
  const conditions = conditionsOf(filters, values, { leading: [filters[0], 'min_priority'] });
  return sql`
    select id from leads
    where tenant_id = ${values.tenantId} and archived = ${values.archived} and ${and(conditions)}`;
}

/** The priority that a row has now. */
function priorityOf(due: Due, values: Values): RawBuilder<number> {
  return due === 'none' ? sql<number>`+priority` : priorityNow(values);
}

const withoutText = (filters: PageShape['filters']) => filters.filter((name) => name !== 'text');

/** The part of the search index before the page ends; its order is that of priority. */
function searched({ filters, due }: PageShape, values: Values): RawBuilder<unknown> {
  const looked = conditionsOf(filters.filter(isOutsideSearch), values);
  if (due !== 'none') looked.push(isSettled(values));
  const ofLead = sql`
    and exists (
      select 1 from leads
      where tenant_id = ${values.tenantId} and id = ${ROW_ID.leadId} and ${and(looked)}
    )`;
  return sql`
    select * from (
      select ${ROW_ID.leadId} as id, ${ROW_ID.priority} as key from lead_search
      where ${searchConditions(filters, values)} and rowid > ${values.resume}
        ${looked.length > 0 ? ofLead : sql``}
      order by rowid limit ${values.reach}
    )`;
}
