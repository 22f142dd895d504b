import { DestroyRef, Directive, DOCUMENT, ElementRef, inject, output } from '@angular/core';
import { type Status, STATUSES } from '@leadlog/domain/vocabulary';
import { CurrentLead } from '../leads/current-lead';
import { type StatusChange, StatusChanges } from '../leads/status-changes';
import { BoardColumns } from './board-columns';
import { Carrying } from './carrying';

interface Place {
  /** `data-card` of the card. */
  card: string;
  /** `data-column` of its column, and where in it the card stood. */
  column: string;
  index: number;
  /** Which of the card's controls has the focus. */
  control: number;
}

/**
 * Makes the cards of a board one stop of the Tab key, between which arrows, Home and End move; from a
 * card, Tab goes to its other controls. Space picks the card up: arrows then choose a column, Space
 * or Enter drops it, Escape puts it back. When cards come, go or move, the focus stays with its card,
 * or with its place where the card is gone.
 */
@Directive({
  selector: '[appBoardKeys]',
  host: {
    '(focusin)': 'entered($event)',
    '(focusout)': 'left($event)',
    '(document:pointerdown)': 'pressed($event)',
    '(document:keydown.escape)': 'letGo()',
  },
})
export class BoardKeys {
  private readonly board = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly document = inject(DOCUMENT);
  private readonly columns = inject(BoardColumns);
  private readonly carrying = inject(Carrying);
  private readonly changes = inject(StatusChanges);
  private readonly current = inject(CurrentLead);
  private place: Place | null = null;
  private isFocused = false;

  readonly dropped = output<StatusChange>();

  constructor() {
    const press = (event: KeyboardEvent) => this.press(event);
    // Before the controls on the cards see the keys: arrows would open their menus.
    this.board.addEventListener('keydown', press, { capture: true });
    const changes = new MutationObserver(() => this.settle());
    changes.observe(this.board, { childList: true, subtree: true });
    inject(DestroyRef).onDestroy(() => {
      changes.disconnect();
      this.board.removeEventListener('keydown', press, { capture: true });
      this.current.set(null);
    });
  }

  /** Focuses the card that was focused last, by default the first one. */
  focus(): boolean {
    const card = this.currentCard();
    controlsOf(card)[0]?.focus();
    return card !== undefined;
  }

  protected entered({ target }: FocusEvent): void {
    const card = (target as HTMLElement).closest<HTMLElement>('[data-card]');
    if (card === null) return;
    this.isFocused = true;
    this.place = {
      card: String(card.dataset['card']),
      column: columnOf(card)?.dataset['column'] ?? '',
      index: cardsOf(columnOf(card)).indexOf(card),
      control: Math.max(0, controlsOf(card).indexOf(target as HTMLElement)),
    };
    this.current.set(this.columns.lead(Number(card.dataset['card'])) ?? null);
    this.applyTabStop();
  }

  /** The focus is gone only when it is elsewhere: not when its element left, nor in a card's menu. */
  protected left({ relatedTarget }: FocusEvent): void {
    const next = relatedTarget as HTMLElement | null;
    if (next === null || this.isOurs(next)) return;
    this.isFocused = false;
    if (this.carrying.byKeyboard()) this.carrying.cancel();
  }

  protected pressed({ target }: Event): void {
    if (!this.isOurs(target as HTMLElement)) this.isFocused = false;
    if (this.carrying.byKeyboard()) this.carrying.cancel();
  }

  /** Escape puts back what a pointer carries as well. */
  protected letGo(): void {
    if (this.carrying.current()?.by !== 'pointer') return;
    this.carrying.cancel();
    // The CDK knows no key that ends a drag: to it the button is released.
    this.document.dispatchEvent(new MouseEvent('mouseup'));
  }

  private isOurs(element: HTMLElement): boolean {
    return this.board.contains(element) || element.closest('.cdk-overlay-container') !== null;
  }

