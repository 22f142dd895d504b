import { Component, computed, DestroyRef, effect, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { ACTIVITY_KINDS } from '@leadlog/domain/vocabulary';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats } from '../../i18n/formats';
import { Icon } from '../../icon/icon';
import { PageTitle } from '../../page-title';
import { ProblemNotice } from '../../problem/problem-notice/problem-notice';
import { statusOf } from '../../problem/problem';
import { Shortcuts } from '../../shortcuts/shortcuts';
import { CurrentTenant } from '../../tenant/current-tenant';
import { CurrentLead } from '../current-lead';
import { DuplicatePanel } from '../duplicates/duplicate-panel';
import { duplicatesOf } from '../duplicates/duplicates';
import { LeadAnswers } from '../lead-answers';
import { PriorityBar } from '../priority-bar/priority-bar';
import { PriorityOutlook } from '../priority-outlook/priority-outlook';
import { PriorityParts } from '../priority-parts/priority-parts';
import { type StatusChange, StatusChanges } from '../status-changes';
import { StatusMenu } from '../status-menu/status-menu';
import { ActivityComposer, KIND_KEYS } from './activity-composer/activity-composer';
import { ContactPanel } from './contact-panel/contact-panel';
import { EditableFact } from './editable-fact/editable-fact';
import { LeadActions } from './lead-actions/lead-actions';
import { LeadFacts } from './lead-facts/lead-facts';
import { LeadHistoryList } from './lead-history/lead-history-list';
import { LeadSequence } from './lead-steps/lead-sequence';
import { LeadSteps } from './lead-steps/lead-steps';
import { LiveLead } from './live-lead';
import { ShownHistory } from './lead-history/shown-history';
import { ShownLead } from './shown-lead';
import { LeadSaver } from './writing/lead-saver';
import { TimeSlider } from './time-slider/time-slider';
import { UnsavedEdits } from './writing/unsaved-edits';

const NOT_FOUND = 404;

@Component({
  selector: 'app-lead-page',
  imports: [
    ActivityComposer,
    ContactPanel,
    DuplicatePanel,
    EditableFact,
    LeadActions,
    LeadFacts,
    Icon,
    LeadHistoryList,
    LeadSteps,
    PriorityBar,
    PriorityOutlook,
    PriorityParts,
    ProblemNotice,
    RouterLink,
    StatusMenu,
    TimeSlider,
    TranslocoDirective,
  ],
  providers: [ShownLead, LiveLead, LeadSequence, ShownHistory, LeadSaver, UnsavedEdits],
  templateUrl: './lead-page.html',
  styleUrl: './lead-page.scss',
  host: {
    '(window:beforeunload)': 'warnOfLoss($event)',
  },
})
export class LeadPage {
  private readonly changes = inject(StatusChanges);
  private readonly title = inject(PageTitle);
  private readonly unsaved = inject(UnsavedEdits);
  protected readonly tenant = inject(CurrentTenant);
  protected readonly formats = inject(Formats);
  protected readonly shown = inject(ShownLead);

  protected readonly duplicates = duplicatesOf(() =>
    this.shown.isPast() ? null : this.shown.now(),
  );

  private readonly composer = viewChild(ActivityComposer);
  private readonly steps = viewChild.required(LeadSteps);
  private readonly actions = viewChild(LeadActions);
  private readonly isNotFound = computed(() => statusOf(this.shown.error()) === NOT_FOUND);
  protected readonly isMissing = computed(() => this.isNotFound() && this.shown.now() === null);
  /** The lead is there, but was not yet at the moment that is asked for. */
  protected readonly isBeforeCreation = computed(
    () => this.isNotFound() && this.shown.now() !== null,
  );
  /** The list that this lead was opened from, with its filters and page. */
  protected readonly list = this.shown.state.list ?? {};

  constructor() {
    inject(LiveLead);
    inject(LeadAnswers)
      .written$.pipe(takeUntilDestroyed())
      .subscribe((lead) => this.shown.accept(lead));
    this.addShortcuts();
    const current = inject(CurrentLead);
    effect(() => current.set(this.shown.isPast() ? null : this.shown.now()));
    inject(DestroyRef).onDestroy(() => current.set(null));
    effect(() => {
      const lead = this.shown.lead();
      if (lead !== null) this.title.name(lead.name);
    });
  }

  mayLeave(): Promise<boolean> {
    return this.unsaved.mayBeLost();
  }

  protected restore(): void {
    void this.actions()?.archive(false);
  }

  /** The address may say anything. */
  protected isMoment(text: string): boolean {
    return !Number.isNaN(Date.parse(text));
  }

  protected warnOfLoss(event: BeforeUnloadEvent): void {
    if (this.unsaved.any()) event.preventDefault();
  }

  protected changeStatus(change: StatusChange): void {
    void this.changes.change(change, (lead) => this.shown.accept(lead));
  }

  private addShortcuts(): void {
    inject(Shortcuts).add([
      ...ACTIVITY_KINDS.map((kind) => ({
        keys: [KIND_KEYS[kind]],
        group: 'lead' as const,
        label: `log.${kind}`,
        run: () => this.composer()?.open(kind),
      })),
      { keys: ['j'], group: 'lead', label: 'nextLead', run: () => this.steps().go('next') },
      { keys: ['k'], group: 'lead', label: 'previousLead', run: () => this.steps().go('previous') },
    ]);
  }
}
