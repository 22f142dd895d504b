import { NgTemplateOutlet } from '@angular/common';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import type { Stats } from '@leadlog/contracts/stats';
import { MAX_PRIORITY } from '@leadlog/domain/priority';
import { STATUSES } from '@leadlog/domain/vocabulary';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Formats } from '../i18n/formats';
import { lastKnown } from '../last-known';
import { EmptyTenant } from '../leads/empty-tenant/empty-tenant';
import { renewals } from '../live/renewals';
import { ProblemNotice } from '../problem/problem-notice/problem-notice';
import { CurrentTenant } from '../tenant/current-tenant';
import { inTenant } from '../tenant/tenant-header';
import { type Bar, BarTable } from './bar-table/bar-table';
import { WeekChart } from './week-chart/week-chart';

interface Tile {
  name: string;
  value: string;
  /** Query parameters of the list. */
  list?: Params;
}

/** The figures of a tenant; where the list can show exactly the leads that one counts, it opens them. */
@Component({
  selector: 'app-overview',
  imports: [
    BarTable,
    EmptyTenant,
    NgTemplateOutlet,
    ProblemNotice,
    RouterLink,
    TranslocoDirective,
    WeekChart,
  ],
  templateUrl: './overview.html',
  styleUrl: './overview.scss',
})
export class Overview {
  private readonly transloco = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly tenant = inject(CurrentTenant);
  private readonly renewed = renewals();

  private readonly answer = httpResource<Stats>(() => {
    this.renewed();
    return { url: '/stats', context: inTenant(this.tenant.id()) };
  });
  protected readonly stats = lastKnown(this.answer, this.tenant.id);
  protected readonly error = this.answer.error;
  protected readonly isLoading = this.answer.isLoading;
  protected readonly asTable = signal(false);
  protected readonly skeletons = Array.from({ length: 4 }, (_, panel) => panel);

  protected readonly tiles = computed<Tile[]>(() => {
    const stats = this.stats();
    if (stats === undefined) return [];
    const { total, average_priority, gone_quiet, by_week } = stats;
    const average = average_priority === null ? '–' : this.formats.rounded(average_priority);
    return [
      { name: 'total', value: this.formats.number(total), list: {} },
      { name: 'average', value: average, list: {} },
      { name: 'thisWeek', value: this.formats.number(by_week.at(-1)?.created ?? 0) },
      { name: 'quiet', value: this.formats.number(gone_quiet) },
    ];
  });
  protected readonly byStatus = computed<Bar[]>(() =>
    STATUSES.map((status) => ({
      label: this.text(`status.${status}`),
      count: this.stats()?.by_status[status] ?? 0,
      list: { status },
      tone: status,
    })),
  );
  /** The highest first, as in the list. */
  protected readonly byPriority = computed<Bar[]>(() =>
    (this.stats()?.by_priority_band ?? []).toReversed().map(({ from, to, count }) => ({
      label: this.text('overview.band', { from, to }),
      count,
      // The list knows no upper end.
      ...(to === MAX_PRIORITY && { list: { min_priority: from } }),
    })),
  );
  protected readonly byActivity = computed<Bar[]>(() => {
    const { by_status, gone_quiet = 0 } = this.stats() ?? {};
    const open = (by_status?.new ?? 0) + (by_status?.qualified ?? 0);
    return [
      { label: this.text('overview.active'), count: open - gone_quiet },
      { label: this.text('overview.goneQuiet'), count: gone_quiet, tone: 'quiet' },
    ];
  });

  protected retry(): void {
    this.answer.reload();
  }

  private text(key: string, values: Record<string, string | number> = {}): string {
    this.transloco.activeLang();
    return this.transloco.translate(key, values);
  }
}
