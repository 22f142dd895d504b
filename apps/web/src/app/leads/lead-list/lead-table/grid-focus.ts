import { Directive, DestroyRef, DOCUMENT, ElementRef, inject } from '@angular/core';

/** Rows that Page Up and Page Down go. */
const PAGE_OF_ROWS = 10;

interface Place {
  /** `data-row` of the row; the header's is empty. */
  row: string;
  /** Where the row stood, from the top. */
  rowIndex: number;
  /** `data-column` of the cell. */
  column: string;
}

/**
 * Makes a table with `role="grid"` one stop of the Tab key, within which arrows, Home, End and the
 * page keys move (WAI-ARIA Authoring Practices, data grid). A cell with one control in it hands the
 * focus to it. When rows come, go or move, the focus stays with its row, or with its place where the
 * row is gone. Cells with `data-editing` are left alone.
 */
@Directive({
  selector: 'table[appGridFocus]',
  host: {
    '(focusin)': 'entered($event)',
    '(focusout)': 'left($event)',
    '(document:pointerdown)': 'pressed($event)',
  },
})
export class GridFocus {
  private readonly table = inject<ElementRef<HTMLTableElement>>(ElementRef).nativeElement;
  private readonly document = inject(DOCUMENT);
  private place: Place | null = null;
  private isFocused = false;

  constructor() {
    const move = (event: KeyboardEvent) => this.move(event);
    // Before the controls in the cells see the keys: arrows would open their menus.
    this.table.addEventListener('keydown', move, { capture: true });
    const changes = new MutationObserver(() => this.settle());
    changes.observe(this.table, { childList: true, subtree: true });
    inject(DestroyRef).onDestroy(() => {
      changes.disconnect();
      this.table.removeEventListener('keydown', move, { capture: true });
    });
  }

  /** Focuses the cell that was focused last, by default the first row's name. */
  focus(): void {
    this.applyTabStop();
    targetIn(this.currentCell())?.focus();
  }

  protected entered({ target }: FocusEvent): void {
    const place = this.placeOf(target as HTMLElement);
    if (place === null) return;
    const before = targetIn(this.currentCell());
    this.isFocused = true;
    this.place = place;
    if (before) before.tabIndex = -1;
    const now = targetIn(this.currentCell());
    if (now) now.tabIndex = 0;
  }

  /** The focus is gone only when it is elsewhere: not when its element left, nor in a cell's menu. */
  protected left({ relatedTarget }: FocusEvent): void {
    const next = relatedTarget as HTMLElement | null;
    if (next === null || this.isOurs(next)) return;
    this.isFocused = false;
  }

  protected pressed({ target }: Event): void {
    if (!this.isOurs(target as HTMLElement)) this.isFocused = false;
  }

  private isOurs(element: HTMLElement): boolean {
    return this.table.contains(element) || element.closest('.cdk-overlay-container') !== null;
  }

  private settle(): void {
    this.applyTabStop();
    const active = this.document.activeElement;
    if (this.isFocused && (active === null || active === this.document.body))
      targetIn(this.currentCell())?.focus({ preventScroll: true });
  }

  private applyTabStop(): void {
    const current = this.currentCell();
    for (const cell of this.table.querySelectorAll<HTMLTableCellElement>('th, td')) {
      const target = targetIn(cell);
      if (target) target.tabIndex = cell === current ? 0 : -1;
    }
  }

  private currentCell(): HTMLTableCellElement | undefined {
    const rows = [...this.table.rows];
    const place = this.place;
    const row =
      rows.find(({ dataset }) => place !== null && dataset['row'] === place.row) ??
      rows[Math.min(place?.rowIndex ?? 1, rows.length - 1)];
    const cells = [...(row?.cells ?? [])];
    return (
      cells.find(({ dataset }) => dataset['column'] === (place?.column ?? 'name')) ?? cells.at(0)
    );
  }

  private placeOf(element: HTMLElement): Place | null {
    const cell = element.closest<HTMLTableCellElement>('th, td');
    const row = element.closest('tr');
    if (cell === null || row === null) return null;
    return {
      row: row.dataset['row'] ?? '',
      rowIndex: row.rowIndex,
      column: cell.dataset['column'] ?? '',
    };
  }

  private move(event: KeyboardEvent): void {
    const cell = (event.target as HTMLElement).closest<HTMLTableCellElement>('th, td');
    if (cell === null || 'editing' in cell.dataset || event.shiftKey || event.altKey) return;
    const to = this.destination(event, cell);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    targetIn(to)?.focus();
  }

  private destination({ key, ctrlKey, metaKey }: KeyboardEvent, cell: HTMLTableCellElement) {
    const rows = [...this.table.rows];
    const y = (cell.parentElement as HTMLTableRowElement).rowIndex;
    const x = cell.cellIndex;
    const at = (row: number, column: number) =>
      rows[Math.max(0, Math.min(row, rows.length - 1))]?.cells[column];
    const end = (rows[y]?.cells.length ?? 1) - 1;
    if (ctrlKey || metaKey) {
      if (key === 'Home') return at(1, 0);
      return key === 'End' ? at(rows.length, end) : undefined;
    }
    switch (key) {
      case 'ArrowUp':
        return at(y - 1, x);
      case 'ArrowDown':
        return at(y + 1, x);
      case 'ArrowLeft':
        return at(y, Math.max(0, x - 1));
      case 'ArrowRight':
        return at(y, Math.min(end, x + 1));
      case 'Home':
        return at(y, 0);
      case 'End':
        return at(y, end);
      case 'PageUp':
        return at(Math.max(1, y - PAGE_OF_ROWS), x);
      case 'PageDown':
        return at(y + PAGE_OF_ROWS, x);
      default:
        return undefined;
    }
  }
}

/** What takes the focus in a cell: its control, else itself. */
function targetIn(cell: HTMLTableCellElement | undefined): HTMLElement | null {
  if (cell === undefined || 'editing' in cell.dataset) return null;
  return cell.querySelector<HTMLElement>('a, button, input') ?? cell;
}
