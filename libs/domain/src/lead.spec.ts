import type { LeadCreated, LeadEvent } from './events';
import { evolve } from './lead';
import { leadOf } from './lead-specification';

const AT = new Date('2026-11-22T10:00:00.000Z');

const created: LeadCreated = {
  type: 'LeadCreated',
  data: {
    name: 'Acme GmbH',
    domain: null,
    status: 'new',
    employee_count: null,
    industry: null,
    last_activity_at: null,
    owner: null,
    primary_contact: { id: 9, emails: [{ id: 12, is_primary: true }] },
  },
  personal: { first_name: 'Ada', last_name: null, phone: null, emails: ['ada@acme.example'] },
};

const qualified: LeadEvent = {
  type: 'StatusChanged',
  data: { from: 'new', to: 'qualified' },
  personal: null,
};

describe('a lead', () => {
  it('is the same whether it was imported or not', () => {
    const imported = { ...created.data, import: { batch_id: '0198', line: 17 } };
    expect(leadOf([{ ...created, data: imported }], AT)).toEqual(leadOf([created], AT));
  });

  it('puts a person together from both parts of its event', () => {
    expect(leadOf([created], AT)).toMatchObject({
      id: 1,
      archived: false,
      version: 1,
      primary_contact: {
        id: 9,
        first_name: 'Ada',
        emails: [{ id: 12, value: 'ada@acme.example', is_primary: true }],
      },
    });
  });

  it('knows of a person whose data was erased that there was one', () => {
    const lead = leadOf([{ ...created, personal: 'erased' }], AT);
    expect(lead?.primary_contact).toEqual({ id: 9, erased: true });
  });

  it('carries its newest status, version and time of change', () => {
    const before = leadOf([created], AT);
    const after = evolve(before, {
      ...qualified,
      lead_id: 1,
      version: 2,
      recorded_at: '2026-11-23T08:00:00.000Z',
    });
    expect(after).toEqual({
      ...before,
      status: 'qualified',
      version: 2,
      updated_at: '2026-11-23T08:00:00.000Z',
    });
  });

  it('has no contact any more once its personal data was erased', () => {
    const erasure: LeadEvent = { type: 'PersonalDataErased', data: {}, personal: null };
    expect(leadOf([{ ...created, personal: 'erased' }, erasure], AT)?.primary_contact).toBeNull();
  });

  it('keeps the newest of its activities, whatever is logged later', () => {
    const logged = (occurred_at: string): LeadEvent => ({
      type: 'ActivityLogged',
      data: { kind: 'call', occurred_at },
      personal: null,
    });
    const lastActivity = (...times: string[]) =>
      leadOf([created, ...times.map(logged)], AT)?.last_activity_at;
    const [older, newer] = ['2026-11-20T09:00:00.000Z', '2026-11-21T09:00:00.000Z'];
    expect(lastActivity(older)).toBe(older);
    expect(lastActivity(older, newer)).toBe(newer);
    expect(lastActivity(newer, older)).toBe(newer);
  });

  it('has the details, the owner and the place in the lists that it was given last', () => {
    const events: LeadEvent[] = [
      {
        type: 'LeadDetailsChanged',
        data: { name: { from: 'Acme GmbH', to: 'Acme AG' }, employee_count: { from: null, to: 5 } },
        personal: null,
      },
      { type: 'LeadAssigned', data: { from: null, to: 'mara' }, personal: null },
      { type: 'LeadArchived', data: {}, personal: null },
    ];
    const changed = { name: 'Acme AG', employee_count: 5, owner: 'mara', archived: true };
    expect(leadOf([created, ...events], AT)).toEqual({
      ...leadOf([created], AT),
      ...changed,
      version: 4,
    });
    const restored: LeadEvent = { type: 'LeadRestored', data: {}, personal: null };
    expect(leadOf([created, ...events, restored], AT)?.archived).toBe(false);
  });

  it('has the contact that was set last, until it is removed', () => {
    const set: LeadEvent = {
      type: 'PrimaryContactSet',
      data: { id: 9, emails: [{ id: 13, is_primary: true }] },
      personal: { first_name: 'Bea', last_name: null, phone: null, emails: ['bea@acme.example'] },
    };
    expect(leadOf([created, set], AT)?.primary_contact).toEqual({
      id: 9,
      first_name: 'Bea',
      last_name: null,
      phone: null,
      emails: [{ id: 13, value: 'bea@acme.example', is_primary: true }],
    });
    const removed: LeadEvent = { type: 'PrimaryContactRemoved', data: { id: 9 }, personal: null };
    expect(leadOf([created, set, removed], AT)?.primary_contact).toBeNull();
  });

  it('cannot start with anything but its creation', () => {
    expect(() => leadOf([qualified], AT)).toThrow('starts with StatusChanged');
  });
});
