import { computed, Injectable, linkedSignal, signal } from '@angular/core';
import type { FieldError } from '@leadlog/contracts/field-errors';
import {
  type HeaderMapping,
  IGNORED,
  type ImportColumn,
  importColumns,
} from '@leadlog/contracts/import-columns';
import { fieldOfHeader, type ImportField } from '@leadlog/contracts/import-fields';
import { type CellError, type FileRow, RowReader } from '@leadlog/contracts/import-rows';
import type { FileFault, ImportFile } from './import-file';

/** A row of the file, and what is wrong with it as its columns are chosen. */
export interface PreviewedRow extends FileRow {
  errors: readonly CellError[];
}

/** A file that was chosen, and what is meant by it; nothing of it is sent yet. */
@Injectable()
export class ImportDraft {
  readonly file = signal<ImportFile | null>(null);
  /** Why the file that was chosen last cannot be sent. */
  readonly fault = signal<{ fault: FileFault; name: string } | null>(null);
  readonly isReading = signal(false);

  /** What was chosen for headers, other than what they say by themselves. */
  readonly mappings = linkedSignal<ImportFile | null, readonly HeaderMapping[]>({
    source: this.file,
    computation: () => [],
  });

  private readonly reading = computed(() =>
    importColumns(this.file()?.headers ?? [], this.mappings()),
  );
  readonly columns = computed<readonly ImportColumn[]>(() => this.reading().columns);
  readonly errors = computed<readonly FieldError[]>(() => this.reading().headerErrors);

  readonly rows = computed<readonly PreviewedRow[]>(() => {
    const reader = new RowReader(this.columns());
    return (this.file()?.rows ?? []).map((row) => {
      const read = reader.read(row);
      return { ...row, errors: 'errors' in read ? read.errors : [] };
    });
  });

  /** Two files may be chosen one after the other: the last one counts, whichever is read first. */
  async choose(file: File): Promise<void> {
    this.chosen = file;
    this.fault.set(null);
    this.isReading.set(true);
    // The parser is loaded with the first file.
    const { readImportFile } = await import('./import-file');
    const read = await readImportFile(file);
    if (this.chosen !== file) return;
    this.isReading.set(false);
    this.file.set(typeof read === 'string' ? null : read);
    if (typeof read === 'string') this.fault.set({ fault: read, name: file.name });
  }
  private chosen: File | null = null;

  map(header: string, field: ImportField | null): void {
    this.mappings.update((before) => [
      ...before.filter((mapping) => mapping.header !== header),
      ...(field === fieldOfHeader(header) ? [] : [{ header, field: field ?? IGNORED } as const]),
    ]);
  }

  drop(): void {
    this.chosen = null;
    this.fault.set(null);
    this.file.set(null);
  }
}
