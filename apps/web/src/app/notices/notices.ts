import { inject, Service } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslocoService } from '@jsverse/transloco';

const READABLE_MS = 6000;

/** Short messages at the lower edge, read out by screen readers. */
@Service()
export class Notices {
  private readonly snackBar = inject(MatSnackBar);
  private readonly transloco = inject(TranslocoService);

  say(text: string): void {
    this.snackBar.open(text, undefined, { duration: READABLE_MS });
  }

  /** Stays until it is closed: somebody has to know that what they asked for did not happen. */
  refuse(text: string): void {
    const close = this.transloco.translate('problem.dismiss');
    this.snackBar.open(text, close, { politeness: 'assertive' });
  }
}
