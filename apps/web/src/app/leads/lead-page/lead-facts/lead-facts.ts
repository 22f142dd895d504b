import { Component, inject, input } from '@angular/core';
import type { LeadRead } from '@leadlog/contracts/lead';
import { TranslocoDirective } from '@jsverse/transloco';
import { RecordedActor } from '../../../actor/recorded-actor';
import { Formats } from '../../../i18n/formats';
import { EditableFact } from '../editable-fact/editable-fact';
import { FieldTexts } from '../field-texts';
import { detailEdit } from '../writing/lead-edit';
import { patchLead } from '../writing/lead-write';
import { LeadSaver } from '../writing/lead-saver';
import { Saving } from '../writing/saving';
import { SavingNotice } from '../writing/saving-notice/saving-notice';

/** What is known of the company, each fact edited in its place, and who looks after it. */
@Component({
  selector: 'app-lead-facts',
  imports: [EditableFact, SavingNotice, TranslocoDirective],
  templateUrl: './lead-facts.html',
  styleUrl: './lead-facts.scss',
})
export class LeadFacts {
  private readonly saver = inject(LeadSaver);
  protected readonly actor = inject(RecordedActor);
  protected readonly formats = inject(Formats);
  protected readonly texts = inject(FieldTexts);
  protected readonly assigning = new Saving();

  readonly lead = input.required<LeadRead>();
  readonly readonly = input(false);

  protected readonly times = ['created_at', 'updated_at'] as const;
  protected readonly fields = ['domain', 'employee_count', 'industry', 'owner'] as const;

  protected async assignToMe(): Promise<void> {
    const before = this.lead();
    const edit = detailEdit(before, { owner: this.actor.name() });
    const saved = await this.saver.save(edit, this.assigning);
    if (saved === null || saved.owner === before.owner) return;
    this.saver.offerUndo(
      this.texts.saved('owner', saved.owner),
      saved,
      patchLead({ owner: before.owner }),
    );
  }
}
