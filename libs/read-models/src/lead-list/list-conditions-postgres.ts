import { fold } from '@leadlog/domain/folding';
import type { Placeholders } from '@leadlog/database/prepared-query';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { momentOf, type Moment } from './due-priorities';
import { letterBit } from './letters';
import type { LeadFilter, ListQuery } from './list-query';

/** What is asked of each lead, as statements take it. */
export interface Wanted {
  /** A folded part of name or domain. */
  text: string;
  /** One that is shorter than a trigram. */
  short: string;
  /** The bit of a common character of name or domain. */
  letter: number;
  status: string;
  industry: string;
  min_priority: number;
  owner: string;
  /** A folded part of the contact's names or e-mails. */
  contact: string;
}

/** The values of a statement that chooses leads. */
export interface Choice extends Wanted, Moment {
  tenantId: string;
  archived: number;
  /** Patterns for `text` and `contact`, as the indexes over texts are asked for them. */
  textPattern: string;
  contactPattern: string;
}

export type Values = Placeholders<Choice>;
export type Condition = RawBuilder<SqlBool>;

/**
 * How leads are looked for: by an index over texts, in the view that has one; or one after the other,
 * by conditions of which the planner does not expect that hardly any lead meets them.
 */
export type Look = 'by text' | 'one by one';

interface Reads {
  look: Look;
  priority: RawBuilder<number>;
}

/** A filter of the list is one entry here and one in the contract's schema. */
const CONDITIONS: { [Name in keyof Wanted]: (values: Values, reads: Reads) => Condition } = {
  text: ({ text, textPattern }, { look }) =>
    look === 'by text' ? sql`text like ${textPattern}` : isIn(text),
  short: ({ short }) => isIn(short),
  letter: ({ letter }) => sql`letters & ${letter} <> 0`,
  status: ({ status }) => sql`status = ${status}`,
  industry: ({ industry }) => sql`industry = ${industry}`,
  min_priority: ({ min_priority }, { priority }) => sql`${priority} >= ${min_priority}`,
  owner: ({ owner }) => sql`owner = ${owner}`,
  contact: (values, { look }) => (look === 'by text' ? hasFound(values) : hasContact(values)),
};

const isIn = (part: string): Condition =>
  sql`(strpos(name_folded, ${part}) > 0 or strpos(domain_folded, ${part}) > 0)`;

/** As an array: of a join the planner would take the matches to be few, and look each up for itself. */
const hasFound = ({ tenantId, contactPattern }: Values): Condition => sql`
  primary_contact_id = any(array(
    select contact_id from contact_search
    where tenant_id = ${tenantId} and text like ${contactPattern}
  ))`;

/** By the keys of contact and e-mails: a value, which the planner has to ask of each lead. */
const hasContact = ({ tenantId, contact }: Values): Condition => sql`coalesce((
  select strpos(name_folded, ${contact}) > 0 or (
    select coalesce(bool_or(strpos(value_folded, ${contact}) > 0), false) from contact_emails
    where tenant_id = ${tenantId} and contact_id = contacts.id
  )
  from contacts where tenant_id = ${tenantId} and id = primary_contact_id
), false)`;

/** The conditions of these filters; `priority` says how a priority is read. */
export function conditionsOf(
  filters: readonly (keyof Wanted)[],
  values: Values,
  { look = 'one by one', priority = sql.ref('priority') }: Partial<Reads> = {},
): Condition[] {
  return filters.map((name) => CONDITIONS[name](values, { look, priority }));
}

/** Where leads are looked for by text: in the view that has an index over texts where one is asked. */
export function sourceOf(filters: readonly (keyof Wanted)[]): 'leads' | 'lead_search' {
  return filters.includes('text') ? 'lead_search' : 'leads';
}

export const and = (conditions: readonly Condition[]): Condition =>
  sql.join(conditions, sql` and `);

/** A query's filters and their values; an absent one has no value. */
export function choiceOf(
  tenantId: string,
  { filter, archived }: Pick<ListQuery, 'filter' | 'archived'>,
  now: Date,
): { filters: (keyof Wanted)[]; values: Choice } {
  const { q, contact: part, ...others } = filter;
  const contact = part === undefined ? undefined : fold(part);
  const wanted = { ...others, ...wantedText(q), contact };
  return {
    // In one order, so that the same filters are the same statement.
    filters: (Object.keys(CONDITIONS) as (keyof Wanted)[]).filter(
      (name) => wanted[name as keyof typeof wanted] !== undefined,
    ),
    // A statement asks for the values of the filters that it was built for alone.
    values: {
      ...wanted,
      textPattern: containing(wanted.text ?? ''),
      contactPattern: containing(contact ?? ''),
      ...{ tenantId, archived: archived ? 1 : 0 },
      ...momentOf(now),
    } as Choice,
  };
}

function wantedText(q: LeadFilter['q']): Partial<Pick<Wanted, 'text' | 'short' | 'letter'>> {
  if (q === undefined) return {};
  const text = fold(q);
  const letter = letterBit(text);
  if (letter !== null) return { letter };
  return [...text].length < 3 ? { short: text } : { text };
}

/** The pattern of texts that contain this one, in which nothing stands for anything else. */
function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
