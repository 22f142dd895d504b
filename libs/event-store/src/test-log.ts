import type { LeadCreated, StatusChanged } from '@leadlog/domain/events';
import type { EventStore } from './event-store';

/** Events with every kind of field, for tests of the log. */
export const leadCreated: LeadCreated = {
  type: 'LeadCreated',
  data: {
    name: 'Müller & Söhne \u{1F680} \uFFFD "x"\\',
    domain: 'mueller.example',
    status: 'new',
    employee_count: 120,
    industry: 'tech',
    last_activity_at: null,
    owner: 'mara',
    primary_contact: { id: 1, emails: [{ id: 1, is_primary: true }] },
  },
  personal: { first_name: 'Ada', last_name: null, phone: null, emails: ['ada@mueller.example'] },
};

export const qualified: StatusChanged = {
  type: 'StatusChanged',
  data: { from: 'new', to: 'qualified' },
  personal: null,
};

export const lost: StatusChanged = {
  type: 'StatusChanged',
  data: { from: 'qualified', to: 'lost' },
  personal: null,
};

/** Appends `count` events in one write: leads of three events each, one with personal data. */
export function appendEvents(store: EventStore, tenantId: string, count: number): Promise<void> {
  return store.write(tenantId, { actor: 'Zoë', correlation_id: 'request-1' }, async (log) => {
    for (let left = count; left > 0; left -= 3) {
      const events = [leadCreated, qualified, lost].slice(0, left);
      await log.append(log.ids.lead, 0, events, { ...log.ids, lead: log.ids.lead + 1 });
    }
  });
}
