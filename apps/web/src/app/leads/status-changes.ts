import { HttpClient } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import type { LeadRead } from '@leadlog/contracts/lead';
import type { Status } from '@leadlog/domain/vocabulary';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom, type Observable, tap } from 'rxjs';
import { Notices } from '../notices/notices';
import { Reasons } from '../problem/reasons';
import { inTenant } from '../tenant/tenant-header';
import { LeadAnswers } from './lead-answers';
import { Undo } from '../undo/undo';

export interface StatusChange {
  lead: LeadRead;
  to: Status;
}

const keyOf = (lead: LeadRead): string => `${lead.tenant_id}/${lead.id}`;

/**
 * Changes of status on their way to the server. Screens show the status that was asked for at
 * once; where the server refuses, it falls back to the one that the lead has, and the reason is told.
 */
@Service()
export class StatusChanges {
  private readonly http = inject(HttpClient);
  private readonly notices = inject(Notices);
  private readonly reasons = inject(Reasons);
  private readonly transloco = inject(TranslocoService);
  private readonly undo = inject(Undo);
  private readonly answers = inject(LeadAnswers);
  private readonly asked = signal<ReadonlyMap<string, Status>>(new Map());

  isPending(lead: LeadRead): boolean {
    return this.asked().has(keyOf(lead));
  }

  /** The lead with the status that was asked for, as long as there is no answer. */
  shown(lead: LeadRead): LeadRead {
    const status = this.asked().get(keyOf(lead));
    return status === undefined ? lead : { ...lead, status };
  }

  /**
   * Hands the answer to `accept` before the asked status is dropped, so that the old one never
   * shows in between, and once more when the change is taken back; `LeadAnswers` tells of both as
   * well. A second change waits for the first: the menu is closed to it meanwhile.
   */
  async change(
    { lead, to }: StatusChange,
    accept: (answer: LeadRead) => void = () => undefined,
  ): Promise<void> {
    if (to === lead.status || this.isPending(lead)) return;
    this.mark(lead, to);
    try {
      const changed = await firstValueFrom(this.send(lead, to));
      accept(changed);
      this.undo.offer({
        message: this.sentence('status.changed', lead.name, to),
        undo: () => this.takeBack(changed, lead.status).pipe(tap(accept)),
      });
    } catch (error) {
      const reason = this.reasons.of(error);
      this.notices.refuse(this.sentence('status.refused', lead.name, lead.status, reason));
    } finally {
      this.mark(lead, null);
    }
  }

  /** Refused where the lead has changed since: what others did is not undone with it. */
  private takeBack(lead: LeadRead, to: Status): Observable<LeadRead> {
    return this.send(lead, to, { 'If-Match': `"${lead.version}"` });
  }

  private send(lead: LeadRead, to: Status, headers = {}): Observable<LeadRead> {
    return this.http
      .post<LeadRead>(`/leads/${lead.id}/status`, null, {
        params: { new_status: to },
        context: inTenant(lead.tenant_id),
        headers,
      })
      .pipe(tap((answer) => this.answers.tell(answer)));
  }

  private mark(lead: LeadRead, status: Status | null): void {
    this.asked.update((asked) => {
      const next = new Map(asked);
      if (status === null) next.delete(keyOf(lead));
      else next.set(keyOf(lead), status);
      return next;
    });
  }

  private sentence(key: string, name: string, status: Status, reason = ''): string {
    const word = this.transloco.translate(`status.${status}`);
    return this.transloco.translate(key, { name, status: word, reason });
  }
}
