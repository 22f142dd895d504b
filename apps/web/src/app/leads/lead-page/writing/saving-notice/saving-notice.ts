import { Component, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Reasons } from '../../../../problem/reasons';
import type { Saving } from '../saving';

/** Says why something was not saved, and offers to try again with what was entered. */
@Component({
  selector: 'app-saving-notice',
  imports: [TranslocoDirective],
  template: `<ng-container *transloco="let t">
    @if (saving().error(); as error) {
      <p role="alert">
        {{ reasons.of(error) }}
        <button type="button" class="button" (click)="retry.emit()">
          {{ t('problem.retry') }}
        </button>
      </p>
    }
  </ng-container>`,
  styles: `
    :host {
      display: block;
    }
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
      padding: 8px 12px;
      border-radius: var(--radius);
      background: var(--danger-tint);
      font-size: 13px;
      overflow-wrap: anywhere;
    }
  `,
})
export class SavingNotice {
  protected readonly reasons = inject(Reasons);

  readonly saving = input.required<Saving>();
  readonly retry = output();
}
