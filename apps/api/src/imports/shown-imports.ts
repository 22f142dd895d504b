import { REFUSED_ROWS_TOLD, type Import, type ImportFailure } from '@leadlog/contracts/import';
import type { Database } from '@leadlog/database/database';
import type { ImportRefusedRowTable, ImportTable } from '@leadlog/database/tables';
import type { Clock } from '@leadlog/event-store/event-store';
import { LogReader } from '@leadlog/event-store/log-reader';
import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '../http/problem-details';
import type { TenantAnswer } from '../http/tenant-answer';
import { CLOCK, DATABASE } from '../providers';
import { readImport, readRefusedRows, refusedKept, type ImportKey } from './storage/read-imports';

/** Imports as the contract shows them. */
@Injectable()
export class ShownImports {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly log: LogReader,
  ) {}

  /** @throws ProblemDetails not-found */
  show(key: ImportKey): Promise<TenantAnswer<Import>> {
    return this.database.read(key.tenantId, async (snapshot) => {
      const position = await this.log.position(snapshot, key.tenantId);
      const row = await readImport(snapshot, key);
      if (row === undefined) throw notFound('import');
      const isKept = refusedKept(row, this.clock()) !== 'nothing';
      const refused = isKept ? await readRefusedRows(snapshot, key, 0, REFUSED_ROWS_TOLD) : [];
      return { position, body: render(row, refused) };
    });
  }
}

function render(row: ImportTable, refused: readonly ImportRefusedRowTable[]): Import {
  return {
    id: row.id,
    // An upload is shown to nobody: whoever sends it does not know of it yet.
    status: row.status === 'uploading' ? 'running' : row.status,
    dry_run: row.dry_run === 1,
    rows: row.rows ?? 0,
    imported: row.imported,
    refused: row.refused,
    batch_id: row.id,
    failure: row.failure === null ? null : failureOf(row.failure),
    refused_rows: refused.map(({ line, header, detail, code }) => ({
      line,
      column: header,
      detail,
      code,
    })),
  };
}

/** Those that were kept before lines were told have none. */
function failureOf(kept: string): ImportFailure {
  return { line: null, ...(JSON.parse(kept) as Omit<ImportFailure, 'line'>) };
}
