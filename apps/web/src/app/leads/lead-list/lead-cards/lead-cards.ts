import { Component, computed, inject, input, output } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import type { LeadRead } from '@leadlog/contracts/lead';
import type { Sort } from '@leadlog/contracts/lead-list';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats } from '../../../i18n/formats';
import { Icon } from '../../../icon/icon';
import { ContactSummary } from '../../contact-summary/contact-summary';
import { PriorityBadge } from '../../priority-badge/priority-badge';
import type { StatusChange } from '../../status-changes';
import { StatusMenu } from '../../status-menu/status-menu';
import { fieldOf, type ListSortField, SORT_FIELDS, sortBy } from '../list-query';
import { renderedRows } from '../rendered-rows';
import type { Selection } from '../selection';

/** The list for narrow screens: a card a lead, and a field to sort by. */
@Component({
  selector: 'app-lead-cards',
  imports: [ContactSummary, Icon, PriorityBadge, RouterLink, StatusMenu, TranslocoDirective],
  templateUrl: './lead-cards.html',
  styleUrl: './lead-cards.scss',
})
export class LeadCards {
  protected readonly formats = inject(Formats);

  readonly leads = input.required<readonly LeadRead[]>();
  readonly sort = input.required<Sort>();
  readonly selection = input.required<Selection>();
  /** Query parameters of the list, for the way back from a lead. */
  readonly address = input.required<Params>();
  readonly sortChange = output<Sort>();
  readonly statusChange = output<StatusChange>();

  protected readonly rendered = renderedRows(this.leads);
  protected readonly fields = SORT_FIELDS;
  protected readonly field = computed(() => fieldOf(this.sort()) as ListSortField);
  protected readonly direction = computed(() =>
    this.sort() === this.field() ? 'ascending' : 'descending',
  );

  protected sortBy(field: string): void {
    this.sortChange.emit(sortBy(field as ListSortField, this.sort()));
  }
}
