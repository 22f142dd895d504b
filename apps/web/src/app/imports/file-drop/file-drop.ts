import { Component, inject, input, output, signal } from '@angular/core';
import { MAX_IMPORT_ROWS } from '@leadlog/contracts/import';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats } from '../../i18n/formats';
import { Icon } from '../../icon/icon';

/** Where a file is chosen, or dropped. */
@Component({
  selector: 'app-file-drop',
  imports: [Icon, TranslocoDirective],
  templateUrl: './file-drop.html',
  styleUrl: './file-drop.scss',
})
export class FileDrop {
  protected readonly formats = inject(Formats);

  readonly busy = input(false);
  readonly error = input<string | null>(null);
  readonly chosen = output<File>();

  protected readonly isOver = signal(false);
  protected readonly maxRows = MAX_IMPORT_ROWS;

  protected choose(field: HTMLInputElement): void {
    this.take(field.files);
    // The same file may be chosen once more, after it was mended.
    field.value = '';
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    this.take(event.dataTransfer?.files);
  }

  /** Without it the browser would open the file instead. */
  protected allow(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(true);
  }

  private take(files: FileList | null | undefined): void {
    const file = files?.[0];
    if (file && !this.busy()) this.chosen.emit(file);
  }
}
