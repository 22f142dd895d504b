import type { Sort, SortField } from '@leadlog/contracts/lead-list';
import { type Industry, INDUSTRIES, type Status, STATUSES } from '@leadlog/domain/vocabulary';
import type { Params, ParamMap } from '@angular/router';

/** What the list shows, as it stands in the address. */
export interface ListQuery {
  q: string;
  status: Status | null;
  industry: Industry | null;
  min_priority: number | null;
  contact: string;
  owner: string;
  archived: boolean;
  sort: Sort;
  /** How many rows are shown, if there are as many. */
  rows: number;
}

/** What narrows the list, without the order and length of what is shown. */
export type ListFilter = Omit<ListQuery, 'sort' | 'rows'>;

export const SORT_FIELDS = [
  'priority',
  'name',
  'last_activity_at',
  'created_at',
  'updated_at',
] as const satisfies SortField[];
export type ListSortField = (typeof SORT_FIELDS)[number];

/** Rows at first, and how many more each time. */
export const ROWS_STEP = 50;
/** Who looks through more than these is better served by a search. */
export const MAX_ROWS = 1000;
const MAX_PRIORITY_FILTER = 145;

export const DEFAULT_LIST: ListQuery = {
  q: '',
  status: null,
  industry: null,
  min_priority: null,
  contact: '',
  owner: '',
  archived: false,
  sort: '-priority',
  rows: ROWS_STEP,
};

/** Reads the address; what is not understood counts as absent. */
export function readListQuery(params: ParamMap): ListQuery {
  const text = (name: string) => params.get(name)?.trim() ?? '';
  const sort = text('sort');
  return {
    q: text('q'),
    status: STATUSES.find((status) => status === params.get('status')) ?? null,
    industry: INDUSTRIES.find((industry) => industry === params.get('industry')) ?? null,
    min_priority: wholeNumber(params.get('min_priority'), MAX_PRIORITY_FILTER),
    contact: text('contact'),
    owner: text('owner'),
    archived: params.get('archived') === 'true',
    sort: SORT_FIELDS.some((field) => field === fieldOf(sort)) ? (sort as Sort) : DEFAULT_LIST.sort,
    rows: wholeSteps(wholeNumber(params.get('rows'), MAX_ROWS) ?? ROWS_STEP),
  };
}

/** From 1 to `max`, or null. */
function wholeNumber(text: string | null, max: number): number | null {
  const value = Number(text);
  return Number.isSafeInteger(value) && value >= 1 && value <= max ? value : null;
}

const wholeSteps = (rows: number) => Math.ceil(rows / ROWS_STEP) * ROWS_STEP;

/** The address of a list; defaults are left out. */
export function toAddress(query: ListQuery): Params {
  return Object.fromEntries(
    Object.entries(query).filter(
      ([name, value]) => value !== DEFAULT_LIST[name as keyof ListQuery],
    ),
  );
}

export type ListRequest = Record<string, string | number | boolean>;

/** The query of `GET /leads` without `limit` and `cursor`. */
export function toRequest({ rows: _rows, sort, ...filter }: ListQuery): ListRequest {
  return { ...toFilter(filter), sort };
}

/** The query of `GET /leads` of which only `total` is wanted. */
export function toCountRequest(filter: ListFilter): ListRequest {
  return { ...toFilter(filter), limit: 1 };
}

/** The filters that are set, named as in `GET /leads`. */
export function toFilter(filter: ListFilter): ListRequest {
  const { sort: _sort, rows: _rows, ...set } = toAddress({ ...DEFAULT_LIST, ...filter });
  return set as ListRequest;
}

export const filterOf = ({ sort: _sort, rows: _rows, ...filter }: ListQuery): ListFilter => filter;

export const NO_FILTER: ListFilter = filterOf(DEFAULT_LIST);

export const fieldOf = (sort: string): string => sort.replace(/^-/, '');

/** Sorting by a column: again turns it round; a new one starts with what is most wanted. */
export function sortBy(field: ListSortField, current: Sort): Sort {
  if (fieldOf(current) === field) return current === field ? `-${field}` : field;
  return field === 'name' ? field : `-${field}`;
}
