import { CdkDrag, CdkDropList } from '@angular/cdk/drag-drop';
import { Component, computed, effect, ElementRef, inject, input, output } from '@angular/core';
import type { LeadRead } from '@leadlog/contracts/lead';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats } from '../../i18n/formats';
import { type StatusChange, StatusChanges } from '../../leads/status-changes';
import { BoardCard } from '../board-card/board-card';
import { type BoardColumn as Column, BoardColumns, CARDS_STEP } from '../board-columns';
import { Carrying } from '../carrying';

/** A finger that rests so long picks a card up; one that moves before scrolls. */
const LONG_PRESS = { touch: 250, mouse: 0 };

/** The leads of one status: cards to look through, pick up and drop. */
@Component({
  selector: 'app-board-column',
  imports: [BoardCard, CdkDrag, CdkDropList, TranslocoDirective],
  templateUrl: './board-column.html',
  styleUrl: './board-column.scss',
})
export class BoardColumn {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly columns = inject(BoardColumns);
  protected readonly carrying = inject(Carrying);
  protected readonly changes = inject(StatusChanges);
  protected readonly formats = inject(Formats);

  readonly column = input.required<Column>();
  readonly move = output<StatusChange>();

  protected readonly delay = LONG_PRESS;
  protected readonly step = CARDS_STEP;
  protected readonly isLoading = this.columns.isLoading;
  protected readonly skeletons = Array.from({ length: 5 }, (_, card) => card);
  /** Before which card the one in hand would come. */
  protected readonly landing = computed(() => this.carrying.landing(this.column()));
  protected readonly isTarget = computed(() => this.landing() !== null);

  constructor() {
    effect(() => {
      if (this.isTarget()) this.showLanding();
    });
  }

  protected isCarried({ id }: LeadRead): boolean {
    return this.carrying.current()?.lead.id === id;
  }

  protected lift(id: number): void {
    const lead = this.columns.lead(id);
    if (lead) this.carrying.lift(lead, this.column().status, 'pointer');
  }

  protected drop(): void {
    const change = this.carrying.drop();
    if (change) this.move.emit(change);
  }

  protected choose(id: number, to: StatusChange['to']): void {
    const lead = this.columns.lead(id);
    if (lead) this.move.emit({ lead, to });
  }

  protected showMore(): void {
    if (!this.isLoading()) this.columns.showMore(this.column().status);
  }

  private showLanding(): void {
    // The place is drawn in the same turn as this runs.
    queueMicrotask(() =>
      this.host.querySelector('.landing')?.scrollIntoView?.({ block: 'nearest' }),
    );
  }
}
