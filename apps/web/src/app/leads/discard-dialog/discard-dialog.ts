import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';

/**
 * Asks before what was entered is lost; closes with true where it may be. Its data names the texts:
 * `title`, `text`, `stay` and `discard`.
 */
@Component({
  selector: 'app-discard-dialog',
  imports: [MatDialogModule, TranslocoDirective],
  template: `<ng-container *transloco="let t; prefix: texts">
    <h2 mat-dialog-title>{{ t('title') }}</h2>
    <mat-dialog-content>{{ t('text') }}</mat-dialog-content>
    <mat-dialog-actions>
      <button type="button" class="button" [mat-dialog-close]="true">{{ t('discard') }}</button>
      <button type="button" class="button primary" cdkFocusInitial [mat-dialog-close]="false">
        {{ t('stay') }}
      </button>
    </mat-dialog-actions>
  </ng-container>`,
  styles: `
    mat-dialog-actions {
      gap: 8px;
    }
  `,
})
export class DiscardDialog {
  protected readonly texts = inject<string>(MAT_DIALOG_DATA);
}
