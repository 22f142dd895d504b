import type { Database } from '@leadlog/database/database';
import type { ImportTable } from '@leadlog/database/tables';
import type { Clock } from '@leadlog/event-store/event-store';
import { LogReader } from '@leadlog/event-store/log-reader';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { setImmediate } from 'node:timers/promises';
import { notFound, ProblemDetails } from '../../../http/problem-details';
import { CLOCK, DATABASE } from '../../../providers';
import { OpenDownloads } from '../../../streaming/open-downloads';
import type { FileLayout } from '../../file/file-layout';
import {
  readImport,
  readRefusedRows,
  refusedKept,
  type ImportKey,
} from '../../storage/read-imports';
import { ReadRefusedRows } from './read-refused-rows';
import { RefusedCsv } from './refused-csv';

const PAGE = 500;

@QueryHandler(ReadRefusedRows)
export class ReadRefusedRowsHandler implements IQueryHandler<ReadRefusedRows> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly log: LogReader,
    private readonly downloads: OpenDownloads,
  ) {}

  execute({ tenantId, id }: ReadRefusedRows) {
    const key = { tenantId, id };
    return this.downloads.begin(tenantId, () =>
      this.database.read(tenantId, async (snapshot) => {
        const row = await readImport(snapshot, key);
        return {
          position: await this.log.position(snapshot, tenantId),
          pages: this.pages(key, this.requireKept(row)),
          type: 'text/csv; charset=utf-8',
          filename: `import-${id}-refused.csv`,
        };
      }),
    );
  }

  private requireKept(row: ImportTable | undefined): FileLayout {
    if (!row?.layout) throw notFound('import');
    if (row.refused > 0 && refusedKept(row, this.clock()) !== 'rows') throw NO_LONGER_KEPT;
    return JSON.parse(row.layout) as FileLayout;
  }

  private async *pages(key: ImportKey, layout: FileLayout): AsyncGenerator<string> {
    const csv = new RefusedCsv(layout);
    yield csv.header();
    for (let line = 0; ;) {
      const rows = await this.database.read(key.tenantId, (snapshot) =>
        readRefusedRows(snapshot, key, line, PAGE),
      );
      const last = rows.at(-1);
      if (last === undefined) return;
      line = last.line;
      // An erasure meanwhile has taken the cells away.
      if (rows.some(({ cells }) => cells === null)) throw NO_LONGER_KEPT;
      yield rows.map((row) => csv.row(row)).join('');
      await setImmediate();
    }
  }
}

const NO_LONGER_KEPT = new ProblemDetails(
  'not-found',
  'The refused rows are no longer kept: they go after a day, or when personal data is erased.',
);
