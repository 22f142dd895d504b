import type { Lead } from '@leadlog/domain/lead';
import { INDUSTRIES, STATUSES, type Industry, type Status } from '@leadlog/domain/vocabulary';
import type { LeadTable } from '@leadlog/database/tables';
import { sql, type RawBuilder } from 'kysely';

/**
 * A row id of the search index, from its highest bit: tenant (18 bits) · archived (1) · 255 − priority
 * (8) · lead (30) · status (2) · industry (4). So a tenant's matches come in the order of its list,
 * and are counted by status, industry and priority without a look at their leads.
 */
const TENANT = 1n << 45n;
const ARCHIVED = 1n << 44n;
const RANK = 1n << 36n;
const LEAD = 1n << 6n;
const STATUS = 1n << 4n;
const LOWEST_PRIORITY_RANK = 255;

export const MOST_TENANTS = 2 ** 18;

export const statusCode = (status: string): number => STATUSES.indexOf(status as Status);
export const industryCode = (industry: string | null): number =>
  INDUSTRIES.indexOf(industry as Industry) + 1;

export function rowIdOf(
  tenant: number,
  lead: Pick<LeadTable, 'archived' | 'priority' | 'id' | 'status' | 'industry'>,
): bigint {
  return (
    listOf(tenant, lead.archived) +
    BigInt(LOWEST_PRIORITY_RANK - lead.priority) * RANK +
    BigInt(lead.id) * LEAD +
    BigInt(statusCode(lead.status)) * STATUS +
    BigInt(industryCode(lead.industry))
  );
}

/**
 * A row id of the index over contacts: tenant · archived · lead. Within the bounds of any part of the
 * tenant's list, and the same whatever becomes of the lead's priority.
 */
export function contactRowIdOf(tenant: number, lead: Pick<Lead, 'archived' | 'id'>): bigint {
  return listOf(tenant, lead.archived ? 1 : 0) + BigInt(lead.id);
}

/** The row ids of a part of a tenant's list. */
export interface RowIds {
  /** The one before the first. */
  before: bigint;
  last: bigint;
}

/** The row ids of a tenant's leads from the highest priority down to a least one. */
export function rowIdsOf(tenant: number, archived: number, leastPriority: number): RowIds {
  const start = listOf(tenant, archived);
  const end = start + BigInt(LOWEST_PRIORITY_RANK - leastPriority + 1) * RANK;
  return { before: start - 1n, last: end - 1n };
}

/** The last row id that a lead can have, in the list that begins after `before`. */
export function lastRowIdOf(before: bigint, priority: number, id: number): bigint {
  return before + BigInt(LOWEST_PRIORITY_RANK - priority) * RANK + BigInt(id + 1) * LEAD;
}

const listOf = (tenant: number, archived: number): bigint =>
  BigInt(tenant) * TENANT + BigInt(archived) * ARCHIVED;

/** The lead of a row id of the index over contacts, as SQL reads it. */
export const CONTACT_LEAD_ID = sql<number>`(contact_search.rowid & 1073741823)`;

/** What row ids are made of, as SQL reads it from them. */
export const ROW_ID = {
  leadId: sql<number>`((lead_search.rowid >> 6) & 1073741823)`,
  priority: sql<number>`(255 - ((lead_search.rowid >> 36) & 255))`,
  status: sql<number>`((lead_search.rowid >> 4) & 3)`,
  industry: sql<number>`(lead_search.rowid & 15)`,
} satisfies Record<string, RawBuilder<number>>;
