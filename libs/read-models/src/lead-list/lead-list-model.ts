import { createLeadListTables } from '@leadlog/database/lead-list-tables';
import type { ReadModel } from '../read-model';
import { leadListProjection } from './lead-list-projection';
import { settlePriorities } from './settle-priorities';

export const leadListModel: ReadModel = {
  name: 'lead-list',
  projection: leadListProjection,
  tables: ['leads', 'contacts', 'contact_emails'],
  createTables: createLeadListTables,
  settle: settlePriorities,
};
