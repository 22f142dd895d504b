import { inject, Service } from '@angular/core';
import type { MatSnackBarRef, TextOnlySnackBar } from '@angular/material/snack-bar';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom, type Observable } from 'rxjs';
import { Notices } from '../notices/notices';
import { SnackBar } from '../notices/snack-bar';
import { Reasons } from '../problem/reasons';

/** How long a change can be taken back from its toast; later, the lead's history still can. */
export const UNDO_MS = 10_000;

export interface UndoOffer {
  /** What happened, as a sentence. */
  message: string;
  /** Asks for the inverse command, a new event like any other; runs at most once. */
  undo: () => Observable<unknown>;
}

/** Says what was done and offers to take it back. A newer offer takes the place of the one before. */
@Service()
export class Undo {
  private readonly snackBar = inject(SnackBar);
  private readonly notices = inject(Notices);
  private readonly reasons = inject(Reasons);
  private readonly transloco = inject(TranslocoService);
  private toast: MatSnackBarRef<TextOnlySnackBar> | null = null;

  async offer({ message, undo }: UndoOffer): Promise<void> {
    const toast = await this.snackBar.open(message, this.transloco.translate('undo.action'), {
      duration: UNDO_MS,
    });
    this.toast = toast;
    toast.onAction().subscribe(() => void this.run(undo));
    toast.afterDismissed().subscribe(() => {
      if (this.toast === toast) this.toast = null;
    });
  }

  /** As if the toast's button were pressed; false where nothing is on offer. */
  takeBack(): boolean {
    const toast = this.toast;
    toast?.dismissWithAction();
    return toast !== null;
  }

  private async run(undo: UndoOffer['undo']): Promise<void> {
    try {
      await firstValueFrom(undo(), { defaultValue: null });
      this.notices.say(this.transloco.translate('undo.done'));
    } catch (error) {
      const reason = this.reasons.of(error);
      this.notices.refuse(this.transloco.translate('undo.refused', { reason }));
    }
  }
}
