import type { Reading } from '@leadlog/database/database';
import { preparedQuery, type Placeholders } from '@leadlog/database/prepared-query';
import { sql, type RawBuilder } from 'kysely';
import { fallenPriority, isDue, isSettled, priorityNow, type Due } from './due-priorities';
import { SHOWN_COLUMNS } from './lead-rows';
import {
  and,
  conditionsOf,
  sourceOf,
  type Choice,
  type Condition,
  type Wanted,
} from './list-conditions-postgres';
import { afterStart, SORTED_BY, type FoundLead, type PageCut, type PageStart } from './list-page';
import type { ListSelection } from './list-query';
import { statementPerShape } from './statement-per-shape';

/** By which way the leads of a page are found. */
export type Access =
  /** In the order of an index, passing over those that are not wanted. */
  | 'walk'
  /** All that are wanted, which are few, and then sorted. */
  | 'gather';

/** What the statement of a page depends on, besides values. */
export interface PageShape extends Pick<ListSelection, 'sort'> {
  access: Access;
  filters: readonly (keyof Wanted)[];
  start: PageStart;
  /** How many stored priorities are not settled yet. */
  due: Due;
}

export type PageValues = Choice & PageCut;
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

/**
 * First which leads; then their rows, by an array of their numbers: of a join the planner, who is not
 * told how long a page is, may believe that it is better made with all rows of the tenant.
 */
function pageStatement(shape: PageShape): PageStatement {
  return preparedQuery<PageValues, FoundLead>((_, values) => {
    const found = shape.access === 'gather' ? gathered(shape, values) : walked(shape, values);
    return sql<FoundLead>`
      with found as materialized (${found}),
      page as materialized (
        select id, key from found
        order by ${orderOf(shape, sql.ref('key'))} limit ${values.limit} offset ${values.offset}
      )
      select ${sql.join(SHOWN_COLUMNS.map((column) => sql.ref(`leads.${column}`)))}, page.key
      from leads join page on page.id = leads.id
      where leads.tenant_id = ${values.tenantId} and leads.id = any(array(select id from page))
      order by ${orderOf(shape, sql.ref('page.key'), sql.ref('page.id'))}`;
  });
}

function orderOf(
  { sort }: PageShape,
  key: RawBuilder<unknown>,
  id: RawBuilder<unknown> = sql.ref('id'),
): RawBuilder<unknown> {
  return sql`${key} ${directionOf(sort)} nulls last, ${id}`;
}

const directionOf = ({ descending }: PageShape['sort']) => sql.raw(descending ? 'desc' : 'asc');

/** Parts of an index, each as long as the page reaches; what has fallen since is added whole. */
function walked(shape: PageShape, values: Values): RawBuilder<unknown> {
  const { sort, filters, due } = shape;
  const dependsOnTime = sort.column === 'priority' && due !== 'none';
  const conditions = dependsOnTime
    ? [...conditionsOf(filters, values), isSettled(values)]
    : conditionsOf(filters, values, { priority: priorityOf(shape, values) });
  const parts = rangesOf(shape, values).map((range) => part(shape, values, range, conditions));
  if (dependsOnTime) parts.push(stillDue(shape, values));
  return sql.join(parts, sql` union all `);
}

/** A part of an index, and which way it goes. */
interface Range {
  where: Condition[];
  direction: RawBuilder<unknown>;
}

/** What is equal to the cursor's value, beyond it, and null. */
function rangesOf({ sort, start }: PageShape, values: Values): Range[] {
  const column = sql.ref(SORTED_BY[sort.column]);
  const direction = directionOf(sort);
  const later: Condition = sql`id > ${values.id}`;
  const nullsAnd = (...more: Condition[]): Range => ({
    where: [sql`${column} is null`, ...more],
    direction: sql.raw('asc'),
  });
  if (start === 'after null') return [nullsAnd(later)];
  const nulls = sort.column === 'last_activity_at' ? [nullsAnd()] : [];
  if (start === 'offset') return [{ where: [sql`${column} is not null`], direction }, ...nulls];
  const beyond = sql.raw(sort.descending ? '<' : '>');
  return [
    { where: [sql`${column} = ${values.value}`, later], direction },
    { where: [sql`${column} ${beyond} ${values.value}`], direction },
    ...nulls,
  ];
}

function part(
  { sort }: PageShape,
  values: Values,
  { where, direction }: Range,
  conditions: readonly Condition[],
): RawBuilder<unknown> {
  const column = sql.ref(SORTED_BY[sort.column]);
  return sql`(
    select id, ${column} as key from leads
    where tenant_id = ${values.tenantId} and archived = ${values.archived}
      and ${and([...where, ...conditions])}
    order by ${column} ${direction}, id limit ${values.reach}
  )`;
}

/** The rows whose priority has fallen and is not settled yet, by the one that they have now. */
function stillDue(shape: PageShape, values: Values): RawBuilder<unknown> {
  const priority = fallenPriority(values);
  const conditions = [
    ...conditionsOf(shape.filters, values, { priority }),
    afterStart(shape, values, priority),
  ];
  return sql`
    select id, ${priority} as key from leads
    where tenant_id = ${values.tenantId} and ${isDue(values)} and archived = ${values.archived}
      and ${and(conditions)}`;
}

function gathered(shape: PageShape, values: Values): RawBuilder<unknown> {
  const { sort, filters } = shape;
  const priority = priorityOf(shape, values);
  const key = sort.column === 'priority' ? priority : sql.ref(SORTED_BY[sort.column]);
  const conditions = [
    ...conditionsOf(filters, values, { look: 'by text', priority }),
    afterStart(shape, values, key),
  ];
  return sql`
    select id, ${key} as key from ${sql.table(sourceOf(filters))}
    where tenant_id = ${values.tenantId} and archived = ${values.archived} and ${and(conditions)}`;
}

/** The priority that a row has now. */
function priorityOf({ due }: PageShape, values: Values): RawBuilder<number> {
  return due === 'none' ? sql.ref<number>('priority') : priorityNow(values);
}
