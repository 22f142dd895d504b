import { Component, inject, input, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Downloads } from '../../downloads/downloads';
import { Icon } from '../../icon/icon';
import { Notices } from '../../notices/notices';
import { Reasons } from '../../problem/reasons';

/** Saves the rows that an import has refused, to mend and send them again. */
@Component({
  selector: 'app-refused-download',
  imports: [Icon, TranslocoDirective],
  template: `<button
    *transloco="let t"
    type="button"
    class="button"
    [attr.aria-busy]="busy() || null"
    (click)="save()"
  >
    <app-icon name="download" />
    {{ t('import.rows.download') }}
  </button>`,
})
export class RefusedDownload {
  private readonly downloads = inject(Downloads);
  private readonly notices = inject(Notices);
  private readonly reasons = inject(Reasons);
  private readonly transloco = inject(TranslocoService);

  readonly id = input.required<string>();

  protected readonly busy = signal(false);

  protected async save(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      const name = await this.downloads.save(`/imports/${encodeURIComponent(this.id())}/refused`);
      this.notices.say(this.transloco.translate('import.rows.downloaded', { name }));
    } catch (error) {
      const reason = this.reasons.of(error);
      this.notices.refuse(this.transloco.translate('import.rows.downloadFailed', { reason }));
    } finally {
      this.busy.set(false);
    }
  }
}
