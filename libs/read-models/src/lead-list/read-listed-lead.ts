import type { Reading } from '@leadlog/database/database';
import { preparedQuery } from '@leadlog/database/prepared-query';
import type { LeadTable } from '@leadlog/database/tables';
import { toLead, toListedLead, type ListedLead } from './lead-rows';
import type { StoredLead } from './lead-store';

/** One lead of the tenant as it is shown at `now`, or null where it has no such lead. */
export async function readListedLead(
  reading: Reading,
  tenantId: string,
  leadId: number,
  now: Date,
): Promise<ListedLead | null> {
  const [row] = await readRow(reading, { tenantId, leadId });
  return row === undefined ? null : toListedLead(row, now);
}

/** One lead of the tenant as it is stored, or null where it has no such lead. */
export async function readStoredLead(
  reading: Reading,
  tenantId: string,
  leadId: number,
): Promise<StoredLead | null> {
  const [row] = await readRow(reading, { tenantId, leadId });
  return row === undefined ? null : { row, lead: toLead(row) };
}

const readRow = preparedQuery<{ tenantId: string; leadId: number }, LeadTable>(
  (database, { tenantId, leadId }) =>
    database
      .selectFrom('leads')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('id', '=', leadId),
);
