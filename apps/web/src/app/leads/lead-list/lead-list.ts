import { LiveAnnouncer } from '@angular/cdk/a11y';
import { BreakpointObserver } from '@angular/cdk/layout';
import {
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  type ElementRef,
  inject,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { LeadRead } from '@leadlog/contracts/lead';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { map } from 'rxjs';
import { Formats } from '../../i18n/formats';
import { Icon } from '../../icon/icon';
import { ProblemNotice } from '../../problem/problem-notice/problem-notice';
import { Shortcuts } from '../../shortcuts/shortcuts';
import { CurrentTenant } from '../../tenant/current-tenant';
import { CurrentLead } from '../current-lead';
import { EmptyTenant } from '../empty-tenant/empty-tenant';
import { LeadAnswers } from '../lead-answers';
import { type StatusChange, StatusChanges } from '../status-changes';
import { BulkBar } from './bulk-bar/bulk-bar';
import { BulkStatus } from './bulk-bar/bulk-status';
import { LeadCards } from './lead-cards/lead-cards';
import { LeadRows } from './lead-rows';
import { LeadTable } from './lead-table/lead-table';
import { ListActions } from './list-actions/list-actions';
import { LIST_KEYS } from './list-keys';
import { ListFilters } from './list-filters/list-filters';
import { ListLayout } from './list-layout';
import {
  DEFAULT_LIST,
  filterOf,
  type ListQuery,
  MAX_ROWS,
  NO_FILTER,
  readListQuery,
  ROWS_STEP,
  toAddress,
  toFilter,
} from './list-query';
import { LiveRows } from './live-rows';
import { SavedViewsMenu } from './saved-views-menu/saved-views-menu';
import { SearchField } from './search-field/search-field';
import { Selection } from './selection';
import { StatusFilter } from './status-filter/status-filter';
import { statusCounts } from './status-filter/status-counts';
import { ViewMenu } from './view-menu/view-menu';

const NARROW = '(max-width: 700px)';

@Component({
  selector: 'app-lead-list',
  imports: [
    BulkBar,
    EmptyTenant,
    Icon,
    LeadCards,
    LeadTable,
    ListActions,
    ListFilters,
    ProblemNotice,
    RouterLink,
    SavedViewsMenu,
    SearchField,
    StatusFilter,
    TranslocoDirective,
    ViewMenu,
  ],
  templateUrl: './lead-list.html',
  styleUrls: ['../many-leads.scss', './lead-list.scss'],
})
export class LeadList {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly transloco = inject(TranslocoService);
  private readonly changes = inject(StatusChanges);
  private readonly document = inject(DOCUMENT);
  private readonly results = viewChild.required<ElementRef<HTMLElement>>('results');
  private readonly searchField = viewChild(SearchField);
  private readonly table = viewChild(LeadTable);
  protected readonly formats = inject(Formats);
  protected readonly layout = inject(ListLayout);
  protected readonly tenant = inject(CurrentTenant);
  protected readonly bulk = inject(BulkStatus);

  protected readonly query = toSignal(this.route.queryParamMap.pipe(map(readListQuery)), {
    requireSync: true,
  });
  protected readonly address = computed(() => toAddress(this.query()));
  private readonly filter = computed(() => filterOf(this.query()));
  protected readonly isFiltered = computed(() => Object.keys(toFilter(this.filter())).length > 0);
  protected readonly isNarrow = toSignal(
    inject(BreakpointObserver)
      .observe(NARROW)
      .pipe(map(({ matches }) => matches)),
    { requireSync: true },
  );

  protected readonly rows = new LeadRows(this.query);
  protected readonly counts = statusCounts(this.filter);
  protected readonly live = new LiveRows({
    lists: [this.rows],
    tenantId: this.tenant.id,
    isAttended: () => this.isAttended(),
    refresh: () => this.refresh(),
  });
  protected readonly selection = new Selection();
  protected readonly canLoadMore = computed(
    () => this.rows.hasMore() && this.query().rows < MAX_ROWS,
  );
  protected readonly skeletonRows = Array.from({ length: 12 }, (_, row) => row);
  protected readonly step = ROWS_STEP;

  constructor() {
    effect(() => this.announceTotal());
    effect(() => this.forgetSelection());
    afterRenderEffect(() => this.catchFocus());
    inject(LeadAnswers)
      .written$.pipe(takeUntilDestroyed())
      .subscribe((lead) => this.show(lead));
    inject(Shortcuts).add([
      { keys: ['/'], group: 'list', label: 'search', run: () => this.searchField()?.focus() },
      {
        keys: ['ArrowDown'],
        group: 'list',
        label: 'rows',
        run: () => this.table()?.focus() ?? false,
      },
      ...LIST_KEYS,
    ]);
    const current = inject(CurrentLead);
    inject(DestroyRef).onDestroy(() => current.set(null));
  }

  protected go(change: Partial<ListQuery>, options?: { replaceUrl: boolean }): void {
    // Whatever changes what is listed starts at its first rows.
    const queryParams = toAddress({ ...this.query(), rows: DEFAULT_LIST.rows, ...change });
    void this.router.navigate(['/leads'], { queryParams, ...options });
  }

  protected search(q: string): void {
    // Letters typed are no steps to go back through.
    this.go({ q }, { replaceUrl: true });
  }

  protected clearFilters(): void {
    this.go(NO_FILTER);
  }

  protected loadMore(): void {
    // Nor are rows: the way back leads to the view before.
    this.go({ rows: this.query().rows + ROWS_STEP }, { replaceUrl: true });
  }

  protected refresh(): void {
    this.live.settle();
    this.rows.refresh();
    this.counts.reload();
  }

  protected changeStatus(change: StatusChange): void {
    void this.changes.change(change);
  }

  private show(lead: LeadRead): void {
    this.rows.accept(lead);
    // Many at once are read again when they are all done.
    if (!this.bulk.isRunning()) this.refresh();
  }

  private isAttended(): boolean {
    if (this.document.hidden) return false;
    const results = this.results().nativeElement;
    return results.matches(':hover') || results.contains(this.document.activeElement);
  }

  /** Where the last row has left the list with the focus on it, the results hold it. */
  private catchFocus(): void {
    const isEmpty = this.rows.items()?.length === 0;
    if (isEmpty && this.rows.isCurrent() && this.hadFocus) this.results().nativeElement.focus();
    this.hadFocus = this.results().nativeElement.contains(this.document.activeElement);
  }
  private hadFocus = false;

  private forgetSelection(): void {
    this.filter();
    this.tenant.id();
    untracked(() => this.selection.clear());
  }

  private announceTotal(): void {
    if (!this.rows.isCurrent()) return;
    const total = this.rows.total();
    const key = `leads.found.${this.formats.plural(total)}`;
    const n = this.formats.number(total);
    void this.announcer.announce(this.transloco.translate(key, { n }));
  }
}
