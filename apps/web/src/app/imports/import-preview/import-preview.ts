import { Component, computed, inject, input } from '@angular/core';
import type { ImportColumn } from '@leadlog/contracts/import-columns';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats } from '../../i18n/formats';
import { Icon } from '../../icon/icon';
import type { PreviewedRow } from '../import-draft';
import { ImportWords } from '../import-words';

/** The first rows of a file as they stand there, with what is wrong in its cell. */
@Component({
  selector: 'app-import-preview',
  imports: [Icon, TranslocoDirective],
  templateUrl: './import-preview.html',
  styleUrls: ['../rows-table.scss', './import-preview.scss'],
})
export class ImportPreview {
  private readonly words = inject(ImportWords);
  protected readonly formats = inject(Formats);

  readonly columns = input.required<readonly ImportColumn[]>();
  readonly rows = input.required<readonly PreviewedRow[]>();

  protected readonly faulty = computed(
    () => this.rows().filter(({ errors }) => errors.length > 0).length,
  );
  /** What becomes part of a lead; the rest is not worth the room. */
  protected readonly shown = computed(() =>
    this.columns().flatMap(({ header, field }, place) =>
      field === null ? [] : [{ header, field, place }],
    ),
  );

  /** What is wrong with a cell, at -1 with the row as a whole; each reason once. */
  protected reasons({ errors }: PreviewedRow, place: number): string[] {
    const words = errors.filter((it) => it.place === place).map((it) => this.words.ofRow(it));
    return [...new Set(words)];
  }
}
