import { createLeadListTables } from '@leadlog/database/lead-list-tables';
import type { ReadModel } from '../read-model';
import { completeLeadList } from './complete-lead-list';
import { leadListFilling, leadListProjection } from './lead-list-projection';
import { settlePriorities } from './settle-priorities';

export const leadListModel: ReadModel = {
  name: 'lead-list',
  projection: leadListProjection,
  fillingProjection: leadListFilling,
  tables: [
    'leads',
    'contacts',
    'contact_emails',
    'lead_totals',
    'lead_counts',
    'lead_weeks',
    'lead_search',
    'contact_search',
    'search_grams',
    'tenant_numbers',
  ],
  createTables: createLeadListTables,
  completeTables: completeLeadList,
  settle: settlePriorities,
};
