import { Component, computed, type ElementRef, inject, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats } from '../../../i18n/formats';
import { HistorySentences } from '../lead-history/history-sentences';
import { ShownHistory } from '../lead-history/shown-history';
import { ShownLead } from '../shown-lead';

/** Leads through the past of the lead, from event to event; the last step is now. */
@Component({
  selector: 'app-time-slider',
  imports: [TranslocoDirective],
  templateUrl: './time-slider.html',
  styleUrl: './time-slider.scss',
})
export class TimeSlider {
  private readonly router = inject(Router);
  private readonly shown = inject(ShownLead);
  private readonly history = inject(ShownHistory);
  private readonly sentences = inject(HistorySentences);
  private readonly formats = inject(Formats);
  private readonly slider = viewChild<ElementRef<HTMLInputElement>>('slider');

  /** The last event of each moment: what was recorded at once cannot be told apart by time. */
  private readonly steps = computed(() => {
    const entries = this.history.entries.hasValue() ? this.history.entries.value() : [];
    return entries.filter((it, at) => it.recorded_at !== entries[at + 1]?.recorded_at);
  });
  protected readonly last = computed(() => this.steps().length - 1);
  /** The step that is shown: the last one that had happened at the moment of the address. */
  protected readonly step = computed(() => {
    const asOf = this.shown.asOf();
    if (asOf === null) return this.last();
    const moment = Date.parse(asOf);
    return Math.max(
      0,
      this.steps().findLastIndex((it) => Date.parse(it.recorded_at) <= moment),
    );
  });
  protected readonly text = computed(() => {
    const entry = this.steps()[this.step()];
    if (entry === undefined) return '';
    return `${this.formats.dateTime(entry.recorded_at)}: ${this.sentences.headline(entry)}`;
  });
  protected readonly isNow = computed(() => !this.shown.isPast());

  protected async goTo(step: number): Promise<void> {
    const moment = step < this.last() ? this.steps()[step]?.recorded_at : undefined;
    const gone = await this.router.navigate([], {
      queryParams: { as_of: moment ?? null },
      queryParamsHandling: 'merge',
      // Each step is a look around, none a place to come back to.
      replaceUrl: true,
      state: this.shown.state,
    });
    // Somebody would rather keep what they have entered: the slider stays with what is shown.
    const slider = this.slider()?.nativeElement;
    if (gone === false && slider) slider.value = String(this.step());
  }
}
