import { Component, inject, input, output } from '@angular/core';
import { type Status, STATUSES } from '@leadlog/domain/vocabulary';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats } from '../../../i18n/formats';
import type { StatusTotals } from './status-counts';

@Component({
  selector: 'app-status-filter',
  imports: [TranslocoDirective],
  template: `<div *transloco="let t" role="group" [attr.aria-label]="t('leads.filter')">
    @for (option of options; track option) {
      <button type="button" [attr.aria-pressed]="option === status()" (click)="choose.emit(option)">
        {{ t(option === null ? 'leads.all' : 'status.' + option) }}
        <span class="count">{{ count(option) }}</span>
      </button>
    }
  </div>`,
  styleUrl: './status-filter.scss',
})
export class StatusFilter {
  private readonly formats = inject(Formats);

  readonly status = input.required<Status | null>();
  readonly counts = input.required<StatusTotals>();
  readonly choose = output<Status | null>();

  protected readonly options = [null, ...STATUSES];

  protected count(status: Status | null): string {
    const total = this.counts().get(status);
    return total === undefined ? '' : this.formats.number(total);
  }
}
