import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { SnackBar } from './snack-bar';

const READABLE_MS = 6000;

/** Short messages at the lower edge, read out by screen readers. */
@Service()
export class Notices {
  private readonly snackBar = inject(SnackBar);
  private readonly transloco = inject(TranslocoService);

  say(text: string): void {
    void this.snackBar.open(text, undefined, { duration: READABLE_MS });
  }

  /** Stays until it is closed: somebody has to know that what they asked for did not happen. */
  refuse(text: string): void {
    const close = this.transloco.translate('problem.dismiss');
    void this.snackBar.open(text, close, { politeness: 'assertive' });
  }
}
