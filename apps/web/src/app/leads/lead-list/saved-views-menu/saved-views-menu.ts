import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import { Component, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Language } from '../../../i18n/language';
import { Icon } from '../../../icon/icon';
import type { ListQuery } from '../list-query';
import { savedViewTexts } from './texts/saved-view-texts';
import { ViewList } from './view-list/view-list';

/** Opens the views that the tenant has saved. They come with their texts when they are asked for. */
@Component({
  selector: 'app-saved-views-menu',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, Icon, TranslocoDirective, ViewList],
  template: `<ng-container *transloco="let t">
    <button
      cdkOverlayOrigin
      #origin="cdkOverlayOrigin"
      type="button"
      class="button"
      [class.icon-only]="narrow()"
      aria-haspopup="dialog"
      [attr.aria-label]="narrow() ? t('savedViews') : null"
      [attr.aria-expanded]="open()"
      (click)="toggle()"
    >
      <app-icon name="bookmark" />
      @if (!narrow()) {
        {{ t('savedViews') }}
      }
    </button>
    <ng-template
      cdkConnectedOverlay
      #overlay="cdkConnectedOverlay"
      [cdkConnectedOverlayOrigin]="origin"
      [cdkConnectedOverlayOpen]="open()"
      (overlayOutsideClick)="open.set(false)"
      (detach)="open.set(false)"
    >
      @defer (when open()) {
        <app-view-list
          [query]="query()"
          (sized)="overlay.overlayRef.updatePosition()"
          (chosen)="open.set(false)"
        />
      }
    </ng-template>
  </ng-container>`,
})
export class SavedViewsMenu {
  private readonly language = inject(Language);

  readonly query = input.required<ListQuery>();
  readonly narrow = input(false);

  protected readonly open = signal(false);

  protected async toggle(): Promise<void> {
    if (this.open()) return this.open.set(false);
    await this.language.add(savedViewTexts);
    this.open.set(true);
  }
}
