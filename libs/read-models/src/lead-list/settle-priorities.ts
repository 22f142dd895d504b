import type { Database, Writing } from '@leadlog/database/database';
import type { LeadTable } from '@leadlog/database/tables';
import { activityPoints, priorityUntil } from '@leadlog/domain/priority';
import { isAnyDue } from './due-priorities';
import { LeadStore } from './lead-store';
import { SearchIndex } from './search-index-sqlite';

/** Rows settled in one transaction, so that no command waits for long. */
const CHUNK = 100;

/**
 * Lets some stored priorities of a tenant fall to what they are at `now`, in one transaction. Readers
 * need not wait for it: they merge what is still due.
 * @returns how many were settled, and whether any is left
 */
export function settleSome(
  database: Database,
  tenantId: string,
  now: Date,
): Promise<{ settled: number; isLeft: boolean }> {
  return database.write(tenantId, async (transaction) => {
    const settled = await settleChunk(transaction, tenantId, now);
    const isLeft = settled === CHUNK && (await isAnyDue(transaction, tenantId, now));
    return { settled, isLeft };
  });
}

/** Settles all of a tenant's priorities. */
export async function settlePriorities(
  database: Database,
  tenantId: string,
  now: Date,
): Promise<void> {
  while ((await settleSome(database, tenantId, now)).isLeft);
}

async function settleChunk(transaction: Writing, tenantId: string, now: Date): Promise<number> {
  const due = await transaction
    .selectFrom('leads')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('decays_at', '<=', now.toISOString())
    .orderBy('decays_at')
    .limit(CHUNK)
    .execute();
  await new LeadStore(new SearchIndex()).saveRows(
    transaction,
    due.map((row) => ({ before: row, after: settled(row, now) })),
  );
  return due.length;
}

function settled(row: LeadTable, now: Date): LeadTable {
  const activity_points = activityPoints(row.last_activity_at, now);
  return {
    ...row,
    activity_points,
    priority: row.priority - row.activity_points + activity_points,
    decays_at: priorityUntil(row, now),
  };
}
