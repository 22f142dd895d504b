import type { Reading } from '@leadlog/database/database';
import type { LeadTable, Tables } from '@leadlog/database/tables';
import { fold } from '@leadlog/domain/folding';
import type { Industry, Status } from '@leadlog/domain/vocabulary';
import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import { toListedLeads, type ListedLead } from './lead-rows';
import { pageAfter, type Cursor } from './list-cursor';

export type SortColumn = 'priority' | 'name' | 'created_at' | 'updated_at' | 'last_activity_at';

export interface LeadFilter {
  /** Part of the name or domain, any case, literal. */
  q?: string | undefined;
  status?: Status | undefined;
  industry?: Industry | undefined;
  min_priority?: number | undefined;
  owner?: string | undefined;
  /** Part of the contact's names or e-mails, any case, literal. */
  contact?: string | undefined;
}

export interface ListQuery {
  filter: LeadFilter;
  /** False: leads that are not archived; true: those that are. */
  archived: boolean;
  sort: { column: SortColumn; descending: boolean };
  limit: number;
  /** Where the page starts: after so many leads, or after a lead. */
  start: { offset: number } | { after: Cursor };
}

export interface ListPage {
  items: ListedLead[];
  total: number;
  /** What to go on after, or null where the page is the last. */
  next: Cursor | null;
}

type LeadExpressions = ExpressionBuilder<Tables, 'leads'>;
type Condition = Expression<SqlBool>;

/** A filter of the list is one entry here and one in the contract's schema. */
const CONDITIONS: {
  [F in keyof LeadFilter]-?: (
    leads: LeadExpressions,
    value: NonNullable<LeadFilter[F]>,
  ) => Condition;
} = {
  q: (leads, q) => leads.or([contains('name_folded', q), contains('domain', q)]),
  status: (leads, status) => leads('status', '=', status),
  industry: (leads, industry) => leads('industry', '=', industry),
  min_priority: (leads, least) => leads('priority', '>=', least),
  owner: (leads, owner) => leads('owner', '=', owner),
  contact: (leads, part) =>
    leads.exists(
      leads
        .selectFrom('contacts')
        .leftJoin('contact_emails', (join) =>
          join
            .onRef('contact_emails.tenant_id', '=', 'contacts.tenant_id')
            .onRef('contact_emails.contact_id', '=', 'contacts.id'),
        )
        .select('contacts.id')
        .whereRef('contacts.tenant_id', '=', 'leads.tenant_id')
        .whereRef('contacts.id', '=', 'leads.primary_contact_id')
        .where((contacts) =>
          contacts.or([
            contains('contacts.name_folded', part),
            contains('contact_emails.value_folded', part),
          ]),
        ),
    ),
};

/** Whether a folded column holds the text, which is taken as it is: no pattern, no query syntax. */
function contains(column: string, text: string): Condition {
  return sql<SqlBool>`instr(${sql.ref(column)}, ${fold(text)}) > 0`;
}

/** Folded names sort by code point; the other columns sort as they are. */
const SORT_COLUMNS = {
  priority: 'priority',
  name: 'name_folded',
  created_at: 'created_at',
  updated_at: 'updated_at',
  last_activity_at: 'last_activity_at',
} as const satisfies Record<SortColumn, keyof LeadTable>;

/**
 * A page of a tenant's leads and how many match in all. Settle the tenant's priorities before.
 */
export async function listLeads(
  reading: Reading,
  tenantId: string,
  query: ListQuery,
): Promise<ListPage> {
  const matching = matchingLeads(reading, tenantId, query);
  const { total } = await matching
    .select((leads) => leads.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const column = SORT_COLUMNS[query.sort.column];
  const { descending } = query.sort;
  const started =
    'after' in query.start
      ? matching.where(pageAfter(column, descending, query.start.after))
      : matching.offset(query.start.offset);
  const rows = await started
    .selectAll('leads')
    .orderBy(column, (order) => (descending ? order.desc() : order.asc()).nullsLast())
    .orderBy('id')
    .limit(query.limit + 1)
    .execute();
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: await toListedLeads(reading, tenantId, page),
    total,
    next: last ? { value: last[column], id: last.id } : null,
  };
}

function matchingLeads(reading: Reading, tenantId: string, { filter, archived }: ListQuery) {
  return reading
    .selectFrom('leads')
    .where('tenant_id', '=', tenantId)
    .where('archived', '=', archived ? 1 : 0)
    .where((leads) => leads.and(conditions(leads, filter)));
}

function conditions(leads: LeadExpressions, filter: LeadFilter): Condition[] {
  return (Object.keys(CONDITIONS) as (keyof LeadFilter)[]).flatMap((name) => {
    const value = filter[name];
    const condition = CONDITIONS[name] as (leads: LeadExpressions, value: unknown) => Condition;
    return value === undefined ? [] : [condition(leads, value)];
  });
}
