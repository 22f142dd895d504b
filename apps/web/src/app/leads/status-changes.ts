import { HttpClient } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import { LiveAnnouncer } from '@angular/cdk/a11y';
import type { LeadRead } from '@leadlog/contracts/lead';
import type { Status } from '@leadlog/domain/vocabulary';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Notices } from '../notices/notices';
import { Reasons } from '../problem/reasons';
import { inTenant } from '../tenant/tenant-header';

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
  private readonly announcer = inject(LiveAnnouncer);
  private readonly notices = inject(Notices);
  private readonly reasons = inject(Reasons);
  private readonly transloco = inject(TranslocoService);
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
   * shows in between. A second change waits for the first: the menu is closed to it meanwhile.
   */
  async change({ lead, to }: StatusChange, accept: (answer: LeadRead) => void): Promise<void> {
    if (to === lead.status || this.isPending(lead)) return;
    this.mark(lead, to);
    try {
      accept(await this.send(lead, to));
      void this.announcer.announce(this.sentence('status.changed', lead.name, to));
    } catch (error) {
      const reason = this.reasons.of(error);
      this.notices.refuse(this.sentence('status.refused', lead.name, lead.status, reason));
    } finally {
      this.mark(lead, null);
    }
  }

  private send(lead: LeadRead, to: Status): Promise<LeadRead> {
    return firstValueFrom(
      this.http.post<LeadRead>(`/leads/${lead.id}/status`, null, {
        params: { new_status: to },
        context: inTenant(lead.tenant_id),
      }),
    );
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
