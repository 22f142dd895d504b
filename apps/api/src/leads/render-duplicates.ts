import type { DuplicateList } from '@leadlog/contracts/duplicates';
import type { Duplicate } from '@leadlog/read-models/lead-list/find-duplicates';
import { renderLead } from './render-lead';

export function renderDuplicates(tenantId: string, found: readonly Duplicate[]): DuplicateList {
  return {
    items: found.map(({ lead, priorityAt, reasons }) => ({
      lead: renderLead(tenantId, lead, priorityAt),
      reasons,
    })),
  };
}
