import { Component, computed, inject, signal } from '@angular/core';
import {
  MAT_DIALOG_DATA,
  type MatDialog,
  MatDialogModule,
  MatDialogRef,
} from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

/** A field that two have changed to something else, as it is to be read. */
export interface ShownConflict {
  field: string;
  label: string;
  mine: string;
  theirs: string;
}

export type Choice = 'mine' | 'theirs';
/** By field. */
export type Choices = ReadonlyMap<string, Choice>;

/** What is to stand of each field; null where the edit goes on. */
export async function choose(
  dialog: MatDialog,
  conflicts: readonly ShownConflict[],
): Promise<Choices | null> {
  const opened = dialog.open<ConflictDialog, readonly ShownConflict[], Choices>(ConflictDialog, {
    data: conflicts,
    maxWidth: 'min(560px, calc(100vw - 16px))',
  });
  return (await firstValueFrom(opened.afterClosed())) ?? null;
}

/**
 * Shows what somebody else has changed under one's own edit, and asks for each field which value is
 * to stand. Nothing is chosen beforehand.
 */
@Component({
  selector: 'app-conflict-dialog',
  imports: [MatDialogModule, TranslocoDirective],
  templateUrl: './conflict-dialog.html',
  styleUrl: './conflict-dialog.scss',
})
export class ConflictDialog {
  private readonly dialog = inject<MatDialogRef<ConflictDialog, Choices>>(MatDialogRef);
  protected readonly conflicts = inject<readonly ShownConflict[]>(MAT_DIALOG_DATA);

  protected readonly sides = ['mine', 'theirs'] as const;
  protected readonly choices = signal<Choices>(new Map());
  protected readonly decided = computed(() => this.choices().size === this.conflicts.length);

  protected choose(field: string, choice: Choice): void {
    this.choices.update((choices) => new Map(choices).set(field, choice));
  }

  protected chooseAll(choice: Choice): void {
    this.dialog.close(new Map(this.conflicts.map(({ field }) => [field, choice])));
  }

  protected save(): void {
    if (this.decided()) this.dialog.close(this.choices());
  }
}
