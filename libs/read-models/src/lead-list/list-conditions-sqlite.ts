import { fold } from '@leadlog/domain/folding';
import type { Placeholders } from '@leadlog/database/prepared-query';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { momentOf, type Moment } from './due-priorities';
import { letterBit } from './letters';
import type { LeadFilter, ListQuery } from './list-query';
import { isShort, quoted } from './search-index-sqlite';
import { CONTACT_LEAD_ID, type RowIds } from './search-row-ids';

/** What is asked of each lead, as statements take it. */
export interface Wanted {
  /** A folded part of name or domain. */
  text: string;
  /** The bit of a common character of name or domain. */
  letter: number;
  status: string;
  industry: string;
  min_priority: number;
  owner: string;
  /** A folded part of the contact's names or e-mails, as the index over these is asked for it. */
  contact: string;
  /** One that is shorter than a trigram. */
  contact_part: string;
}

/** The values of a statement that chooses leads. */
export interface Choice extends Wanted, Moment, RowIds {
  tenantId: string;
  archived: number;
}

export type Values = Placeholders<Choice>;
export type Condition = RawBuilder<SqlBool>;
/** How a condition names a column: for an index to be searched by, or not. */
type NameColumn = (column: string) => RawBuilder<unknown>;

/** A filter of the list is one entry here and one in the contract's schema. */
const CONDITIONS: {
  [Name in keyof Wanted]: (values: Values, column: NameColumn) => Condition;
} = {
  text: ({ text }) => sql`(instr(name_folded, ${text}) > 0 or instr(domain_folded, ${text}) > 0)`,
  letter: ({ letter }) => sql`letters & ${letter} <> 0`,
  status: ({ status }, column) => sql`${column('status')} = ${status}`,
  industry: ({ industry }, column) => sql`${column('industry')} = ${industry}`,
  min_priority: ({ min_priority }, column) => sql`${column('priority')} >= ${min_priority}`,
  owner: ({ owner }, column) => sql`${column('owner')} = ${owner}`,
  contact: (values) => sql`id in (${leadsOfContacts(values)})`,
  contact_part: ({ tenantId, contact_part: part }) => sql`exists (
    select 1 from contacts
    where tenant_id = ${tenantId} and lead_id = leads.id and (instr(name_folded, ${part}) > 0 or exists (
      select 1 from contact_emails as email
      where email.tenant_id = contacts.tenant_id and email.contact_id = contacts.id
        and instr(email.value_folded, ${part}) > 0
    ))
  )`,
};

type ContactValues = Pick<Values, 'contact' | 'before' | 'last'>;

/** The leads of these contacts. */
export function leadsOfContacts(values: ContactValues): RawBuilder<unknown> {
  return sql`select ${CONTACT_LEAD_ID} from contact_search where ${contactMatches(values)}`;
}

/**
 * The leads whose contact has a part that is shorter than a trigram, all at once: two walks, through
 * e-mails and contacts. To look for the contact of each e-mail that matches, where most do, takes seconds.
 */
export function leadsOfContactPart({ tenantId, contact_part: part }: Values): RawBuilder<unknown> {
  return sql`
    select lead_id from contacts
    where tenant_id = ${tenantId} and (instr(name_folded, ${part}) > 0 or +id in (
      select contact_id from contact_emails
      where tenant_id = ${tenantId} and instr(value_folded, ${part}) > 0
    ))`;
}

/** The tenant's contacts whose names or e-mails are asked for, in the index over these. */
export function contactMatches({ contact, before, last }: ContactValues): Condition {
  return sql`contact_search match ${contact} and rowid > ${before} and rowid <= ${last}`;
}

/**
 * The conditions of these filters. An index is searched by those of `leading` alone, and the others
 * looked at as it passes by: without statistics SQLite would choose in the dark, but it searches no
 * index by a column with a plus before it. `priority` says how a priority is read.
 */
export function conditionsOf(
  filters: readonly (keyof Wanted)[],
  values: Values,
  {
    leading = [],
    priority,
  }: { leading?: readonly (keyof Wanted | undefined)[]; priority?: RawBuilder<number> } = {},
): Condition[] {
  return filters.map((name) =>
    CONDITIONS[name](values, (column) => {
      if (name === 'min_priority' && priority) return priority;
      return leading.includes(name) ? sql.ref(column) : sql`+${sql.ref(column)}`;
    }),
  );
}

export const and = (conditions: readonly Condition[]): Condition =>
  sql.join(conditions, sql` and `);

/** What is asked for, in the order in which an index serves it best. */
const ORDER = [
  'owner',
  'industry',
  'status',
  'contact',
  'contact_part',
  'text',
  'letter',
  'min_priority',
] as const satisfies readonly (keyof Wanted)[];

/** A query's filters and their values; an absent one has no value. */
export function choiceOf(
  tenantId: string,
  { filter, archived }: Pick<ListQuery, 'filter' | 'archived'>,
  now: Date,
): { filters: (keyof Wanted)[]; values: Choice } {
  const { q, contact, ...others } = filter;
  const wanted = { ...others, ...wantedText(q), ...wantedContact(contact) };
  return {
    filters: ORDER.filter((name) => wanted[name as keyof typeof wanted] !== undefined),
    // A statement asks for the values of the filters that it was built for alone.
    values: { ...wanted, tenantId, archived: archived ? 1 : 0, ...momentOf(now) } as Choice,
  };
}

function wantedText(q: LeadFilter['q']): Partial<Pick<Wanted, 'text' | 'letter'>> {
  if (q === undefined) return {};
  const text = fold(q);
  const letter = letterBit(text);
  return letter === null ? { text } : { letter };
}

function wantedContact(
  contact: LeadFilter['contact'],
): Partial<Pick<Wanted, 'contact' | 'contact_part'>> {
  if (contact === undefined) return {};
  const text = fold(contact);
  return isShort(text) ? { contact_part: text } : { contact: quoted(text) };
}
