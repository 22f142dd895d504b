import { fold } from '@leadlog/domain/folding';
import type { Placeholders } from '@leadlog/database/prepared-query';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { momentOf, type Moment } from './due-priorities';
import { letterBit } from './letters';
import type { LeadFilter, ListQuery } from './list-query';

/** What is asked of each lead, as statements take it. */
export interface Wanted {
  /** A pattern for a line of name and domain. */
  text: string;
  /** The bit of a common character of name or domain. */
  letter: number;
  status: string;
  industry: string;
  min_priority: number;
  owner: string;
  /** A pattern for one of the contact's names and e-mails. */
  contact: string;
}

/** The values of a statement that chooses leads. */
export interface Choice extends Wanted, Moment {
  tenantId: string;
  archived: number;
}

export type Values = Placeholders<Choice>;
export type Condition = RawBuilder<SqlBool>;

/** Where leads are looked for: in their table, or in the view of it that has an index over texts. */
export type Source = 'leads' | 'lead_search';

interface Reads {
  source: Source;
  priority: RawBuilder<number>;
}

/** A filter of the list is one entry here and one in the contract's schema. */
const CONDITIONS: { [Name in keyof Wanted]: (values: Values, reads: Reads) => Condition } = {
  text: ({ text }, { source }) =>
    source === 'lead_search'
      ? sql`text like ${text}`
      : sql`(name_folded like ${text} or domain_folded like ${text})`,
  letter: ({ letter }) => sql`letters & ${letter} <> 0`,
  status: ({ status }) => sql`status = ${status}`,
  industry: ({ industry }) => sql`industry = ${industry}`,
  min_priority: ({ min_priority }, { priority }) => sql`${priority} >= ${min_priority}`,
  owner: ({ owner }) => sql`owner = ${owner}`,
  contact: ({ tenantId, contact }) => sql`id in (
    select lead_id from contact_search where tenant_id = ${tenantId} and text like ${contact}
  )`,
};

/** The conditions of these filters; `priority` says how a priority is read. */
export function conditionsOf(
  filters: readonly (keyof Wanted)[],
  values: Values,
  { source = 'leads', priority = sql.ref('priority') }: Partial<Reads> = {},
): Condition[] {
  return filters.map((name) => CONDITIONS[name](values, { source, priority }));
}

export const and = (conditions: readonly Condition[]): Condition =>
  sql.join(conditions, sql` and `);

/** A query's filters and their values; an absent one has no value. */
export function choiceOf(
  tenantId: string,
  { filter, archived }: Pick<ListQuery, 'filter' | 'archived'>,
  now: Date,
): { filters: (keyof Wanted)[]; values: Choice } {
  const { q, contact, ...others } = filter;
  const wanted = {
    ...others,
    ...wantedText(q),
    contact: contact === undefined ? undefined : containing(fold(contact)),
  };
  return {
    // In one order, so that the same filters are the same statement.
    filters: (Object.keys(CONDITIONS) as (keyof Wanted)[]).filter(
      (name) => wanted[name as keyof typeof wanted] !== undefined,
    ),
    // A statement asks for the values of the filters that it was built for alone.
    values: { ...wanted, tenantId, archived: archived ? 1 : 0, ...momentOf(now) } as Choice,
  };
}

function wantedText(q: LeadFilter['q']): Partial<Pick<Wanted, 'text' | 'letter'>> {
  if (q === undefined) return {};
  const text = fold(q);
  const letter = letterBit(text);
  return letter === null ? { text: containing(text) } : { letter };
}

/** The pattern of texts that contain this one, in which nothing stands for anything else. */
function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
