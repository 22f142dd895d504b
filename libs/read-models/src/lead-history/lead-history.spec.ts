import type { LoggedEvent } from '@leadlog/event-store/event-codec';
import { leadHistory } from './lead-history';

const envelope = {
  tenant_id: 'acme',
  lead_id: 1,
  schema_version: 1,
  actor: 'mara',
  correlation_id: 'request-1',
  hash: new Uint8Array(32),
};

const created: LoggedEvent = {
  ...envelope,
  position: 4,
  version: 1,
  recorded_at: '2026-11-01T10:00:00.000Z',
  type: 'LeadCreated',
  data: {
    name: 'Acme',
    domain: null,
    status: 'new',
    employee_count: null,
    industry: 'tech',
    last_activity_at: '2026-11-01T09:00:00.000Z',
    owner: null,
    primary_contact: { id: 9, emails: [] },
  },
  personal: { first_name: 'Ada', last_name: null, phone: null, emails: [] },
};

const qualified: LoggedEvent = {
  ...envelope,
  position: 7,
  version: 2,
  recorded_at: '2026-11-20T10:00:00.000Z',
  type: 'StatusChanged',
  data: { from: 'new', to: 'qualified' },
  personal: null,
};

describe("a lead's history", () => {
  it('tells what each event changed', () => {
    const ada = { id: 9, first_name: 'Ada', last_name: null, phone: null, emails: [] };
    expect(leadHistory([created, qualified]).map(({ changes }) => changes)).toEqual([
      [
        { field: 'name', from: null, to: 'Acme' },
        { field: 'status', from: null, to: 'new' },
        { field: 'industry', from: null, to: 'tech' },
        { field: 'last_activity_at', from: null, to: '2026-11-01T09:00:00.000Z' },
        { field: 'primary_contact', from: null, to: ada },
      ],
      [{ field: 'status', from: 'new', to: 'qualified' }],
    ]);
  });

  it('tells the priority before and after each event, as of that moment', () => {
    // 10 for new, 20 for the contact, 15 for tech; the activity gives 20 at first, 10 by the second.
    expect(leadHistory([created, qualified]).map(({ priority }) => priority)).toEqual([
      { before: null, after: 65 },
      { before: 55, after: 95 },
    ]);
  });

  it('shows an erased person as erased, and the rest as it was', () => {
    const [first] = leadHistory([{ ...created, personal: 'erased' }]);
    expect(first?.changes.at(-1)).toEqual({
      field: 'primary_contact',
      from: null,
      to: { id: 9, erased: true },
    });
    expect(first?.priority.after).toBe(65);
  });

  it('shows what was noted of an activity until it is erased', () => {
    const logged: LoggedEvent = {
      ...envelope,
      position: 7,
      version: 2,
      recorded_at: '2026-11-20T10:00:00.000Z',
      type: 'ActivityLogged',
      data: { kind: 'call', occurred_at: '2026-11-20T09:00:00.000Z' },
      personal: { note: 'Ada will call' },
    };
    const lastActivity = {
      field: 'last_activity_at',
      from: '2026-11-01T09:00:00.000Z',
      to: '2026-11-20T09:00:00.000Z',
    };
    const changesOf = (event: LoggedEvent) => leadHistory([created, event])[1]?.changes;
    expect(changesOf(logged)).toEqual([
      lastActivity,
      { field: 'note', from: null, to: 'Ada will call' },
    ]);
    expect(changesOf({ ...logged, personal: 'erased' })).toEqual([
      lastActivity,
      { field: 'note', from: null, to: { erased: true } },
    ]);
    expect(changesOf({ ...logged, personal: null })).toEqual([lastActivity]);
  });
});
