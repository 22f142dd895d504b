import { Component, computed, inject, input, signal } from '@angular/core';
import type { Stats } from '@leadlog/contracts/stats';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats } from '../../i18n/formats';
import { mondayOf } from './iso-week';
import { roundSteps } from './scale';

/** A label below each so many weeks, counted from this one. */
const WEEKS_A_LABEL = 5;

/** Leads created and qualified in each week, side by side; or the same as a table. */
@Component({
  selector: 'app-week-chart',
  imports: [TranslocoDirective],
  templateUrl: './week-chart.html',
  styleUrl: './week-chart.scss',
})
export class WeekChart {
  protected readonly formats = inject(Formats);

  /** Oldest first. */
  readonly weeks = input.required<Stats['by_week']>();
  readonly asTable = input.required<boolean>();

  protected readonly lines = computed(() =>
    roundSteps(Math.max(...this.weeks().flatMap(({ created, qualified }) => [created, qualified]))),
  );
  private readonly top = computed(() => this.lines().at(-1) ?? 1);
  protected readonly shown = computed(() =>
    this.weeks().map((week, index, all) => ({
      ...week,
      day: this.formats.dayAndMonth(mondayOf(week.week)),
      date: this.formats.date(mondayOf(week.week)),
      isLabelled: (all.length - 1 - index) % WEEKS_A_LABEL === 0,
    })),
  );

  private readonly pointedAt = signal<string | null>(null);
  /** The week whose figures are read out below; this week's where none is pointed at. */
  protected readonly current = computed(
    () => this.shown().find(({ week }) => week === this.pointedAt()) ?? this.shown().at(-1),
  );

  protected heightOf(count: number): number {
    return (100 * count) / this.top();
  }

  protected point(week: string | null): void {
    this.pointedAt.set(week);
  }
}
