import { CdkDropList, CdkDropListGroup } from '@angular/cdk/drag-drop';
import { BreakpointObserver } from '@angular/cdk/layout';
import { Component, computed, DOCUMENT, ElementRef, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import type { Status } from '@leadlog/domain/vocabulary';
import { TranslocoDirective } from '@jsverse/transloco';
import { map } from 'rxjs';
import { Formats } from '../i18n/formats';
import { Icon } from '../icon/icon';
import { EmptyTenant } from '../leads/empty-tenant/empty-tenant';
import { LeadAnswers } from '../leads/lead-answers';
import { ListFilters } from '../leads/lead-list/list-filters/list-filters';
import { type ListQuery, toAddress } from '../leads/lead-list/list-query';
import { LiveRows } from '../leads/lead-list/live-rows';
import { SearchField } from '../leads/lead-list/search-field/search-field';
import { type StatusChange, StatusChanges } from '../leads/status-changes';
import { ProblemNotice } from '../problem/problem-notice/problem-notice';
import { Shortcuts } from '../shortcuts/shortcuts';
import { CurrentTenant } from '../tenant/current-tenant';
import { BoardColumn } from './board-column/board-column';
import { BoardColumns } from './board-columns';
import { BoardKeys } from './board-keys';
import { BOARD_KEYS } from './board-shortcuts';
import { Carrying } from './carrying';

const NARROW = '(max-width: 700px)';

/** The leads by status, to be moved from one to the next. */
@Component({
  selector: 'app-board',
  imports: [
    BoardColumn,
    BoardKeys,
    CdkDropList,
    CdkDropListGroup,
    EmptyTenant,
    Icon,
    ListFilters,
    ProblemNotice,
    RouterLink,
    SearchField,
    TranslocoDirective,
  ],
  providers: [BoardColumns, Carrying],
  templateUrl: './board.html',
  styleUrls: ['../leads/many-leads.scss', './board.scss'],
  host: { '(contextmenu)': 'carrying.current() && $event.preventDefault()' },
})
export class Board {
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly changes = inject(StatusChanges);
  private readonly area = viewChild.required<string, ElementRef<HTMLElement>>('area', {
    read: ElementRef,
  });
  private readonly searchField = viewChild(SearchField);
  private readonly keys = viewChild(BoardKeys);
  protected readonly formats = inject(Formats);
  protected readonly tenant = inject(CurrentTenant);
  protected readonly columns = inject(BoardColumns);
  protected readonly carrying = inject(Carrying);

  protected readonly isNarrow = toSignal(
    inject(BreakpointObserver)
      .observe(NARROW)
      .pipe(map(({ matches }) => matches)),
    { requireSync: true },
  );
  /** Where all columns do not fit beside each other, one is shown. */
  protected readonly chosen = computed<Status>(() => this.columns.query().status ?? 'new');
  protected readonly shown = computed(() =>
    this.columns.all().filter(({ status }) => !this.isNarrow() || status === this.chosen()),
  );
  protected readonly live = new LiveRows({
    lists: this.columns.live,
    tenantId: this.tenant.id,
    isAttended: () => this.isAttended(),
    refresh: () => this.refresh(),
  });

  constructor() {
    inject(LeadAnswers)
      .written$.pipe(takeUntilDestroyed())
      .subscribe((lead) => {
        this.columns.place(lead);
        this.columns.readAgain();
      });
    inject(Shortcuts).add([
      { keys: ['/'], group: 'board', label: 'search', run: () => this.searchField()?.focus() },
      {
        keys: ['ArrowDown'],
        group: 'board',
        label: 'cards',
        run: () => this.keys()?.focus() ?? false,
      },
      ...BOARD_KEYS,
    ]);
  }

  protected go(change: Partial<ListQuery>, options?: { replaceUrl: boolean }): void {
    const queryParams = toAddress({ ...this.columns.query(), ...change });
    void this.router.navigate(['/board'], { queryParams, ...options });
  }

  protected search(q: string): void {
    // Letters typed are no steps to go back through.
    this.go({ q }, { replaceUrl: true });
  }

  protected refresh(): void {
    this.live.settle();
    this.columns.refresh();
  }

  protected move({ lead, to }: StatusChange): void {
    // Where others have moved it there meanwhile, there is nothing to ask for.
    if (lead.status === to) this.refresh();
    else void this.changes.change({ lead, to });
  }

  private isAttended(): boolean {
    if (this.document.hidden) return false;
    if (this.carrying.current() !== null) return true;
    const area = this.area().nativeElement;
    return area.matches(':hover') || area.contains(this.document.activeElement);
  }
}
