import { LiveAnnouncer } from '@angular/cdk/a11y';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { LeadRead } from '@leadlog/contracts/lead';
import { type Status, STATUSES } from '@leadlog/domain/vocabulary';
import { TranslocoService } from '@jsverse/transloco';
import { Formats } from '../i18n/formats';
import type { StatusChange } from '../leads/status-changes';
import { type BoardColumn, BoardColumns } from './board-columns';
import { placeOf, withStatus } from './placed-leads';

/** A card that was picked up and is not put down yet. */
interface Carried {
  lead: LeadRead;
  from: Status;
  over: Status;
  by: 'keyboard' | 'pointer';
}

/** The card in somebody's hand: from where, over which column, and where it would come to stand. */
@Injectable()
export class Carrying {
  private readonly announcer = inject(LiveAnnouncer);
  private readonly columns = inject(BoardColumns);
  private readonly formats = inject(Formats);
  private readonly transloco = inject(TranslocoService);
  private readonly carried = signal<Carried | null>(null);

  readonly current = this.carried.asReadonly();
  readonly byKeyboard = computed(() => this.carried()?.by === 'keyboard');

  lift(lead: LeadRead, from: Status, by: Carried['by']): void {
    this.carried.set({ lead, from, over: from, by });
    this.say('pickedUp', from);
  }

  /** Above a column now. */
  enter(over: Status): void {
    const carried = this.carried();
    if (carried === null || carried.over === over) return;
    this.carried.set({ ...carried, over });
    this.say(over === carried.from ? 'unchanged' : 'over', over);
  }

  /** To the column on the left (-1) or right (1), as far as there is one. */
  step(by: -1 | 1): void {
    const carried = this.carried();
    const next = carried && STATUSES[STATUSES.indexOf(carried.over) + by];
    if (next) this.enter(next);
  }

  /** What the card was carried for; null where it came down where it was. */
  drop(): StatusChange | null {
    const carried = this.carried();
    if (carried === null) return null;
    if (carried.over === carried.from) return this.cancel();
    this.say('dropped', carried.over);
    this.carried.set(null);
    return { lead: carried.lead, to: carried.over };
  }

  cancel(): null {
    const carried = this.carried();
    if (carried !== null) this.say('cancelled', carried.from);
    this.carried.set(null);
    return null;
  }

  /** Before which of the column's cards the carried one would come; null where nothing would. */
  landing({ status, cards }: BoardColumn): number | null {
    const carried = this.carried();
    if (carried?.over !== status || carried.from === status || cards === null) return null;
    return placeOf(withStatus(carried.lead, status), cards);
  }

  /** Whoever drags sees where; whoever presses keys may have to hear it. */
  private say(key: string, status: Status): void {
    const carried = this.carried();
    if (carried?.by !== 'keyboard') return;
    const column = this.columns.all().find((it) => it.status === status);
    const values = {
      name: carried.lead.name,
      status: this.transloco.translate(`status.${status}`),
      place: this.formats.number(((column && this.landing(column)) ?? 0) + 1),
      n: this.formats.number((column?.total ?? 0) + 1),
    };
    void this.announcer.announce(this.transloco.translate(`board.${key}`, values), 'assertive');
  }
}
