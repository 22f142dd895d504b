import type { Database, Writing } from '@leadlog/database/database';
import type { LeadTable } from '@leadlog/database/tables';
import { toLeadRow, toListedLeads } from './lead-rows';

/** Rows settled in one transaction, so that commands need not wait for a whole tenant. */
const CHUNK = 500;

/**
 * Lets the stored priorities of a tenant fall to what they are at `now`. Before a tenant's list or
 * figures are read this makes them right; it is an index probe that almost always finds nothing.
 */
export async function settlePriorities(
  database: Database,
  tenantId: string,
  now: Date,
): Promise<void> {
  while (await isAnyDue(database, tenantId, now))
    await database.write((transaction) => settleChunk(transaction, tenantId, now));
}

/** Whether the stored priority of any lead of the tenant is not what it is at `now`. */
export async function isAnyDue(database: Database, tenantId: string, now: Date): Promise<boolean> {
  const due = await database.read((snapshot) =>
    snapshot
      .selectFrom('leads')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('decays_at', '<=', now.toISOString())
      .limit(1)
      .executeTakeFirst(),
  );
  return due !== undefined;
}

async function settleChunk(transaction: Writing, tenantId: string, now: Date): Promise<void> {
  const due = await transaction
    .selectFrom('leads')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('decays_at', '<=', now.toISOString())
    .orderBy('decays_at')
    .limit(CHUNK)
    .execute();
  for (const { lead } of await toListedLeads(transaction, tenantId, due)) {
    const { priority, decays_at } = toLeadRow(tenantId, lead, now);
    await writePriority(transaction, { tenant_id: tenantId, id: lead.id, priority, decays_at });
  }
}

async function writePriority(
  transaction: Writing,
  row: Pick<LeadTable, 'tenant_id' | 'id' | 'priority' | 'decays_at'>,
): Promise<void> {
  await transaction
    .updateTable('leads')
    .set({ priority: row.priority, decays_at: row.decays_at })
    .where('tenant_id', '=', row.tenant_id)
    .where('id', '=', row.id)
    .execute();
}
