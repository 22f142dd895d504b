import { HttpClient } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import type { LeadRead } from '@leadlog/contracts/lead';
import type { Status } from '@leadlog/domain/vocabulary';
import { TranslocoService } from '@jsverse/transloco';
import {
  catchError,
  from,
  lastValueFrom,
  map,
  mergeMap,
  type Observable,
  of,
  tap,
  toArray,
} from 'rxjs';
import { Formats } from '../../../i18n/formats';
import { Reasons } from '../../../problem/reasons';
import { inTenant } from '../../../tenant/tenant-header';
import { Undo } from '../../../undo/undo';
import { LeadAnswers } from '../../lead-answers';

/** Requests on their way at a time: quick, and others still get their turn. */
const AT_ONCE = 4;

interface Change {
  lead: LeadRead;
  to: Status;
  /** Only on this version; else on the newest. */
  version?: number;
}

export interface Failure extends Change {
  reason: string;
}

type Outcome = Failure | (Change & { changed: LeadRead });

/** One status for many leads: how far it has come, what failed and why, and the way back. */
@Service()
export class BulkStatus {
  private readonly http = inject(HttpClient);
  private readonly answers = inject(LeadAnswers);
  private readonly formats = inject(Formats);
  private readonly reasons = inject(Reasons);
  private readonly transloco = inject(TranslocoService);
  private readonly undo = inject(Undo);
  private readonly run = signal<{ done: number; of: number } | null>(null);
  private readonly failed = signal<readonly Failure[]>([]);

  /** How many are done of how many, while it runs. */
  readonly progress = this.run.asReadonly();
  readonly isRunning = computed(() => this.run() !== null);
  /** What the last run could not do. */
  readonly failures = this.failed.asReadonly();

  /** Resolves when every lead was answered, to those that have the status now. */
  change(leads: readonly LeadRead[], to: Status): Promise<LeadRead[]> {
    return this.perform(leads.map((lead) => ({ lead, to })));
  }

  retry(): Promise<LeadRead[]> {
    return this.perform(this.failures());
  }

  dismiss(): void {
    this.failed.set([]);
  }

  private async perform(changes: readonly Change[]): Promise<LeadRead[]> {
    if (this.isRunning()) return [];
    const changed = (await this.all(changes)).filter((outcome) => 'changed' in outcome);
    if (changed.length > 0) this.offerUndo(changed);
    return changed.map(({ lead }) => lead);
  }

  private offerUndo(outcomes: readonly (Change & { changed: LeadRead })[]): void {
    const form = this.formats.plural(outcomes.length);
    const n = this.formats.number(outcomes.length);
    const back = outcomes
      // A lead that had the status already has nothing to go back to.
      .filter(({ lead, changed }) => changed.version !== lead.version)
      .map(({ lead, changed }) => ({ lead: changed, to: lead.status, version: changed.version }));
    this.undo.offer({
      message: this.transloco.translate(`bulk.changed.${form}`, { n }),
      undo: () => from(this.all(back)),
    });
  }

  private async all(changes: readonly Change[]): Promise<Outcome[]> {
    this.run.set({ done: 0, of: changes.length });
    try {
      const outcomes = await lastValueFrom(
        from(changes).pipe(
          mergeMap((change) => this.send(change), AT_ONCE),
          tap(() => this.run.update((run) => run && { ...run, done: run.done + 1 })),
          toArray(),
        ),
      );
      this.failed.set(outcomes.filter((outcome) => 'reason' in outcome));
      return outcomes;
    } finally {
      this.run.set(null);
    }
  }

  private send(change: Change): Observable<Outcome> {
    const { lead, to, version } = change;
    const headers = version === undefined ? undefined : { 'If-Match': `"${version}"` };
    const context = inTenant(lead.tenant_id);
    const params = { new_status: to };
    return this.http
      .post<LeadRead>(`/leads/${lead.id}/status`, null, { params, context, headers })
      .pipe(
        tap((answer) => this.answers.tell(answer)),
        map((changed) => ({ lead, to, changed })),
        catchError((error: unknown) => of({ ...change, reason: this.reasons.of(error) })),
      );
  }
}
