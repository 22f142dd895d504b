import { OverlayContainer } from '@angular/cdk/overlay';
import { Service } from '@angular/core';

/**
 * Menus, explanations and messages open inside the main landmark, so that whoever moves from
 * landmark to landmark comes across them.
 */
@Service()
export class OverlaysInMain extends OverlayContainer {
  protected override _createContainer(): void {
    super._createContainer();
    this._document.querySelector('main')?.append(this.getContainerElement());
  }
}
