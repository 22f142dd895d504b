import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';
import { FieldTexts } from '../../field-texts';
import type { SetBack } from '../undo-entry';

/** Asks before an undoing sets back what newer changes have made; closes with true where it may. */
@Component({
  selector: 'app-undo-dialog',
  imports: [MatDialogModule, TranslocoDirective],
  template: `<ng-container *transloco="let t; prefix: 'undoing'">
    <h2 mat-dialog-title>{{ t('title') }}</h2>
    <mat-dialog-content>
      <p>{{ t('text') }}</p>
      <dl>
        @for (row of newer; track row.field) {
          <dt>{{ texts.label(row.field) }}</dt>
          <dd>
            {{
              t('setBack', {
                now: texts.value(row.field, row.now),
                to: texts.value(row.field, row.to),
              })
            }}
          </dd>
        }
      </dl>
    </mat-dialog-content>
    <mat-dialog-actions>
      <button type="button" class="button" [mat-dialog-close]="true">{{ t('undo') }}</button>
      <button type="button" class="button primary" cdkFocusInitial [mat-dialog-close]="false">
        {{ t('keep') }}
      </button>
    </mat-dialog-actions>
  </ng-container>`,
  styles: `
    dl {
      display: grid;
      gap: 2px;
      margin-top: 12px;
      overflow-wrap: anywhere;
    }
    dt {
      font-size: 13px;
    }
    dd {
      margin-bottom: 8px;
      color: var(--text);
    }
    mat-dialog-actions {
      gap: 8px;
    }
  `,
})
export class UndoDialog {
  protected readonly newer = inject<SetBack[]>(MAT_DIALOG_DATA);
  protected readonly texts = inject(FieldTexts);
}
