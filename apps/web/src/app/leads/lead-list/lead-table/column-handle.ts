import { Component, inject, input } from '@angular/core';
import { type Column, ListLayout } from '../list-layout';

/**
 * The edge of a column's head that widens it. Shift and the arrow keys on the head do the same, and
 * so do the buttons of the view menu: it is for the pointer alone.
 */
@Component({
  selector: 'app-column-handle',
  template: '',
  styles: `
    :host {
      position: absolute;
      inset: 6px 0 6px auto;
      width: 9px;
      border-inline-start: 8px solid transparent;
      background: var(--border) content-box;
      cursor: col-resize;
      touch-action: none;
    }
    :host:hover,
    :host:active {
      background-color: var(--accent);
    }
  `,
  host: {
    'aria-hidden': 'true',
    '(pointerdown)': 'grab($event)',
    '(pointermove)': 'drag($event)',
    '(pointerup)': 'drop()',
    '(pointercancel)': 'drop()',
  },
})
export class ColumnHandle {
  private readonly layout = inject(ListLayout);
  private grabbed: { x: number; width: number } | null = null;

  readonly column = input.required<Column>();

  protected grab(event: PointerEvent): void {
    const handle = event.currentTarget as HTMLElement;
    handle.setPointerCapture(event.pointerId);
    event.preventDefault();
    // A column that has grown with the table starts from what is seen.
    const width = handle.parentElement?.offsetWidth ?? this.column().width;
    this.grabbed = { x: event.clientX, width };
  }

  protected drag({ clientX }: PointerEvent): void {
    if (this.grabbed === null) return;
    this.layout.resize(this.column().name, this.grabbed.width + clientX - this.grabbed.x);
  }

  protected drop(): void {
    this.grabbed = null;
  }
}
