import { MAX_IMPORT_ROWS } from '@leadlog/contracts/import';
import { type FileRow, RowReader } from '@leadlog/contracts/import-rows';
import type { Database } from '@leadlog/database/database';
import type { ImportTable } from '@leadlog/database/tables';
import { decide, type NewLead, type Refusal } from '@leadlog/domain/decide';
import type { Clock } from '@leadlog/event-store/event-store';
import type { LogReader } from '@leadlog/event-store/log-reader';
import { refusalErrors } from '../../leads/refusal-errors';
import type { Writer } from '../../writing/writer';
import type { FileLayout } from '../file/file-layout';
import { fileRows, UnreadableFile } from '../file/file-rows';
import { textParts } from '../file/text-parts';
import { refusedRow, type RefusedRow } from '../rows/refused-row';
import { readChunk, readRefusedLines, type ImportKey } from '../storage/read-imports';

/** What a job works with. */
export interface ImportJobParts {
  database: Database;
  log: LogReader;
  writer: Writer;
  clock: Clock;
}

/** Rows whose leads are written together: some ten milliseconds, for which other writers wait. */
const ROWS_AT_ONCE = 100;
/** Such groups that are being written: more than one, so that a transaction finds the next one waiting. */
const OUTSTANDING = 4;

/** Rows after which is noted how far the import is. */
const NOTED_EVERY = 1_000;

/** A row that was read, and is yet to be written. */
interface WaitingRow {
  row: FileRow;
  lead: NewLead;
}

/** The file is not what can be imported; nothing of it was. */
export class ImportRefused extends Error {
  constructor(
    readonly code: 'unreadable' | 'too_many_rows',
    readonly detail: string,
    /** Where the row begins that cannot be read. */
    readonly line: number | null = null,
  ) {
    super(detail);
  }
}

/**
 * The import of one file, from where it was cut off: the log tells which lines are leads already. In a
 * dry run every row is judged by the same rules, and nothing is written to the log.
 */
export class ImportJob {
  private readonly key: ImportKey;
  private readonly layout: FileLayout;
  private readonly reader: RowReader;
  private waiting: WaitingRow[] = [];
  private readonly outstanding: Promise<void>[] = [];
  private imported = 0;
  private refused = 0;
  private refusedRows: RefusedRow[] = [];
  /** Of the first rows that could neither be written nor refused. */
  private failure: { error: unknown } | null = null;

  constructor(
    private readonly parts: ImportJobParts,
    private readonly row: ImportTable,
    private readonly signal: AbortSignal,
  ) {
    this.key = { tenantId: row.tenant_id, id: row.id };
    // Whoever accepted the file has found out how it is read.
    this.layout = JSON.parse(row.layout ?? '') as FileLayout;
    this.reader = new RowReader(this.layout.columns);
  }

  /**
   * Imports what is not imported yet. When the signal aborts, what is being written is still noted.
   * @throws ImportRefused
   */
  async run(): Promise<void> {
    const rows = this.row.rows ?? (await this.count());
    const done = await this.linesDone();
    await this.note(rows);
    try {
      let handled = 0;
      for await (const row of this.rows()) {
        this.signal.throwIfAborted();
        if (done.has(row.line)) continue;
        await this.take(row);
        if (this.failure !== null) break;
        if ((handled += 1) % NOTED_EVERY === 0) await this.note(rows);
      }
      this.writeWaiting();
    } finally {
      await Promise.all(this.outstanding);
      await this.note(rows);
    }
    if (this.failure !== null) throw this.failure.error;
  }

  /** The rows of the file: all of it is read before the first lead is made, or none is. */
  private async count(): Promise<number> {
    let rows = 0;
    try {
      for await (const _row of this.rows()) {
        this.signal.throwIfAborted();
        rows += 1;
        if (rows > MAX_IMPORT_ROWS) throw tooManyRows();
      }
    } catch (error) {
      throw error instanceof UnreadableFile
        ? new ImportRefused('unreadable', error.message, error.line)
        : error;
    }
    return rows;
  }

