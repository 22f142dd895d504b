import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';

/** A field that somebody else has changed since it was looked at, as it is to be read. */
export interface Conflict {
  name: string;
  field: string;
  mine: string;
  theirs: string;
}
export type Choice = 'mine' | 'theirs';

/** Shows what both entered and lets choose; closes without a choice where the edit goes on. */
@Component({
  selector: 'app-conflict-dialog',
  imports: [MatDialogModule, TranslocoDirective],
  template: `<ng-container *transloco="let t; prefix: 'conflict'">
    <h2 mat-dialog-title>{{ t('title', { field: conflict.field }) }}</h2>
    <mat-dialog-content>
      <p>{{ t('text', { name: conflict.name }) }}</p>
      <dl>
        <dt>{{ t('mine') }}</dt>
        <dd dir="auto">{{ conflict.mine }}</dd>
        <dt>{{ t('theirs') }}</dt>
        <dd dir="auto">{{ conflict.theirs }}</dd>
      </dl>
    </mat-dialog-content>
    <mat-dialog-actions>
      <button type="button" class="button" mat-dialog-close="theirs">{{ t('takeTheirs') }}</button>
      <button type="button" class="button primary" mat-dialog-close="mine">
        {{ t('takeMine') }}
      </button>
    </mat-dialog-actions>
  </ng-container>`,
  styles: `
    dl {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 4px 16px;
      margin-top: 12px;
    }
    dd {
      color: var(--text);
      font-weight: 500;
      overflow-wrap: anywhere;
    }
    mat-dialog-actions {
      gap: 8px;
    }
  `,
})
export class ConflictDialog {
  protected readonly conflict = inject<Conflict>(MAT_DIALOG_DATA);
}
