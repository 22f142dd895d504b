import { LEAD_EXAMPLE, LeadRead } from '@leadlog/contracts/lead';
import type { LeadPage } from '@leadlog/contracts/lead-list';
import type { LeadChange } from '../app/live/follow-log';

export function aLead(facts: Partial<LeadRead> = {}): LeadRead {
  return {
    ...LeadRead.parse(LEAD_EXAMPLE),
    id: 1,
    primary_contact: {
      id: 9,
      first_name: 'Ada',
      last_name: 'Lovelace',
      phone: '+49 (30) 123-4567',
      emails: [
        { id: 12, value: 'ada@acme.example', is_primary: false },
        { id: 13, value: 'sales@acme.example', is_primary: true },
      ],
    },
    created_at: '2026-11-01T10:00:00.000Z',
    updated_at: '2026-11-01T10:00:00.000Z',
    version: 1,
    ...facts,
  };
}

export function aPage(items: LeadRead[], total = items.length): LeadPage {
  return { items, total, next_cursor: null };
}

export function aProblem(name: string, status: number, detail: string) {
  return {
    body: {
      type: `/problems/${name}`,
      title: name,
      status,
      detail,
      instance: '/leads',
      correlation_id: 'c-1',
    },
    init: { status, statusText: 'refused' },
  };
}

export function aChange(facts: Partial<LeadChange> = {}): LeadChange {
  return {
    position: 42,
    lead_id: 1,
    version: 2,
    type: 'StatusChanged',
    actor: 'mara',
    recorded_at: '2026-11-22T10:00:00.000Z',
    changes: [{ field: 'status', from: 'new', to: 'lost' }],
    priority: { before: 95, after: 85 },
    ...facts,
  };
}
