import type { Resources } from '../app-module';
import type { Tracing } from './tracing';

/** The same resources, with spans of the commands that are carried out with them. */
export function traced(resources: Resources, tracing: Tracing): Resources {
  const { writer, metrics } = resources;
  metrics.writing.onCommit = (report) => tracing.committed(report);
  return {
    ...resources,
    tracing,
    writer: {
      ...writer,
      writeLead: (write) => tracing.command(write.command.type, () => writer.writeLead(write)),
    },
    close: async () => {
      await resources.close();
      await tracing.stop();
    },
  };
}
