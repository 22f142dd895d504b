import type { Sort, SortField } from '@leadlog/contracts/lead-list';
import { type Status, STATUSES } from '@leadlog/domain/vocabulary';
import type { Params, ParamMap } from '@angular/router';

/** What the list shows, as it stands in the address. */
export interface ListQuery {
  q: string;
  status: Status | null;
  sort: Sort;
  /** From 1. */
  page: number;
  limit: number;
}

export const SORT_FIELDS = ['priority', 'name', 'last_activity_at', 'created_at'] as const;
export type ListSortField = (typeof SORT_FIELDS)[number] & SortField;

export const PAGE_SIZES = [20, 50, 100] as const;

export const DEFAULT_LIST: ListQuery = {
  q: '',
  status: null,
  sort: '-priority',
  page: 1,
  limit: 20,
};

/** Reads the address; what is not understood counts as absent. */
export function readListQuery(params: ParamMap): ListQuery {
  const sort = params.get('sort') ?? '';
  const page = Number(params.get('page'));
  const limit = Number(params.get('limit'));
  return {
    q: params.get('q')?.trim() ?? DEFAULT_LIST.q,
    status: STATUSES.find((status) => status === params.get('status')) ?? null,
    sort: SORT_FIELDS.some((field) => field === fieldOf(sort)) ? (sort as Sort) : DEFAULT_LIST.sort,
    page: Number.isSafeInteger(page) && page > 0 ? page : DEFAULT_LIST.page,
    limit: PAGE_SIZES.find((size) => size === limit) ?? DEFAULT_LIST.limit,
  };
}

/** The address of a list; defaults are left out. */
export function toAddress(query: ListQuery): Params {
  return Object.fromEntries(
    Object.entries(query).filter(
      ([name, value]) => value !== DEFAULT_LIST[name as keyof ListQuery],
    ),
  );
}

/** The query of `GET /leads` that fills this page. */
export function toRequest({ page, limit, sort, ...filter }: ListQuery) {
  return { ...toFilter(filter), sort, limit, offset: (page - 1) * limit };
}

/** The query of `GET /leads` of which only `total` is wanted. */
export function toCountRequest(filter: Pick<ListQuery, 'q' | 'status'>) {
  return { ...toFilter(filter), limit: 1 };
}

function toFilter({ q, status }: Pick<ListQuery, 'q' | 'status'>): Record<string, string> {
  return { ...(q && { q }), ...(status && { status }) };
}

export const fieldOf = (sort: string): string => sort.replace(/^-/, '');

/** Sorting by a column: again turns it round; a new one starts with what is most wanted. */
export function sortBy(field: ListSortField, current: Sort): Sort {
  if (fieldOf(current) === field) return current === field ? `-${field}` : field;
  return field === 'name' ? field : `-${field}`;
}
