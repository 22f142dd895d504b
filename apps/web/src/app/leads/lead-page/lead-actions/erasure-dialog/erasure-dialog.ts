import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import type { LeadRead } from '@leadlog/contracts/lead';
import { TranslocoDirective } from '@jsverse/transloco';
import { FieldTexts } from '../../field-texts';
import { knownContact } from '../../writing/lead-edit';

/** Names what an erasure destroys for good and what it leaves; closes with true where that is wanted. */
@Component({
  selector: 'app-erasure-dialog',
  imports: [MatDialogModule, TranslocoDirective],
  templateUrl: './erasure-dialog.html',
  styleUrl: './erasure-dialog.scss',
})
export class ErasureDialog {
  private readonly texts = inject(FieldTexts);
  protected readonly lead = inject<LeadRead>(MAT_DIALOG_DATA);

  protected readonly understood = signal(false);
  /** The contact of now in words; null where there is none. */
  protected readonly contact = computed(() => {
    const contact = knownContact(this.lead);
    return contact && this.texts.value('primary_contact', contact);
  });
}
