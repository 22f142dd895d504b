import { HttpClient } from '@angular/common/http';
import { computed, inject, signal } from '@angular/core';
import { rxResource, takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { LeadRead } from '@leadlog/contracts/lead';
import type { LeadPage } from '@leadlog/contracts/lead-list';
import { MAX_LIMIT } from '@leadlog/contracts/limits';
import { EMPTY, expand, fromEvent, last, map, type Observable, tap } from 'rxjs';
import { lastKnown } from '../../last-known';
import { CurrentTenant } from '../../tenant/current-tenant';
import { inTenant } from '../../tenant/tenant-header';
import { type ListQuery, type ListRequest, toRequest } from './list-query';
import type { LiveList } from './live-rows';

interface Wanted {
  tenantId: string;
  request: ListRequest;
  rows: number;
}

/** The first rows of a list: those loaded, how many there are in all, and where the rest begins. */
interface Listed {
  /** What they are the rows of. */
  of: string;
  items: readonly LeadRead[];
  total: number;
  next_cursor: string | null;
}

/**
 * The rows of the list, as many as are wanted, read from cursor to cursor. What was known stays on
 * the screen while it is read again, and where that fails; another tenant's rows never do.
 */
export class LeadRows implements LiveList {
  private readonly http = inject(HttpClient);
  private readonly tenant = inject(CurrentTenant);

  private readonly wanted = computed<Wanted>(() => ({
    tenantId: this.tenant.id(),
    request: toRequest(this.query()),
    rows: this.query().rows,
  }));

  /** Goes on where the last answer ended, unless all of it is to be read again. */
  private base: Listed | null = null;

  private readonly answer = rxResource({
    params: this.wanted,
    stream: ({ params }) => this.load(params),
  });

  private readonly known = lastKnown<Listed>(this.answer, this.tenant.id);

  /** Answers that are newer than the list's own, by lead. */
  private readonly newer = signal<ReadonlyMap<number, LeadRead>>(new Map());

  /** Null before anything is known. */
  readonly items = computed<readonly LeadRead[] | null>(() => {
    const newer = this.newer();
    const items = this.known()?.items ?? null;
    return items && items.map((item) => newest(item, newer.get(item.id)));
  });
  readonly total = computed(() => this.known()?.total ?? 0);
  readonly hasMore = computed(() => (this.known()?.next_cursor ?? null) !== null);
  readonly isLoading = this.answer.isLoading;
  readonly error = this.answer.error;
  /** Whether what is shown answers what is asked for now. */
  readonly isCurrent = computed(() => this.answer.status() === 'resolved');

  constructor(readonly query: () => ListQuery) {
    fromEvent(window, 'online')
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.error() && this.refresh());
  }

  /** Reads all rows again. */
  refresh(): void {
    this.base = null;
    this.answer.reload();
  }

  accept(lead: LeadRead): void {
    if (lead.tenant_id !== this.tenant.id()) return;
    this.newer.update((leads) => new Map(leads).set(lead.id, lead));
  }

  private load({ tenantId, request, rows }: Wanted): Observable<Listed> {
    const of = JSON.stringify([tenantId, request]);
    const isFull = ({ items, next_cursor }: Listed) => items.length >= rows || next_cursor === null;
    const page = (listed: Listed) =>
      this.http
        .get<LeadPage>('/leads', {
          params: {
            ...request,
            limit: Math.min(rows - listed.items.length, MAX_LIMIT),
            ...(listed.next_cursor !== null && { cursor: listed.next_cursor }),
          },
          context: inTenant(tenantId),
        })
        .pipe(map((answer) => append(listed, answer)));
    const begun = this.base?.of === of && !isFull(this.base) ? this.base : null;
    return page(begun ?? { of, items: [], total: 0, next_cursor: null }).pipe(
      expand((listed) => (isFull(listed) ? EMPTY : page(listed))),
      last(),
      tap((listed) => (this.base = listed)),
    );
  }
}

const newest = (item: LeadRead, other: LeadRead | undefined): LeadRead =>
  other?.tenant_id === item.tenant_id && other.version > item.version ? other : item;

/** A lead that moved down while the list was read comes twice: it stands where it came first. */
function append({ of, items }: Listed, { items: more, total, next_cursor }: LeadPage): Listed {
  const known = new Set(items.map(({ id }) => id));
  return { of, items: [...items, ...more.filter(({ id }) => !known.has(id))], total, next_cursor };
}
