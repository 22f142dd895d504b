import type { Industry, Status } from '@leadlog/domain/vocabulary';
import type { ListedLead } from './lead-rows';
import type { Cursor } from './list-cursor';

export type SortColumn = 'priority' | 'name' | 'created_at' | 'updated_at' | 'last_activity_at';

export interface LeadFilter {
  /** Part of the name or domain, any case, literal. */
  q?: string | undefined;
  status?: Status | undefined;
  industry?: Industry | undefined;
  min_priority?: number | undefined;
  owner?: string | undefined;
  /** Part of the contact's names or e-mails, any case, literal. */
  contact?: string | undefined;
}

/** Which leads are listed, and in what order. */
export interface ListSelection {
  filter: LeadFilter;
  /** False: leads that are not archived; true: those that are. */
  archived: boolean;
  sort: { column: SortColumn; descending: boolean };
}

export interface ListQuery extends ListSelection {
  limit: number;
  /** Where the page starts: after so many leads, or after a lead. */
  start: { offset: number } | { after: Cursor };
  /** How many match in all, where that is known of this moment: to count them costs more than a page. */
  total?: number | undefined;
}

export interface ListPage {
  items: ListedLead[];
  total: number;
  /** What to go on after, or null where the page is the last. */
  next: Cursor | null;
}
