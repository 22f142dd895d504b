import type { LogExportQuery } from '@leadlog/contracts/log';
import type { Database } from '@leadlog/database/database';
import { LogReader } from '@leadlog/event-store/log-reader';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { addAbortSignal, Readable } from 'node:stream';
import { Ending } from '../../../operations/ending';
import { DATABASE } from '../../../providers';
import { streamed } from '../../streamed';
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

/** Bytes that wait for the reader at most, besides one page. */
const WAITING = 64 * 1024;

@QueryHandler(ExportLog)
export class ExportLogHandler implements IQueryHandler<ExportLog> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly store: LogReader,
    private readonly ending: Ending,
  ) {}

  async execute({ tenantId, query: { format, after } }: ExportLog) {
    const { database, store } = this;
    const position = await database.read((snapshot) => store.position(snapshot, tenantId));
    const { type, pages } = FORMATS[format];
    const stream = Readable.from(pages({ database, store, tenantId, after, upTo: position }), {
      objectMode: false,
      highWaterMark: WAITING,
    });
    addAbortSignal(this.ending.signal, stream);
    const disposition = `attachment; filename="${tenantId}-history.${format}"`;
    return { position, body: streamed(stream, { type, disposition }) };
  }
}
