import type { WriteMetrics } from '../operations/write-metrics';
import { writerBy, type Writer } from './writer';

/** The same writer, which is counted. */
export function measured(writer: Writer, metrics: WriteMetrics): Writer {
  const queued = writerBy(async (name, input) => {
    metrics.queueLength.inc();
    try {
      return await writer[name](input);
    } finally {
      metrics.queueLength.dec();
    }
  });
  return {
    ...queued,
    writeLead: async (write) => {
      try {
        const written = await queued.writeLead(write);
        metrics.carriedOut(write.command.type, written);
        return written;
      } catch (error) {
        metrics.notCarriedOut(write.command.type, error);
        throw error;
      }
    },
    writeRows: async (write) => {
      try {
        const refused = await queued.writeRows(write);
        metrics.rowsWritten(write.rows.length - refused.length, refused.length);
        return refused;
      } catch (error) {
        metrics.notCarriedOut('CreateLead', error, write.rows.length);
        throw error;
      }
    },
    settlePriorities: async (at) => {
      const outcome = await queued.settlePriorities(at);
      metrics.prioritiesSettled.inc(outcome.settled);
      return outcome;
    },
  };
}
