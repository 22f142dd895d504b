import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';
import { FieldTexts } from '../field-texts';
import type { Choice, Conflict } from '../writing/three-way-merge';

type Choices = ReadonlyMap<string, Choice>;

/**
 * Shows what somebody else has changed under one's own edit, and asks for each field which value is
 * to stand. Nothing is chosen beforehand. Closes with the choices, or with nothing to edit on.
 */
@Component({
  selector: 'app-conflict-dialog',
  imports: [MatDialogModule, TranslocoDirective],
  templateUrl: './conflict-dialog.html',
  styleUrl: './conflict-dialog.scss',
})
export class ConflictDialog {
  private readonly dialog = inject<MatDialogRef<ConflictDialog, Choices>>(MatDialogRef);
  protected readonly conflicts = inject<Conflict[]>(MAT_DIALOG_DATA);
  protected readonly texts = inject(FieldTexts);

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
