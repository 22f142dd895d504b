import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, inject, input } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { LeadRead } from '@leadlog/contracts/lead';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Icon } from '../../../icon/icon';
import { Notices } from '../../../notices/notices';
import { Reasons } from '../../../problem/reasons';
import { archive, erase } from '../writing/lead-write';
import { LeadSaver } from '../writing/lead-saver';
import { Saving } from '../writing/saving';
import { ErasureDialog } from './erasure-dialog/erasure-dialog';

/** What is done with a lead as a whole, and seldom: the archive and the erasure. */
@Component({
  selector: 'app-lead-actions',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon, TranslocoDirective],
  templateUrl: './lead-actions.html',
  styles: ':host { display: inline-flex; }',
})
export class LeadActions {
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);
  private readonly reasons = inject(Reasons);
  private readonly saver = inject(LeadSaver);
  private readonly transloco = inject(TranslocoService);
  protected readonly saving = new Saving();

  readonly lead = input.required<LeadRead>();

  /** Into the archive, or back. */
  async archive(archived: boolean): Promise<void> {
    const saved = await this.saver.write(this.lead(), archive(archived), this.saving);
    if (saved === null) return this.refuse();
    const told = archived ? 'actions.archived' : 'actions.restored';
    const message = this.transloco.translate(told, { name: saved.name });
    this.saver.offerUndo(message, saved, archive(!archived));
  }

  protected async erase(): Promise<void> {
    const dialog = this.dialog.open<ErasureDialog, LeadRead, boolean>(ErasureDialog, {
      data: this.lead(),
      maxWidth: 'min(520px, calc(100vw - 16px))',
    });
    if (!(await firstValueFrom(dialog.afterClosed()))) return;
    const saved = await this.saver.write(this.lead(), erase(), this.saving);
    if (saved === null) return this.refuse();
    this.notices.say(this.transloco.translate('actions.erased'));
  }

  private refuse(): void {
    const error = this.saving.error();
    if (error !== null) this.notices.refuse(this.reasons.of(error));
  }
}
