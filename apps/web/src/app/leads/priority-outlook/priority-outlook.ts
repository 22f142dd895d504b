import { Component, computed, inject, input } from '@angular/core';
import type { LeadRead } from '@leadlog/contracts/lead';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats } from '../../i18n/formats';
import { Icon } from '../../icon/icon';
import { isNear, nextLoss } from '../priority-loss';

/** Says when a lead's priority falls, by how much, and why; a near loss stands out. */
@Component({
  selector: 'app-priority-outlook',
  imports: [Icon, TranslocoDirective],
  template: `<ng-container *transloco="let t; prefix: 'priority'">
    @if (loss(); as it) {
      <p [class]="isNear() ? 'near' : 'muted'">
        @if (isNear()) {
          <app-icon name="warning" />
        }
        <span [title]="formats.dateTime(it.at)">{{
          t('loses.soon', { points: it.points, day: formats.day(it.at), days: it.days })
        }}</span>
      </p>
    } @else {
      <p class="muted">{{ t('steady') }}</p>
    }
  </ng-container>`,
  styles: `
    :host {
      display: block;
      font-size: 13px;
    }
    .near {
      display: flex;
      align-items: flex-start;
      gap: 6px;
      color: var(--warning);
      font-weight: 500;
    }
    app-icon {
      margin-top: 2px;
    }
  `,
})
export class PriorityOutlook {
  protected readonly formats = inject(Formats);

  readonly lead = input.required<LeadRead>();

  protected readonly loss = computed(() => nextLoss(this.lead()));
  protected readonly isNear = computed(() => {
    const loss = this.loss();
    return loss !== null && isNear(loss, Date.now());
  });
}
