import { DestroyRef, inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { DiscardDialog } from '../../discard-dialog/discard-dialog';

type IsDirty = () => boolean;

/** What has been entered anywhere on the page and not been saved. */
@Injectable()
export class UnsavedEdits {
  private readonly dialog = inject(MatDialog);
  private readonly watched = new Set<IsDirty>();

  /** Within an injection context: as long as the caller lives. */
  watch(isDirty: IsDirty): void {
    this.watched.add(isDirty);
    inject(DestroyRef).onDestroy(() => this.watched.delete(isDirty));
  }

  any(): boolean {
    return [...this.watched].some((isDirty) => isDirty());
  }

  async mayBeLost(): Promise<boolean> {
    if (!this.any()) return true;
    const dialog = this.dialog.open(DiscardDialog, { data: 'page.leave' });
    return (await firstValueFrom(dialog.afterClosed())) ?? false;
  }
}