  private rows(): AsyncGenerator<FileRow> {
    const { encoding, delimiter } = this.layout;
    return fileRows(textParts(this.chunks(), encoding), delimiter);
  }

  private async *chunks(): AsyncGenerator<Uint8Array> {
    for (let place = 0; ; place += 1) {
      const chunk = await this.parts.database.read(this.key.tenantId, (snapshot) =>
        readChunk(snapshot, this.key, place),
      );
      if (chunk === undefined) return;
      yield chunk;
    }
  }

  /** The lines that were handled before the import was cut off. */
  private async linesDone(): Promise<Set<number>> {
    const { database } = this.parts;
    const refused = await database.read(this.key.tenantId, (snapshot) =>
      readRefusedLines(snapshot, this.key),
    );
    const imported = this.row.dry_run === 1 ? new Set<number>() : await this.linesImported();
    this.imported = imported.size;
    this.refused = refused.length;
    return new Set([...imported, ...refused]);
  }

  private async linesImported(): Promise<Set<number>> {
    const { database, log } = this.parts;
    const { tenant_id: tenantId, id: batchId, began_after: after } = this.row;
    const upTo = await database.read(tenantId, (snapshot) => log.position(snapshot, tenantId));
    return log.importedLines(database, { tenantId, batchId, after, upTo });
  }

  private async take(row: FileRow): Promise<void> {
    const read = this.reader.read(row);
    if ('errors' in read) return this.refuse(refusedRow(row, read.errors));
    if (this.row.dry_run === 1) return this.judge(row, read.lead);
    if (this.waiting.push({ row, lead: read.lead }) < ROWS_AT_ONCE) return;
    this.writeWaiting();
    if (this.outstanding.length >= OUTSTANDING) await this.outstanding.shift();
  }

  private writeWaiting(): void {
    if (this.waiting.length > 0) this.outstanding.push(this.write(this.waiting));
    this.waiting = [];
  }

  private async write(waiting: readonly WaitingRow[]): Promise<void> {
    const { tenant_id: tenantId, actor, correlation_id: correlationId, id: batchId } = this.row;
    const rows = waiting.map(({ row, lead }) => ({ line: row.line, lead }));
    try {
      const write = { tenantId, actor, correlationId, batchId, rows };
      const refused = await this.parts.writer.writeRows(write);
      const refusalsOf = new Map(refused.map(({ line, refusals }) => [line, refusals]));
      for (const { row } of waiting) {
        const refusals = refusalsOf.get(row.line);
        if (refusals) this.refuse(this.refusedBy(row, refusals));
      }
      this.imported += rows.length - refused.length;
    } catch (error) {
      // What the rules refuse is reported with its row; anything else ends the job, once others are done.
      this.failure ??= { error };
    }
  }

  /** What would become of the row. */
  private judge(row: FileRow, lead: NewLead): void {
    const context = { now: this.parts.clock(), ids: { lead: 1, contact: 1, email: 1 } };
    const decision = decide(null, { type: 'CreateLead', lead }, context);
    if ('refusals' in decision) this.refuse(this.refusedBy(row, decision.refusals));
    else this.imported += 1;
  }

  private refusedBy(row: FileRow, refusals: readonly Refusal[]): RefusedRow {
    return refusedRow(row, this.reader.place(refusalErrors(refusals)));
  }

  private refuse(row: RefusedRow): void {
    this.refused += 1;
    this.refusedRows.push(row);
  }

  private async note(rows: number): Promise<void> {
    const { imported, refused, refusedRows } = this;
    this.refusedRows = [];
    await this.parts.writer.noteImport({ ...this.key, rows, imported, refused, refusedRows });
  }
}

function tooManyRows(): ImportRefused {
  return new ImportRefused('too_many_rows', `The file has more than ${MAX_IMPORT_ROWS} rows.`);
}
