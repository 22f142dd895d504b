import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats } from '../../../i18n/formats';
import { Icon } from '../../../icon/icon';
import { PAGE_SIZES } from '../list-query';

@Component({
  selector: 'app-page-switch',
  imports: [Icon, TranslocoDirective],
  templateUrl: './page-switch.html',
  styleUrl: './page-switch.scss',
})
export class PageSwitch {
  private readonly formats = inject(Formats);

  readonly page = input.required<number>();
  readonly limit = input.required<number>();
  readonly total = input.required<number>();
  readonly pageChange = output<number>();
  readonly limitChange = output<number>();

  protected readonly sizes = PAGE_SIZES;
  protected readonly isFirst = computed(() => this.page() === 1);
  protected readonly isLast = computed(() => this.page() * this.limit() >= this.total());
  protected readonly range = computed(() => ({
    from: this.formats.number((this.page() - 1) * this.limit() + 1),
    to: this.formats.number(Math.min(this.page() * this.limit(), this.total())),
    total: this.formats.number(this.total()),
  }));

  /** Buttons at the end of their range stay focusable: whoever pages by keyboard keeps the place. */
  protected turn(to: number, allowed: boolean): void {
    if (allowed) this.pageChange.emit(to);
  }
}
