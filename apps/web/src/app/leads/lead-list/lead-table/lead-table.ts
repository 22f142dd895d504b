import { Component, inject, input, output } from '@angular/core';
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
import { fieldOf, type ListSortField, sortBy } from '../list-query';

interface Column {
  name: 'priority' | 'name' | 'status' | 'primary_contact' | 'last_activity_at' | 'created_at';
  sort: ListSortField | null;
}

@Component({
  selector: 'app-lead-table',
  imports: [ContactSummary, Icon, PriorityBadge, RouterLink, StatusMenu, TranslocoDirective],
  templateUrl: './lead-table.html',
  styleUrl: './lead-table.scss',
})
export class LeadTable {
  protected readonly formats = inject(Formats);

  readonly leads = input.required<readonly LeadRead[]>();
  readonly sort = input.required<Sort>();
  /** Query parameters of the list, for the way back from a lead. */
  readonly address = input.required<Params>();
  readonly sortChange = output<Sort>();
  readonly statusChange = output<StatusChange>();

  protected readonly columns: readonly Column[] = [
    { name: 'priority', sort: 'priority' },
    { name: 'name', sort: 'name' },
    { name: 'status', sort: null },
    { name: 'primary_contact', sort: null },
    { name: 'last_activity_at', sort: 'last_activity_at' },
    { name: 'created_at', sort: 'created_at' },
  ];

  protected directionOf(field: ListSortField | null): 'ascending' | 'descending' | null {
    if (field === null || fieldOf(this.sort()) !== field) return null;
    return this.sort() === field ? 'ascending' : 'descending';
  }

  protected sortBy(field: ListSortField): void {
    this.sortChange.emit(sortBy(field, this.sort()));
  }
}
