import type { LogExportQuery } from '@leadlog/contracts/log';
import type { Database } from '@leadlog/database/database';
import { LogReader } from '@leadlog/event-store/log-reader';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DATABASE } from '../../../providers';
import { OpenDownloads } from '../../../streaming/open-downloads';
import { csvPages } from './csv-pages';
import { ExportLog } from './export-log';
import type { ExportedLog } from './exported-log';
import { ndjsonPages } from './ndjson-pages';

const FORMATS: Record<
  LogExportQuery['format'],
  { type: string; pages: (log: ExportedLog) => AsyncGenerator<string> }
> = {
  ndjson: { type: 'application/x-ndjson; charset=utf-8', pages: ndjsonPages },
  csv: { type: 'text/csv; charset=utf-8', pages: csvPages },
};

@QueryHandler(ExportLog)
export class ExportLogHandler implements IQueryHandler<ExportLog> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly store: LogReader,
    private readonly downloads: OpenDownloads,
  ) {}

  execute({ tenantId, query: { format, after } }: ExportLog) {
    const { database, store } = this;
    return this.downloads.begin(tenantId, async () => {
      const position = await database.read(tenantId, (snapshot) =>
        store.position(snapshot, tenantId),
      );
      const { type, pages } = FORMATS[format];
      return {
        position,
        pages: pages({ database, store, tenantId, after, upTo: position }),
        type,
        filename: `${tenantId}-history.${format}`,
      };
    });
  }
}
