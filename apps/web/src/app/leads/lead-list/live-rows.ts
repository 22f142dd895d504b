import { computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { LeadRead } from '@leadlog/contracts/lead';
import { auditTime, buffer, catchError, EMPTY, filter, forkJoin, map, mergeMap, of } from 'rxjs';
import { type LeadChange, Live } from '../../live/live';
import { LeadEdits } from '../lead-edits';
import { fieldOf, type ListQuery } from './list-query';

/** What comes close together is looked at together. */
export const GATHER_MS = 300;
/** With more leads changed at once than these, the list is simply read again. */
const READ_SINGLY = 20;

/** A list that shows leads in the order and with the filters of a query. */
export interface LiveList {
  query: () => ListQuery;
  /** Null before anything is known. */
  items: () => readonly LeadRead[] | null;
  hasMore: () => boolean;
  /** Shows a newer state of a lead in its row, which stays where it is. */
  accept(lead: LeadRead): void;
}

/** What the live rows need of the screen around them. */
export interface Surroundings {
  lists: readonly LiveList[];
  tenantId: () => string;
  /** Whether somebody points at or is in the lists, and would click beside what moves. */
  isAttended: () => boolean;
  /** Reads everything again. */
  refresh: () => void;
}

/**
 * Brings the changes of others into lists. A row shows them in its place at once; what would
 * move rows, or add or take some, waits until it is asked for while somebody is in the lists.
 */
export class LiveRows {
  private readonly edits = inject(LeadEdits);
  private readonly waiting = signal<ReadonlySet<number>>(new Set());

  /** How many leads have moved, come or gone that are not shown so yet. */
  readonly count = computed(() => this.waiting().size);

  constructor(private readonly screen: Surroundings) {
    const news = inject(Live).changes$.pipe(filter((change) => !this.isKnown(change)));
    news
      .pipe(
        buffer(news.pipe(auditTime(GATHER_MS))),
        mergeMap((changes) => this.take(changes)),
        takeUntilDestroyed(),
      )
      .subscribe();
  }

  /** The list was read again: nothing waits. */
  settle(): void {
    this.waiting.set(new Set());
  }

  private take(changes: readonly LeadChange[]) {
    const ids = [...new Set(changes.map(({ lead_id }) => lead_id))];
    if (!this.screen.isAttended()) {
      this.screen.refresh();
      return EMPTY;
    }
    if (ids.length > READ_SINGLY) {
      this.wait(ids);
      return EMPTY;
    }
    const tenantId = this.screen.tenantId();
    return forkJoin(ids.map((id) => this.read(id, tenantId))).pipe(
      map((leads) => this.show(leads.filter((lead) => lead !== null))),
    );
  }

  private show(leads: readonly LeadRead[]): void {
    const moved = leads.filter((lead) =>
      this.screen.lists.some((list) => isOutOfPlace(lead, list)),
    );
    for (const list of this.screen.lists) leads.forEach((lead) => list.accept(lead));
    this.wait(moved.map(({ id }) => id));
  }

  private wait(ids: readonly number[]): void {
    if (ids.length > 0) this.waiting.update((before) => new Set([...before, ...ids]));
  }

  /** What cannot be read now is read with the list the next time. */
  private read(id: number, tenant_id: string) {
    return this.edits.read({ id, tenant_id }).pipe(catchError(() => of(null)));
  }

  /** Own changes are shown before the feed tells of them. */
  private isKnown({ lead_id, version }: LeadChange): boolean {
    return this.screen.lists.some((list) => (rowOf(lead_id, list)?.version ?? 0) >= version);
  }
}

const rowOf = (id: number, { items }: LiveList): LeadRead | undefined =>
  items()?.find((item) => item.id === id);

/** Whether a newly read list would show the lead elsewhere, or only now, or no longer. */
function isOutOfPlace(lead: LeadRead, list: LiveList): boolean {
  const row = rowOf(lead.id, list);
  if (row === undefined) return fits(lead, list) && isWithinReach(lead, list);
  const field = fieldOf(list.query().sort) as keyof LeadRead;
  return !fits(lead, list) || row[field] !== lead[field];
}

/** Search and contact are the server's to judge: a lead that changed is taken to fit them. */
function fits(lead: LeadRead, { query }: LiveList): boolean {
  const { status, industry, min_priority, owner, archived } = query();
  return (
    (status === null || lead.status === status) &&
    (industry === null || lead.industry === industry) &&
    lead.priority >= (min_priority ?? 0) &&
    (owner === '' || lead.owner === owner) &&
    lead.archived === archived
  );
}

/** Whether it would come before the last row that is shown. */
function isWithinReach(lead: LeadRead, { query, items, hasMore }: LiveList): boolean {
  const last = items()?.at(-1);
  if (!hasMore() || last === undefined) return true;
  const { sort } = query();
  const field = fieldOf(sort) as 'priority';
  // Absent values come last in either direction (API contract, `sort`).
  if (lead[field] === null || last[field] === null) return last[field] === null;
  return sort === field ? lead[field] <= last[field] : lead[field] >= last[field];
}
