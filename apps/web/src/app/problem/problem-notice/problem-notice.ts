import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../../icon/icon';
import { problemOf } from '../problem';
import { Reasons } from '../reasons';

/** Stands where something could not be loaded, says why, and offers to try again. */
@Component({
  selector: 'app-problem-notice',
  imports: [Icon, TranslocoDirective],
  template: `<div *transloco="let t; prefix: 'problem'" class="panel" role="alert">
    <app-icon name="warning" />
    <div>
      <strong>{{ t('failed') }}</strong>
      <p>{{ reasons.of(error()) }}</p>
      @if (hint()) {
        <p>{{ hint() }}</p>
      }
      @if (correlation(); as id) {
        <p class="muted reference">{{ t('correlation', { id }) }}</p>
      }
    </div>
    <button type="button" class="button" (click)="retry.emit()">{{ t('retry') }}</button>
  </div>`,
  styleUrl: './problem-notice.scss',
})
export class ProblemNotice {
  protected readonly reasons = inject(Reasons);

  readonly error = input.required<unknown>();
  /** What can be seen nevertheless. */
  readonly hint = input('');
  readonly retry = output();

  protected readonly correlation = computed(() => problemOf(this.error())?.correlation_id);
}
