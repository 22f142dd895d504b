import { Component, computed, inject, input, output } from '@angular/core';
import type { FieldError } from '@leadlog/contracts/field-errors';
import { IGNORED, type ImportColumn } from '@leadlog/contracts/import-columns';
import { IMPORT_FIELDS, type ImportField } from '@leadlog/contracts/import-fields';
import type { FileRow } from '@leadlog/contracts/import-rows';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';

export interface ColumnChoice {
  header: string;
  field: ImportField | null;
}

const EXAMPLES = 2;

/** What each column of a file becomes. Columns of the same heading are chosen for together. */
@Component({
  selector: 'app-column-mapping',
  imports: [TranslocoDirective],
  templateUrl: './column-mapping.html',
  styleUrl: './column-mapping.scss',
})
export class ColumnMapping {
  private readonly transloco = inject(TranslocoService);

  readonly columns = input.required<readonly ImportColumn[]>();
  readonly rows = input.required<readonly FileRow[]>();
  readonly errors = input.required<readonly FieldError[]>();
  readonly mapped = output<ColumnChoice>();

  protected readonly fields = IMPORT_FIELDS;
  protected readonly ignored = IGNORED;
  protected readonly shown = computed(() =>
    this.columns().flatMap(({ header, field }, place, columns) => {
      const isFirst = columns.findIndex((other) => other.header === header) === place;
      return isFirst ? [{ header, field, example: this.exampleAt(place) }] : [];
    }),
  );

  /** What is wrong with the choice for a header, or with that of all. */
  protected errorAt(header: string | null): string | null {
    this.transloco.activeLang();
    const error = this.errors().find(({ path }) => (path[0] ?? null) === header);
    return error ? this.transloco.translate(`import.faults.${error.code}`, error.limits) : null;
  }

  protected choose(header: string, value: string): void {
    const field = IMPORT_FIELDS.find((known) => known === value) ?? null;
    this.mapped.emit({ header, field });
  }

  private exampleAt(place: number): string {
    const cells = this.rows().map(({ cells }) => cells[place]?.trim() ?? '');
    return [...new Set(cells.filter(Boolean))].slice(0, EXAMPLES).join(' · ');
  }
}
