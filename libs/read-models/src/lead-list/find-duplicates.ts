import type { Reading } from '@leadlog/database/database';
import type { LeadTable, Tables } from '@leadlog/database/tables';
import { fold } from '@leadlog/domain/folding';
import { isErased, type Lead } from '@leadlog/domain/lead';
import {
  sql,
  type Expression,
  type ExpressionBuilder,
  type SelectQueryBuilder,
  type SqlBool,
} from 'kysely';
import { asciiDomain, toListedLead, type ListedLead } from './lead-rows';

/** Why two leads may be the same, in the order in which it is told. */
export type DuplicateReason = 'domain' | 'email' | 'name';

/** What is known of a lead that may be there already. */
export interface KnownOfLead {
  name: string | null;
  domain: string | null;
  emails: readonly string[];
}

export interface Duplicate extends ListedLead {
  reasons: DuplicateReason[];
}

export const MAX_DUPLICATES = 20;

/**
 * Leads that are looked at for each reason, the oldest first, as thousands may share a domain. Those
 * that are found for one reason are told with all of theirs.
 */
const CANDIDATES = 1000;

/** What is known, in the forms by which the list's indexes find it. */
interface Sought {
  domain: string | null;
  emails: readonly string[];
  name: string | null;
}

/**
 * Leads that have the domain, one of the e-mails or the name, archived ones among them, but for
 * `except`: those with the most reasons first, then by priority as it was settled last.
 */
export async function findDuplicates(
  reading: Reading,
  tenantId: string,
  known: KnownOfLead,
  now: Date,
  except: number | null = null,
): Promise<Duplicate[]> {
  const sought = toSought(known);
  const byEmail = leadsByEmail(reading, tenantId, sought);
  const found = union([...leadsByColumn(reading, tenantId, sought), ...byEmail]);
  if (found === null) return [];
  const rows = await reading
    .selectFrom('leads')
    .selectAll('leads')
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', found)
    .$if(except !== null, (leads) => leads.where('id', '!=', except))
    .orderBy((leads) => numberOfReasons(leads, sought, union(byEmail)), 'desc')
    .orderBy('priority', 'desc')
    .orderBy('id')
    .limit(MAX_DUPLICATES)
    .execute();
  return rows.map((row) => {
    const listed = toListedLead(row, now);
    return { ...listed, reasons: reasonsOf(row, listed.lead, sought) };
  });
}

function toSought({ name, domain, emails }: KnownOfLead): Sought {
  return {
    domain: domain === null ? null : asciiDomain(domain),
    emails: [...new Set(emails.map(fold))],
    name: name === null ? null : fold(name),
  };
}

type Ids = SelectQueryBuilder<Tables, never, { id: number }>;

/** All of them once; null where there is none. */
function union([first, ...others]: readonly Ids[]): Ids | null {
  return first === undefined ? null : others.reduce((all, more) => all.union(more), first);
}

function leadsByColumn(reading: Reading, tenantId: string, { domain, name }: Sought): Ids[] {
  const leads = reading
    .selectFrom('leads')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .orderBy('id')
    .limit(CANDIDATES);
  return [
    ...(domain === null ? [] : [leads.where('domain_ascii', '=', domain)]),
    // By the index that sorts by name, in which archived leads stand apart.
    ...(name === null
      ? []
      : [0, 1].map((archived) =>
          leads.where('archived', '=', archived).where('name_folded', '=', name),
        )),
  ].map((limited) => reading.selectFrom(limited.as('found')).select('found.id'));
}

/**
 * Written so that SQLite has no choice: without statistics it takes a tenant to have ten rows, and a
 * walk through all of them to be cheaper than a join, or than a look for several values in an index.
 */
function leadsByEmail(reading: Reading, tenantId: string, { emails }: Sought): Ids[] {
  const contactsBy = (email: string) =>
    reading
      .selectFrom('contact_emails')
      .select('contact_id')
      .where('tenant_id', '=', tenantId)
      .where('value_folded', '=', email)
      .orderBy('contact_id')
      .limit(Math.ceil(CANDIDATES / emails.length));
  const leadOf = (found: ExpressionBuilder<Tables & { found: { contact_id: number } }, 'found'>) =>
    found
      .selectFrom('contacts')
      .select('lead_id')
      .where('tenant_id', '=', tenantId)
      .whereRef('id', '=', 'found.contact_id');
  return emails.map((email) =>
    reading
      .selectFrom(contactsBy(email).as('found'))
      .select((found) => leadOf(found).as('id'))
      .$castTo<{ id: number }>(),
  );
}

function numberOfReasons(
  leads: ExpressionBuilder<Tables, 'leads'>,
  { domain, name }: Sought,
  byEmail: Ids | null,
): Expression<number> {
  const one = (holds: Expression<SqlBool>) =>
    leads.case().when(holds).then(sql.lit(1)).else(sql.lit(0)).end();
  return sql<number>`${sql.join(
    [
      ...(domain === null ? [] : [one(leads('domain_ascii', '=', domain))]),
      ...(byEmail === null ? [] : [one(leads('id', 'in', byEmail))]),
      ...(name === null ? [] : [one(leads('name_folded', '=', name))]),
    ],
    sql` + `,
  )}`;
}

function reasonsOf(row: LeadTable, lead: Lead, { domain, emails, name }: Sought) {
  const contact = lead.primary_contact;
  const own = contact && !isErased(contact) ? contact.emails : [];
  const holds: Record<DuplicateReason, boolean> = {
    domain: domain !== null && row.domain_ascii === domain,
    email: own.some(({ value }) => emails.includes(fold(value))),
    name: name !== null && row.name_folded === name,
  };
  return (Object.keys(holds) as DuplicateReason[]).filter((reason) => holds[reason]);
}
