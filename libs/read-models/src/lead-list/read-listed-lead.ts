import type { Reading } from '@leadlog/database/database';
import { toLeads, toListedLeads, type ListedLead } from './lead-rows';
import type { StoredLead } from './lead-store';

/** One lead of the tenant as it is shown at `now`, or null where it has no such lead. */
export async function readListedLead(
  reading: Reading,
  tenantId: string,
  leadId: number,
  now: Date,
): Promise<ListedLead | null> {
  const row = await readRow(reading, tenantId, leadId);
  if (row === undefined) return null;
  const [listed] = await toListedLeads(reading, tenantId, [row], now);
  return listed ?? null;
}

/** One lead of the tenant as it is stored, or null where it has no such lead. */
export async function readStoredLead(
  reading: Reading,
  tenantId: string,
  leadId: number,
): Promise<StoredLead | null> {
  const row = await readRow(reading, tenantId, leadId);
  if (row === undefined) return null;
  const [lead] = await toLeads(reading, tenantId, [row]);
  return lead ? { row, lead } : null;
}

function readRow(reading: Reading, tenantId: string, leadId: number) {
  return reading
    .selectFrom('leads')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', leadId)
    .executeTakeFirst();
}
