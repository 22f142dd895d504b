import { Component, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats } from '../../../i18n/formats';
import { ProblemNotice } from '../../../problem/problem-notice/problem-notice';
import { keptWhileLoading } from '../../kept-while-loading';
import { leadHistoryResource } from '../../lead-requests';
import { HistorySentences } from './history-sentences';

/** A lead's history as a timeline, oldest first. */
@Component({
  selector: 'app-lead-history-list',
  imports: [ProblemNotice, TranslocoDirective],
  templateUrl: './lead-history-list.html',
  styleUrl: './lead-history-list.scss',
})
export class LeadHistoryList {
  protected readonly sentences = inject(HistorySentences);
  protected readonly formats = inject(Formats);

  readonly id = input.required<string>();
  /** The lead's number of events: one more, and the history is read again. */
  readonly version = input.required<number>();

  private readonly answer = leadHistoryResource(this.id, this.version);
  protected readonly history = keptWhileLoading(this.answer, this.id);

  protected reload(): void {
    this.answer.reload();
  }
}
