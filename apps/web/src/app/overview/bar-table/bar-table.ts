import { Component, computed, inject, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats } from '../../i18n/formats';

/** How many leads fall under a heading, and the list that shows exactly these, where there is one. */
export interface Bar {
  label: string;
  count: number;
  /** Query parameters of the list. */
  list?: Params;
  /** A colour of the theme, by the name of its CSS class. */
  tone?: string;
}

/** Figures as bars that are a table at the same time: label, bar, count and share of all. */
@Component({
  selector: 'app-bar-table',
  imports: [RouterLink, TranslocoDirective],
  template: `<table *transloco="let t; prefix: 'overview'" [attr.aria-label]="label()">
    <thead class="cdk-visually-hidden">
      <tr>
        <th scope="col">{{ head() }}</th>
        <td></td>
        <th scope="col">{{ t('leads') }}</th>
        <th scope="col">{{ t('share') }}</th>
      </tr>
    </thead>
    <tbody>
      @for (bar of bars(); track bar.label) {
        <tr>
          <th scope="row">
            @if (bar.list) {
              <a routerLink="/leads" [queryParams]="bar.list">{{ bar.label }}</a>
            } @else {
              {{ bar.label }}
            }
          </th>
          <td class="bar" aria-hidden="true">
            <span [class]="bar.tone" [style.width.%]="(100 * bar.count) / (largest() || 1)"></span>
          </td>
          <td class="count">{{ formats.number(bar.count) }}</td>
          <td class="muted share">{{ formats.percent(bar.count / (sum() || 1)) }}</td>
        </tr>
      }
    </tbody>
  </table>`,
  styleUrl: './bar-table.scss',
})
export class BarTable {
  protected readonly formats = inject(Formats);

  readonly label = input.required<string>();
  /** What the rows are. */
  readonly head = input.required<string>();
  readonly bars = input.required<readonly Bar[]>();

  protected readonly largest = computed(() => Math.max(...this.bars().map(({ count }) => count)));
  protected readonly sum = computed(() => this.bars().reduce((sum, { count }) => sum + count, 0));
}
