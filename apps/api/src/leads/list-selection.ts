import type { LeadExportQuery, SortField } from '@leadlog/contracts/lead-list';
import type { ListSelection } from '@leadlog/read-models/lead-list/list-query';

/** What a query of the contract selects of the list. */
export function toSelection({ sort, archived, ...filter }: LeadExportQuery): ListSelection {
  return {
    filter,
    archived: archived === 'true',
    sort: { column: sort.replace('-', '') as SortField, descending: sort.startsWith('-') },
  };
}
