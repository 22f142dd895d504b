import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { HistoryEntry } from '@leadlog/contracts/history';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Formats } from '../../../i18n/formats';
import { Notices } from '../../../notices/notices';
import { ProblemNotice } from '../../../problem/problem-notice/problem-notice';
import { Reasons } from '../../../problem/reasons';
import { ShownLead } from '../shown-lead';
import { LeadSaver } from '../writing/lead-saver';
import { Saving } from '../writing/saving';
import { HistorySentences } from './history-sentences';
import { ShownHistory } from './shown-history';
import { UndoDialog } from './undo-dialog/undo-dialog';
import { type EntryUndo, type SetBack, undoOf } from './undo-entry';

/** How many entries are shown at first, and how many more on request. */
const SHOWN_AT_ONCE = 30;
const LINES_AT_ONCE = 4;

/** A lead's history as a timeline, newest first, from which changes can be undone. */
@Component({
  selector: 'app-lead-history-list',
  imports: [ProblemNotice, RouterLink, TranslocoDirective],
  templateUrl: './lead-history-list.html',
  styleUrl: './lead-history-list.scss',
})
export class LeadHistoryList {
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);
  private readonly reasons = inject(Reasons);
  private readonly saver = inject(LeadSaver);
  private readonly transloco = inject(TranslocoService);
  private readonly saving = new Saving();
  protected readonly shown = inject(ShownLead);
  protected readonly history = inject(ShownHistory);
  protected readonly sentences = inject(HistorySentences);
  protected readonly formats = inject(Formats);

  private readonly limit = linkedSignal({
    source: this.shown.id,
    computation: () => SHOWN_AT_ONCE,
  });
  private readonly all = computed(() =>
    this.history.entries.hasValue() ? this.history.entries.value() : [],
  );
  protected readonly entries = computed(() => this.all().slice(-this.limit()).reverse());
  protected readonly earlier = computed(() => Math.max(0, this.all().length - this.limit()));
  /** Positions of the entries of which all lines are shown. */
  private readonly unfolded = signal<ReadonlySet<number>>(new Set());

  /** How each shown entry can be undone now; nothing is undone in the past. */
  private readonly undos = computed(() => {
    const lead = this.shown.isPast() ? null : this.shown.now();
    const undos = this.entries().map(
      (entry) => [entry.position, lead && undoOf(entry, lead)] as const,
    );
    return new Map(undos);
  });

  protected undoFor(entry: HistoryEntry): EntryUndo | null {
    return this.undos().get(entry.position) ?? null;
  }

  protected showEarlier(): void {
    this.limit.update((limit) => limit * 4);
  }

  protected lines(entry: HistoryEntry): { shown: string[]; hidden: number } {
    const lines = this.sentences.details(entry);
    const all = this.isUnfolded(entry) || lines.length <= LINES_AT_ONCE + 1;
    const shown = all ? lines : lines.slice(0, LINES_AT_ONCE);
    return { shown, hidden: lines.length - shown.length };
  }

  protected isLong(entry: HistoryEntry): boolean {
    const lines = this.sentences.details(entry);
    return lines.length > LINES_AT_ONCE + 1 || lines.some((line) => line.length > LONG_LINE);
  }

  protected isUnfolded({ position }: HistoryEntry): boolean {
    return this.unfolded().has(position);
  }

  protected toggle({ position }: HistoryEntry): void {
    this.unfolded.update((unfolded) => {
      const next = new Set(unfolded);
      if (!next.delete(position)) next.add(position);
      return next;
    });
  }

  /** Whether an entry lies after the moment of the past that is shown. */
  protected isLater({ recorded_at }: HistoryEntry): boolean {
    const asOf = this.shown.asOf();
    return asOf !== null && Date.parse(recorded_at) > Date.parse(asOf);
  }

  protected async undo(entry: HistoryEntry): Promise<void> {
    const lead = this.shown.now();
    const undo = lead && undoOf(entry, lead);
    if (!lead || !undo || !(await this.mayUndo(undo))) return;
    const saved = await this.saver.writeUnchanged(lead, undo.write, this.saving);
    const error = this.saving.error();
    if (saved !== null) this.notices.say(this.transloco.translate('undo.done'));
    else if (error !== null)
      this.notices.refuse(
        this.transloco.translate('undo.refused', { reason: this.reasons.of(error) }),
      );
  }

  private async mayUndo({ newer }: EntryUndo): Promise<boolean> {
    if (newer.length === 0) return true;
    const dialog = this.dialog.open<UndoDialog, SetBack[], boolean>(UndoDialog, { data: newer });
    return (await firstValueFrom(dialog.afterClosed())) ?? false;
  }
}

/** In UTF-16 units: beyond some three lines. */
const LONG_LINE = 280;
