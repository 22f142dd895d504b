import { Component, computed, inject, input } from '@angular/core';
import { type Import, MAX_IMPORT_ROWS, REFUSED_ROWS_TOLD } from '@leadlog/contracts/import';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Formats } from '../../i18n/formats';
import { Icon } from '../../icon/icon';
import { ImportWords } from '../import-words';
import { RefusedDownload } from './refused-download';

/** How far an import is, and what has come of it. What can be done next is projected. */
@Component({
  selector: 'app-import-report',
  imports: [Icon, RefusedDownload, TranslocoDirective],
  templateUrl: './import-report.html',
  styleUrls: ['../rows-table.scss', './import-report.scss'],
})
export class ImportReport {
  private readonly transloco = inject(TranslocoService);
  protected readonly formats = inject(Formats);
  protected readonly words = inject(ImportWords);

  readonly job = input.required<Import>();
  readonly isAway = input(false);

  protected readonly told = REFUSED_ROWS_TOLD;
  protected readonly maxRows = this.formats.number(MAX_IMPORT_ROWS);
  protected readonly handled = computed(() => this.job().imported + this.job().refused);

  /** What goes on, or has come of it, in a few words. */
  readonly headline = computed(() => {
    const { status, dry_run, imported, rows } = this.job();
    this.transloco.activeLang();
    if (status === 'running')
      return this.transloco.translate(`import.job.${dry_run ? 'checking' : 'running'}`);
    if (status === 'failed')
      return this.transloco.translate(`import.job.${imported > 0 ? 'failedMidway' : 'failed'}`);
    return this.transloco.translate(
      `import.job.${dry_run ? 'checked' : 'imported'}.${this.formats.plural(imported)}`,
      { n: this.formats.number(imported), of: this.formats.number(rows) },
    );
  });
}
