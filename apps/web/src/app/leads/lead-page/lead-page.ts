import { Location } from '@angular/common';
import { Component, computed, effect, inject, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { MAX_PRIORITY } from '@leadlog/domain/priority';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats } from '../../i18n/formats';
import { Icon } from '../../icon/icon';
import { PageTitle } from '../../page-title';
import { ProblemNotice } from '../../problem/problem-notice/problem-notice';
import { statusOf } from '../../problem/problem';
import { CurrentTenant } from '../../tenant/current-tenant';
import { leadResource } from '../lead-requests';
import { PriorityBar } from '../priority-bar/priority-bar';
import { PriorityParts } from '../priority-parts/priority-parts';
import { type StatusChange, StatusChanges } from '../status-changes';
import { StatusMenu } from '../status-menu/status-menu';
import { ContactDetails } from './contact-details/contact-details';
import { LeadHistoryList } from './lead-history/lead-history-list';

@Component({
  selector: 'app-lead-page',
  imports: [
    ContactDetails,
    Icon,
    LeadHistoryList,
    PriorityBar,
    PriorityParts,
    ProblemNotice,
    RouterLink,
    StatusMenu,
    TranslocoDirective,
  ],
  templateUrl: './lead-page.html',
  styleUrl: './lead-page.scss',
})
export class LeadPage {
  private readonly changes = inject(StatusChanges);
  private readonly title = inject(PageTitle);
  protected readonly tenant = inject(CurrentTenant);
  protected readonly formats = inject(Formats);

  /** From the route. */
  readonly id = input.required<string>();

  protected readonly max = MAX_PRIORITY;
  protected readonly lead = leadResource(this.id);
  protected readonly isMissing = computed(() => statusOf(this.lead.error()) === 404);
  /** The list that this lead was opened from, with its filters and page. */
  protected readonly list = (inject(Location).getState() as { list?: Params } | null)?.list ?? {};

  constructor() {
    effect(() => {
      if (this.lead.hasValue()) this.title.name(this.lead.value().name);
    });
  }

  protected changeStatus(change: StatusChange): void {
    void this.changes.change(change, (lead) => this.lead.set(lead));
  }
}
