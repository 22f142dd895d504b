import { CdkTrapFocus } from '@angular/cdk/a11y';
import { Directive, inject } from '@angular/core';

/** A small dialog beside the button that opens it: it takes the focus, and gives it back. */
@Directive({
  selector: '[appPopup]',
  hostDirectives: [CdkTrapFocus],
  host: { class: 'floating', role: 'dialog' },
})
export class Popup {
  constructor() {
    inject(CdkTrapFocus).autoCapture = true;
  }
}
