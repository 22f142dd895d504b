import { Component, computed, input } from '@angular/core';
import { MAX_PRIORITY } from '@leadlog/domain/priority';

/** A priority as a number with a small bar. */
@Component({
  selector: 'app-priority-bar',
  template: `<strong>{{ points() }}</strong>
    <span class="track"><span [style.width.%]="share()"></span></span>`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 8px;
    }
    strong {
      min-width: 3ch;
      font-weight: 600;
      text-align: var(--points-align, end);
    }
    .track {
      width: 48px;
      height: 4px;
      border-radius: 2px;
      background: var(--track);
      overflow: hidden;
    }
    .track span {
      display: block;
      height: 100%;
      border-radius: 2px;
      background: var(--bar);
    }
  `,
})
export class PriorityBar {
  readonly points = input.required<number>();

  protected readonly share = computed(() => (100 * this.points()) / MAX_PRIORITY);
}