  private press(event: KeyboardEvent): void {
    const card = (event.target as HTMLElement).closest<HTMLElement>('[data-card]');
    if (card === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const isDone = this.carrying.byKeyboard() ? this.carry(event.key) : this.act(event, card);
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** With a card in hand no key does what it does otherwise, but Tab: it leaves the card behind. */
  private carry(key: string): boolean {
    if (key === 'Tab') return false;
    if (key === 'ArrowLeft') this.carrying.step(-1);
    else if (key === 'ArrowRight') this.carrying.step(1);
    else if (key === 'Escape') this.carrying.cancel();
    else if (key === ' ' || key === 'Enter') {
      const change = this.carrying.drop();
      if (change) this.dropped.emit(change);
    }
    return true;
  }

  private act({ key, target }: KeyboardEvent, card: HTMLElement): boolean {
    if (key === ' ' && target === controlsOf(card)[0]) return this.lift(card);
    const to = this.destination(key, card);
    controlsOf(to)[0]?.focus();
    return to !== undefined;
  }

  private lift(card: HTMLElement): true {
    const lead = this.columns.lead(Number(card.dataset['card']));
    const from = columnOf(card)?.dataset['column'] as Status;
    if (lead && !this.changes.isPending(lead)) this.carrying.lift(lead, from, 'keyboard');
    return true;
  }

  private destination(key: string, card: HTMLElement): HTMLElement | undefined {
    const cards = cardsOf(columnOf(card));
    const index = cards.indexOf(card);
    switch (key) {
      case 'ArrowUp':
        return cards[Math.max(0, index - 1)];
      case 'ArrowDown':
        return cards[Math.min(cards.length - 1, index + 1)];
      case 'Home':
        return cards[0];
      case 'End':
        return cards.at(-1);
      case 'ArrowLeft':
        return this.beside(card, -1) ?? card;
      case 'ArrowRight':
        return this.beside(card, 1) ?? card;
      default:
        return undefined;
    }
  }

  /** The card at the same height of the next column that has any. */
  private beside(card: HTMLElement, step: -1 | 1): HTMLElement | undefined {
    const index = cardsOf(columnOf(card)).indexOf(card);
    const from = STATUSES.indexOf(columnOf(card)?.dataset['column'] as Status);
    for (let at = from + step; at >= 0 && at < STATUSES.length; at += step) {
      const cards = cardsOf(this.columnNamed(STATUSES[at]));
      if (cards.length > 0) return cards[Math.min(index, cards.length - 1)];
    }
    return undefined;
  }

  private settle(): void {
    this.applyTabStop();
    const active = this.document.activeElement;
    if (!this.isFocused || (active !== null && active !== this.document.body)) return;
    const card = this.currentCard();
    const isSame = card?.dataset['card'] === this.place?.card;
    controlsOf(card)[(isSame && this.place?.control) || 0]?.focus();
  }

  /** All controls of one card can be reached by Tab, and none of the others. */
  private applyTabStop(): void {
    const current = this.currentCard();
    for (const card of cardsOf(this.board))
      for (const control of controlsOf(card)) control.tabIndex = card === current ? 0 : -1;
  }

  private currentCard(): HTMLElement | undefined {
    const all = cardsOf(this.board);
    const place = this.place;
    if (place === null) return all[0];
    const there = cardsOf(this.columnNamed(place.column));
    return (
      all.find(({ dataset }) => dataset['card'] === place.card) ??
      there[Math.min(place.index, there.length - 1)] ??
      all[0]
    );
  }

  private columnNamed(name: string | undefined): HTMLElement | null {
    return this.board.querySelector(`[data-column="${name}"]`);
  }
}

const columnOf = (card: HTMLElement) => card.closest<HTMLElement>('[data-column]');

const cardsOf = (parent: HTMLElement | null): HTMLElement[] => [
  ...(parent?.querySelectorAll<HTMLElement>('[data-card]') ?? []),
];

/** The link to the lead first. */
const controlsOf = (card: HTMLElement | undefined): HTMLElement[] => [
  ...(card?.querySelectorAll<HTMLElement>('a, button') ?? []),
];
