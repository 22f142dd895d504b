import { computed, inject, Injectable, linkedSignal, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { LeadRead } from '@leadlog/contracts/lead';
import { type Status, STATUSES } from '@leadlog/domain/vocabulary';
import { map } from 'rxjs';
import {
  DEFAULT_LIST,
  filterOf,
  type ListFilter,
  type ListQuery,
  readListQuery,
  toFilter,
} from '../leads/lead-list/list-query';
import { LeadRows } from '../leads/lead-list/lead-rows';
import type { LiveList } from '../leads/lead-list/live-rows';
import { StatusChanges } from '../leads/status-changes';
import { CurrentTenant } from '../tenant/current-tenant';
import { placeOf, withStatus } from './placed-leads';

/** Cards of a column at first, and how many more each time. */
export const CARDS_STEP = 20;
/** Who looks through more than these is better served by the list. */
export const MAX_CARDS = 400;

export interface BoardColumn {
  status: Status;
  /** In the order of their priority; null before anything is known. */
  cards: readonly LeadRead[] | null;
  /** How many leads have the status, of which the cards are the first. */
  total: number;
  hasMore: boolean;
}

/** A lead that was moved here, and the column in which it has been put since. */
interface Moved {
  lead: LeadRead;
  to: Status;
}

/**
 * The leads of a tenant by status, the first ones of each column. A lead that is moved on this board
 * stands in its new column at once; one that others move stays where it is until the columns are
 * read again.
 */
@Injectable()
export class BoardColumns {
  private readonly route = inject(ActivatedRoute);
  private readonly changes = inject(StatusChanges);
  private readonly tenant = inject(CurrentTenant);

  /** What the address says; its status is the column that a narrow screen shows. */
  readonly query = toSignal(this.route.queryParamMap.pipe(map(readListQuery)), {
    requireSync: true,
  });
  /** Archived leads are no work to be done: they are on no board. */
  readonly filter = computed<ListFilter>(
    () => ({ ...filterOf(this.query()), status: null, archived: false }),
    { equal: isSame },
  );
  private readonly scope = computed(() =>
    JSON.stringify([this.tenant.id(), toFilter(this.filter())]),
  );

  /** Whatever changes what is shown starts at the first cards. */
  private readonly wanted = linkedSignal<unknown, ReadonlyMap<Status, number>>({
    source: () => this.scope(),
    computation: () => new Map(),
  });
  private readonly moved = linkedSignal<unknown, ReadonlyMap<number, Moved>>({
    source: () => this.scope(),
    computation: () => new Map(),
  });
  private readonly rows = STATUSES.map((status) => new LeadRows(this.queryOf(status)));

  readonly all = computed<readonly BoardColumn[]>(() => {
    const placed = this.placed();
    return STATUSES.map((status, index) => {
      const rows = this.rows[index] as LeadRows;
      const own = placed.filter(({ column, from }) => column === status && from === status);
      const come = placed.filter(({ column, from }) => column === status && from !== status);
      const cards = come.reduce<readonly LeadRead[]>(
        (before, { lead }) => before.toSpliced(placeOf(lead, before), 0, lead),
        own.map(({ lead }) => lead),
      );
      const left = placed.filter(({ column, from }) => column !== status && from === status);
      const isKnown = rows.items() !== null;
      return {
        status,
        cards: isKnown ? cards : null,
        total: rows.total() - left.length + come.filter(({ from }) => from !== null).length,
        hasMore: rows.hasMore() && rows.query().rows < MAX_CARDS,
      };
    });
  });
  readonly total = computed(() => this.all().reduce((sum, { total }) => sum + total, 0));
  readonly isKnown = computed(() => this.all().every(({ cards }) => cards !== null));
  /** Whether the tenant has no leads at all, as far as one can see. */
  readonly isEmpty = computed(
    () => this.isKnown() && this.total() === 0 && Object.keys(toFilter(this.filter())).length === 0,
  );
  readonly isLoading = computed(() => this.rows.some((rows) => rows.isLoading()));
  readonly error = computed(() => this.rows.map((rows) => rows.error()).find(Boolean));

  /** The columns as they take the changes of others. */
  readonly live: readonly LiveList[] = this.rows.map((rows, index) => ({
    query: rows.query,
    items: () => this.all()[index]?.cards ?? null,
    hasMore: rows.hasMore,
    accept: (lead) => this.accept(lead),
  }));

  /** The lead as it is known, whatever status is asked for meanwhile. */
  lead(id: number): LeadRead | undefined {
    return this.placed().find(({ known }) => known.id === id)?.known;
  }

  showMore(status: Status): void {
    this.wanted.update((wanted) => new Map(wanted).set(status, this.rowsOf(status) + CARDS_STEP));
  }

  /** Shows a newer state of a lead on its card, which stays where it is. */
  accept(lead: LeadRead): void {
    for (const rows of this.rows) rows.accept(lead);
    const moved = this.moved().get(lead.id);
    if (moved !== undefined && lead.version > moved.lead.version) this.put({ ...moved, lead });
  }

  /** The answer to a change that was made here. */
  place(lead: LeadRead): void {
    if (lead.tenant_id !== this.tenant.id()) return;
    for (const rows of this.rows) rows.accept(lead);
    this.put({ lead, to: lead.status });
  }

  /** Reads all columns again; what was moved here stays to be seen, however far down it has come. */
  readAgain(): void {
    for (const rows of this.rows) rows.refresh();
  }

  /** Reads all columns again, and shows nothing else. */
  refresh(): void {
    this.moved.set(new Map());
    this.readAgain();
  }

  private put(moved: Moved): void {
    this.moved.update((all) => new Map(all).set(moved.lead.id, moved));
  }

  private rowsOf(status: Status): number {
    return this.wanted().get(status) ?? CARDS_STEP;
  }

  /** Asked for again only where it changes: more cards of one column are not more of all. */
  private queryOf(status: Status): Signal<ListQuery> {
    return computed(
      () => ({ ...DEFAULT_LIST, ...this.filter(), status, rows: this.rowsOf(status) }),
      { equal: isSame },
    );
  }

  /** The leads of all lists in their order, each once. */
  private readonly listed = computed(() => {
    const all = new Map<number, { lead: LeadRead; status: Status }>();
    STATUSES.forEach((status, index) => {
      for (const lead of this.rows[index]?.items() ?? []) {
        const other = all.get(lead.id)?.lead;
        // One that two lists show is on its way from one to the other.
        if (other && other.version >= lead.version && lead.status !== status) continue;
        all.delete(lead.id);
        all.set(lead.id, { lead, status });
      }
    });
    return all;
  });

  /** Every lead that is known, once: the list it came with, and the column it belongs into. */
  private readonly placed = computed(() => {
    const moved = this.moved();
    const listed = this.listed();
    return [...new Set([...listed.keys(), ...moved.keys()])].map((id) => {
      const here = moved.get(id);
      const there = listed.get(id);
      return this.placing(newest(there?.lead, here?.lead), there?.status ?? null, here?.to);
    });
  });

  private placing(known: LeadRead, from: Status | null, to: Status | undefined) {
    const asked = this.changes.shown(known);
    const isPending = this.changes.isPending(known);
    const lead = isPending ? withStatus(known, asked.status) : known;
    const column = isPending ? asked.status : (to ?? from ?? known.status);
    return { known, lead, from, column };
  }
}

const isSame = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);

function newest(listed: LeadRead | undefined, moved: LeadRead | undefined): LeadRead {
  const lead = listed && moved && moved.version > listed.version ? moved : (listed ?? moved);
  if (lead === undefined) throw new Error('a lead is listed or was moved');
  return lead;
}
