import { decide, type NewLead, type Refusal } from '@leadlog/domain/decide';
import { idsAfter } from '@leadlog/domain/next-ids';
import type { EventStore } from '@leadlog/event-store/event-store';

/** Rows of a file that become leads, together: what each costs beside its lead is paid once. */
export interface RowsWrite {
  tenantId: string;
  actor: string;
  correlationId: string;
  batchId: string;
  rows: readonly { line: number; lead: NewLead }[];
}

/** A row of which the rules make no lead. */
export interface RefusedLine {
  line: number;
  refusals: readonly Refusal[];
}

/** Makes a lead of each row that the rules allow, and answers the others. */
export function writeRows(
  store: EventStore,
  { tenantId, actor, correlationId, batchId: batch_id, rows }: RowsWrite,
): Promise<RefusedLine[]> {
  return store.write(tenantId, { actor, correlation_id: correlationId }, async (log) => {
    const refused: RefusedLine[] = [];
    for (const { line, lead } of rows) {
      const command = { type: 'CreateLead', lead, import: { batch_id, line } } as const;
      const decision = decide(null, command, { now: log.now, ids: log.ids });
      if ('refusals' in decision) refused.push({ line, refusals: decision.refusals });
      else
        await log.append(
          log.ids.lead,
          0,
          decision.events,
          decision.events.reduce(idsAfter, log.ids),
        );
    }
    return refused;
  });
}
