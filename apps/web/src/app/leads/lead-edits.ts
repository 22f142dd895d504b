import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { LeadRead } from '@leadlog/contracts/lead';
import type { LeadPatch } from '@leadlog/contracts/lead-changes';
import { TranslocoService } from '@jsverse/transloco';
import { type Observable, tap } from 'rxjs';
import { inTenant } from '../tenant/tenant-header';
import { Undo } from '../undo/undo';
import { LeadAnswers } from './lead-answers';

export const EDITABLE_FIELDS = ['name', 'domain', 'employee_count', 'industry'] as const;
export type EditableField = (typeof EDITABLE_FIELDS)[number];

/** Changes of a lead's details, each on the version that was looked at. */
@Service()
export class LeadEdits {
  private readonly http = inject(HttpClient);
  private readonly undo = inject(Undo);
  private readonly answers = inject(LeadAnswers);
  private readonly transloco = inject(TranslocoService);

  read({ id, tenant_id }: Pick<LeadRead, 'id' | 'tenant_id'>): Observable<LeadRead> {
    return this.http.get<LeadRead>(`/leads/${id}`, { context: inTenant(tenant_id) });
  }

  /** Fails with 412 where the lead has changed since this version of it. */
  edit(lead: LeadRead, patch: LeadPatch): Observable<LeadRead> {
    return this.http
      .patch<LeadRead>(`/leads/${lead.id}`, patch, {
        context: inTenant(lead.tenant_id),
        headers: { 'If-Match': `"${lead.version}"` },
      })
      .pipe(tap((answer) => this.answers.tell(answer)));
  }

  /** Shows a newer state of a lead that was read, instead of the edit. */
  accept(lead: LeadRead): void {
    this.answers.tell(lead);
  }

  /** Offers to set a field back to what it was before the edit. */
  offerUndo(before: LeadRead, after: LeadRead, field: EditableField): void {
    const label = this.transloco.translate(`lead.${field}`);
    this.undo.offer({
      message: this.transloco.translate('edit.changed', { field: label, name: after.name }),
      undo: () => this.edit(after, { [field]: before[field] }),
    });
  }
}
