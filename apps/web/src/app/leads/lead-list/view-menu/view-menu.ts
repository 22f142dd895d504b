import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../../../icon/icon';
import { Popup } from '../../../popup/popup';
import { Shortcuts } from '../../../shortcuts/shortcuts';
import {
  type ColumnName,
  COLUMNS,
  DENSITIES,
  FIXED_COLUMN,
  ListLayout,
  WIDTH_STEP,
} from '../list-layout';

/** Density of the rows, which columns are shown how wide, and what keys do. */
@Component({
  selector: 'app-view-menu',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, Icon, Popup, TranslocoDirective],
  templateUrl: './view-menu.html',
  styleUrl: './view-menu.scss',
})
export class ViewMenu {
  protected readonly layout = inject(ListLayout);
  protected readonly shortcuts = inject(Shortcuts);

  protected readonly open = signal(false);
  protected readonly densities = DENSITIES;
  protected readonly columns = COLUMNS;
  protected readonly fixed = FIXED_COLUMN;

  protected widen(name: ColumnName, steps: number): void {
    this.layout.resize(name, this.layout.width(name) + steps * WIDTH_STEP);
  }
}
