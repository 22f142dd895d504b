import type { Writer } from '../writing/writer';
import type { Tracing } from './tracing';

/** The same writer, whose commands have spans. */
export function traced(writer: Writer, tracing: Tracing): Writer {
  return {
    ...writer,
    writeLead: (write) => tracing.command(write.command.type, () => writer.writeLead(write)),
  };
}
