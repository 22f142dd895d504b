import type { Database, Reading } from '@leadlog/database/database';
import type { LeadCreated } from '@leadlog/domain/events';
import { setImmediate } from 'node:timers/promises';

/** A batch of leads that an import makes. */
export interface ImportBatch {
  tenantId: string;
  batchId: string;
  /** The tenant's position when the import began. */
  after: number;
  /** The tenant's position now. */
  upTo: number;
}

/** Events looked at in one go, a few milliseconds, after which others have their turn. */
const LOOKED_AT = 5_000;

/**
 * The lines of a file that are leads already. The log is the one record of them: an import that was
 * cut off goes on with the lines that are not here, and so makes none twice.
 */
export async function readImportedLines(
  database: Database,
  { tenantId, batchId, after, upTo }: ImportBatch,
): Promise<Set<number>> {
  const lines = new Set<number>();
  for (let from = after; from < upTo; from += LOOKED_AT) {
    const range = { after: from, upTo: Math.min(from + LOOKED_AT, upTo) };
    const events = await database.read(tenantId, (snapshot) => readPage(snapshot, tenantId, range));
    for (const { data } of events) {
      const line = lineOf(data, batchId);
      if (line !== undefined) lines.add(line);
    }
    await setImmediate();
  }
  return lines;
}

function readPage(snapshot: Reading, tenantId: string, range: { after: number; upTo: number }) {
  return snapshot
    .selectFrom('events')
    .select('data')
    .where('tenant_id', '=', tenantId)
    .where('position', '>', range.after)
    .where('position', '<=', range.upTo)
    .where('type', '=', 'LeadCreated')
    .execute();
}

function lineOf(json: string, batchId: string): number | undefined {
  // Where the id is nowhere, as in most events of others, nothing need be parsed.
  if (!json.includes(batchId)) return undefined;
  const { import: row } = JSON.parse(json) as LeadCreated['data'];
  return row?.batch_id === batchId ? row.line : undefined;
}
