import { LiveAnnouncer } from '@angular/cdk/a11y';
import { BreakpointObserver } from '@angular/cdk/layout';
import {
  afterRenderEffect,
  Component,
  computed,
  DOCUMENT,
  effect,
  type ElementRef,
  inject,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { LeadRead } from '@leadlog/contracts/lead';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { map } from 'rxjs';
import { Formats } from '../../i18n/formats';
import { Icon } from '../../icon/icon';
import { ProblemNotice } from '../../problem/problem-notice/problem-notice';
import { CurrentTenant } from '../../tenant/current-tenant';
import { keptWhileLoading } from '../kept-while-loading';
import { leadPageResource } from '../lead-requests';
import { type StatusChange, StatusChanges } from '../status-changes';
import { LeadCards } from './lead-cards/lead-cards';
import { LeadTable } from './lead-table/lead-table';
import { DEFAULT_LIST, type ListQuery, readListQuery, toAddress, toRequest } from './list-query';
import { PageSwitch } from './page-switch/page-switch';
import { SearchField } from './search-field/search-field';
import { StatusFilter } from './status-filter/status-filter';
import { statusCounts } from './status-filter/status-counts';

const NARROW = '(max-width: 700px)';

@Component({
  selector: 'app-lead-list',
  imports: [
    Icon,
    LeadCards,
    LeadTable,
    PageSwitch,
    ProblemNotice,
    RouterLink,
    SearchField,
    StatusFilter,
    TranslocoDirective,
  ],
  templateUrl: './lead-list.html',
  styleUrl: './lead-list.scss',
})
export class LeadList {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly transloco = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly changes = inject(StatusChanges);
  private readonly document = inject(DOCUMENT);
  private readonly results = viewChild.required<ElementRef<HTMLElement>>('results');
  private statusChanged = false;
  protected readonly tenant = inject(CurrentTenant);

  protected readonly query = toSignal(this.route.queryParamMap.pipe(map(readListQuery)), {
    requireSync: true,
  });
  protected readonly address = computed(() => toAddress(this.query()));
  protected readonly isFiltered = computed(() => this.query().q !== '' || !!this.query().status);
  protected readonly isNarrow = toSignal(
    inject(BreakpointObserver)
      .observe(NARROW)
      .pipe(map(({ matches }) => matches)),
    { requireSync: true },
  );

  private readonly answer = leadPageResource(() => toRequest(this.query()));
  protected readonly page = keptWhileLoading(this.answer, this.tenant.id);
  protected readonly counts = statusCounts(() => this.query().q);
  protected readonly skeletonRows = Array.from({ length: 12 }, (_, row) => row);

  constructor() {
    effect(() => this.announceTotal());
    effect(() => this.stayWithinPages());
    afterRenderEffect(() => this.catchFocus());
  }

  protected show(change: Partial<ListQuery>, options?: { replaceUrl: boolean }): void {
    // Whatever changes what is listed starts at its first page.
    const queryParams = toAddress({ ...this.query(), page: 1, ...change });
    void this.router.navigate(['/leads'], { queryParams, ...options });
  }

  protected search(q: string): void {
    // Letters typed are no steps to go back through.
    this.show({ q }, { replaceUrl: true });
  }

  protected clearFilters(): void {
    this.show({ q: DEFAULT_LIST.q, status: DEFAULT_LIST.status });
  }

  protected showDemo(): void {
    this.tenant.switchTo('demo');
  }

  protected reload(): void {
    this.answer.reload();
    this.counts.reload();
  }

  protected changeStatus(change: StatusChange): void {
    void this.changes.change(change, (lead) => {
      this.statusChanged = true;
      this.replace(lead);
      this.reload();
    });
  }

  private replace(lead: LeadRead): void {
    if (!this.answer.hasValue()) return;
    this.answer.update(
      (page) =>
        page && {
          ...page,
          items: page.items.map((item) =>
            item.id === lead.id && item.tenant_id === lead.tenant_id ? lead : item,
          ),
        },
    );
  }

  /** A row that leaves the list takes the focus with it; the results then hold it. */
  private catchFocus(): void {
    if (this.page.status() !== 'resolved' || !this.statusChanged) return;
    this.statusChanged = false;
    if (this.document.activeElement === this.document.body) this.results().nativeElement.focus();
  }

  private announceTotal(): void {
    if (this.answer.status() !== 'resolved' || !this.answer.hasValue()) return;
    const { total } = this.answer.value();
    const key = `leads.found.${this.formats.plural(total)}`;
    const n = this.formats.number(total);
    void this.announcer.announce(this.transloco.translate(key, { n }));
  }

  /** A page that has run dry, because leads left it or the address was made up, gives way to the last. */
  private stayWithinPages(): void {
    if (!this.answer.hasValue()) return;
    const { items, total } = this.answer.value();
    if (items.length > 0 || total === 0) return;
    this.show({ page: Math.ceil(total / this.query().limit) }, { replaceUrl: true });
  }
}
