import { HttpClient, HttpParams } from '@angular/common/http';
import { computed, inject, linkedSignal, Service } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { Import } from '@leadlog/contracts/import';
import type { HeaderMapping } from '@leadlog/contracts/import-columns';
import { exhaustMap, map, type Observable, retry, takeWhile, tap, throwError, timer } from 'rxjs';
import { statusOf } from '../problem/problem';
import { CurrentTenant } from '../tenant/current-tenant';
import { inTenant } from '../tenant/tenant-header';

/** How often a running import is asked how far it is. */
export const ASKED_EVERY_MS = 500;
const SERVER_ERROR = 500;

/** A file and how it is to be imported. */
export interface ImportOrder {
  file: File;
  mappings: readonly HeaderMapping[];
  dryRun: boolean;
  /** Also where it was imported before. */
  force: boolean;
  /** The same for each attempt: where an answer is lost, a repeat begins no second import. */
  key: string;
}

export interface BegunImport {
  id: string;
  /** The same file was imported before: this is the import of then. */
  isEarlier: boolean;
}

const ACCEPTED = 202;

@Service()
export class ImportRequests {
  private readonly http = inject(HttpClient);

  begin({ file, mappings, dryRun, force, key }: ImportOrder): Observable<BegunImport> {
    const maps = mappings.map(({ header, field }) => `${header}:${field}`);
    const params = new HttpParams({
      fromObject: { map: maps, ...(dryRun && { dry_run: true }), ...(force && { force: true }) },
    });
    const headers = { 'Content-Type': 'text/csv', 'Idempotency-Key': key };
    return this.http
      .post<Import>('/leads/import', file, { params, headers, observe: 'response' })
      .pipe(map(({ body, status }) => ({ id: body?.id ?? '', isEarlier: status !== ACCEPTED })));
  }
}

/** An import as it goes on, asked for again and again until it has ended. */
export class FollowedImport {
  private readonly http = inject(HttpClient);
  private readonly tenant = inject(CurrentTenant);

  private readonly answer = rxResource({
    params: () => {
      const id = this.id();
      return id === null ? undefined : { id, tenantId: this.tenant.id() };
    },
    stream: ({ params }) => this.follow(params.id, params.tenantId),
  });

  /** No answer for the moment; it is asked for again. */
  readonly isAway = linkedSignal({ source: () => this.id(), computation: () => false });
  readonly error = this.answer.error;
  /** Null as long as nothing is known of it. */
  readonly job = computed(() => (this.answer.hasValue() ? this.answer.value() : null));

  constructor(private readonly id: () => string | null) {}

  reload(): void {
    this.answer.reload();
  }

  private follow(id: string, tenantId: string): Observable<Import> {
    const url = `/imports/${encodeURIComponent(id)}`;
    const ask = () => this.http.get<Import>(url, { context: inTenant(tenantId) });
    return timer(0, ASKED_EVERY_MS).pipe(
      exhaustMap(ask),
      retry({ delay: (error) => this.wait(error) }),
      tap(() => this.isAway.set(false)),
      takeWhile(({ status }) => status === 'running', true),
    );
  }

  private wait(error: unknown): Observable<unknown> {
    const status = statusOf(error);
    if (status !== 0 && status < SERVER_ERROR) return throwError(() => error);
    this.isAway.set(true);
    return timer(ASKED_EVERY_MS);
  }
}
