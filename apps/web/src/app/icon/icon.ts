import { Component, computed, input } from '@angular/core';
import { ICONS, type IconName } from './icons';

/** A decoration: what it means always stands in the text or label beside it. */
@Component({
  selector: 'app-icon',
  template: `<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path [attr.d]="path()" />
  </svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      width: 16px;
      height: 16px;
    }
    path {
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();

  protected readonly path = computed(() => ICONS[this.name()]);
}
