import type { Reading } from '@leadlog/database/database';
import { toListedLeads, type ListedLead } from './lead-rows';

/** One lead of the tenant, or null where it has no such lead. */
export async function readListedLead(
  reading: Reading,
  tenantId: string,
  leadId: number,
): Promise<ListedLead | null> {
  const rows = await reading
    .selectFrom('leads')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', leadId)
    .execute();
  const [listed] = await toListedLeads(reading, tenantId, rows);
  return listed ?? null;
}
