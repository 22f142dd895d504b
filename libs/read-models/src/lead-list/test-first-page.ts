import type { ListQuery } from './list-query';

/** The first page of all leads as a caller gets it who asks for nothing else, for tests to vary. */
export const firstPage: ListQuery = {
  filter: {},
  archived: false,
  sort: { column: 'priority', descending: true },
  limit: 20,
  start: { offset: 0 },
};
