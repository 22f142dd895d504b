import { ALLOWED_CLOCK_SKEW_MS, type LeadCommand, type NewActivity, type NewLead } from './decide';
import type { LeadCreated, LeadEvent } from './events';
import { given } from './lead-specification';
import { idsAfter } from './next-ids';

const NOW = new Date('2026-11-22T10:00:00.000Z');

const acme: NewLead = {
  name: 'Acme GmbH',
  domain: 'acme.example',
  status: 'new',
  employee_count: 120,
  industry: 'tech',
  last_activity_at: null,
  owner: 'mara',
  primary_contact: null,
};

const { primary_contact: _none, ...acmeFacts } = acme;

const acmeCreated: LeadCreated = {
  type: 'LeadCreated',
  data: { ...acmeFacts, primary_contact: null },
  personal: null,
};

const createLead = (lead: Partial<NewLead>): LeadCommand => ({
  type: 'CreateLead',
  lead: { ...acme, ...lead },
});

const ada = { first_name: 'Ada', last_name: null, phone: null };
const email = (value: string, is_primary = false) => ({ value, is_primary });

describe('CreateLead', () => {
  it('makes LeadCreated with the facts given', () => {
    expect(given([]).when(createLead({}), NOW)).toEqual({ events: [acmeCreated] });
  });

  it('keeps what tells of a person apart from what does not', () => {
    const emails = [email('ada@acme.example'), email('a@acme.example', true)];
    const decision = given([]).when(createLead({ primary_contact: { ...ada, emails } }), NOW);
    expect(decision).toEqual({
      events: [
        {
          type: 'LeadCreated',
          data: {
            ...acmeCreated.data,
            primary_contact: {
              id: 1,
              emails: [
                { id: 1, is_primary: false },
                { id: 2, is_primary: true },
              ],
            },
          },
          personal: { ...ada, emails: ['ada@acme.example', 'a@acme.example'] },
        },
      ],
    });
  });

  it('notes of which row of an import the lead was made, and nothing where there was none', () => {
    const row = { batch_id: '0198', line: 17 };
    expect(given([]).when({ type: 'CreateLead', lead: acme, import: row }, NOW)).toEqual({
      events: [{ ...acmeCreated, data: { ...acmeCreated.data, import: row } }],
    });
    // The bytes of all other creations stay as they were.
    expect(given([]).when(createLead({}), NOW)).toStrictEqual({ events: [acmeCreated] });
  });

  it('makes the first e-mail primary where none is flagged', () => {
    const emails = [email('ada@acme.example'), email('a@acme.example')];
    const decision = given([]).when(createLead({ primary_contact: { ...ada, emails } }), NOW);
    expect(decision).toMatchObject({
      events: [
        { data: { primary_contact: { emails: [{ is_primary: true }, { is_primary: false }] } } },
      ],
    });
  });

  it('refuses the same e-mail in another case, at the second one', () => {
    const emails = [email('Müller@acme.example'), email('MÜLLER@acme.example')];
    expect(given([]).when(createLead({ primary_contact: { ...ada, emails } }), NOW)).toEqual({
      refusals: [{ code: 'duplicate_email', path: ['primary_contact', 'emails', 1, 'value'] }],
    });
  });

  it('refuses a second primary e-mail', () => {
    const emails = [email('a@acme.example', true), email('b@acme.example', true)];
    expect(given([]).when(createLead({ primary_contact: { ...ada, emails } }), NOW)).toEqual({
      refusals: [
        { code: 'second_primary_email', path: ['primary_contact', 'emails', 1, 'is_primary'] },
      ],
    });
  });

  it('takes an activity at the edge of the clock skew that is allowed', () => {
    const edge = new Date(NOW.getTime() + ALLOWED_CLOCK_SKEW_MS).toISOString();
    expect(given([]).when(createLead({ last_activity_at: edge }), NOW)).toHaveProperty('events');
  });

  it('refuses an activity beyond it', () => {
    const beyond = new Date(NOW.getTime() + ALLOWED_CLOCK_SKEW_MS + 1).toISOString();
    expect(given([]).when(createLead({ last_activity_at: beyond }), NOW)).toEqual({
      refusals: [{ code: 'activity_in_the_future', path: ['last_activity_at'] }],
    });
  });
});

describe('ChangeStatus', () => {
  it('makes StatusChanged from the old status to the new one', () => {
    const decision = given([acmeCreated]).when(
      { type: 'ChangeStatus', new_status: 'qualified' },
      NOW,
    );
    expect(decision).toEqual({
      events: [{ type: 'StatusChanged', data: { from: 'new', to: 'qualified' }, personal: null }],
    });
  });

  it('makes nothing happen where the lead already has the status', () => {
    const decision = given([acmeCreated]).when({ type: 'ChangeStatus', new_status: 'new' }, NOW);
    expect(decision).toEqual({ events: [] });
  });

  it('is refused where there is no lead', () => {
    expect(given([]).when({ type: 'ChangeStatus', new_status: 'lost' }, NOW)).toEqual({
      refusals: [{ code: 'lead_not_found', path: [] }],
    });
  });
});

describe('ArchiveLead and RestoreLead', () => {
  const archive: LeadCommand = { type: 'ArchiveLead' };
  const restore: LeadCommand = { type: 'RestoreLead' };
  const archived: LeadEvent = { type: 'LeadArchived', data: {}, personal: null };
  const restored: LeadEvent = { type: 'LeadRestored', data: {}, personal: null };

  it('take a lead out of the lists and back', () => {
    expect(given([acmeCreated]).when(archive, NOW)).toEqual({ events: [archived] });
    expect(given([acmeCreated, archived]).when(restore, NOW)).toEqual({ events: [restored] });
  });

  it('make nothing happen where it is so already', () => {
    expect(given([acmeCreated, archived]).when(archive, NOW)).toEqual({ events: [] });
    expect(given([acmeCreated]).when(restore, NOW)).toEqual({ events: [] });
    expect(given([acmeCreated, archived, restored]).when(restore, NOW)).toEqual({ events: [] });
  });
});

describe('LogActivity', () => {
  const log = (activity: Partial<NewActivity>): LeadCommand => ({
    type: 'LogActivity',
    activity: { kind: 'call', occurred_at: null, note: null, ...activity },
  });

  it('makes ActivityLogged, of this moment where none is given', () => {
    expect(given([acmeCreated]).when(log({}), NOW)).toEqual({
      events: [
        {
          type: 'ActivityLogged',
          data: { kind: 'call', occurred_at: NOW.toISOString() },
          personal: null,
        },
      ],
    });
  });

  it('takes a note for what may tell of a person', () => {
    const occurred_at = '2026-11-20T09:00:00.000Z';
    const activity = { kind: 'meeting', occurred_at, note: 'Ada will call' } as const;
    expect(given([acmeCreated]).when(log(activity), NOW)).toEqual({
      events: [
        {
          type: 'ActivityLogged',
          data: { kind: 'meeting', occurred_at },
          personal: { note: 'Ada will call' },
        },
      ],
    });
  });

  it('allows clocks to run ahead as far as a creation does', () => {
    const at = (ms: number) => new Date(NOW.getTime() + ms).toISOString();
    const edge = log({ occurred_at: at(ALLOWED_CLOCK_SKEW_MS) });
    const beyond = log({ occurred_at: at(ALLOWED_CLOCK_SKEW_MS + 1) });
    expect(given([acmeCreated]).when(edge, NOW)).toHaveProperty('events');
    expect(given([acmeCreated]).when(beyond, NOW)).toEqual({
      refusals: [{ code: 'activity_in_the_future', path: ['occurred_at'] }],
    });
  });
});

describe('every change', () => {
  const contact = { ...ada, emails: [] };
  const activity = { kind: 'call', occurred_at: null, note: null } as const;
  it.each<LeadCommand>([
    { type: 'EditLead', edit: { name: 'Acme' } },
    { type: 'SetPrimaryContact', contact },
    { type: 'RemovePrimaryContact' },
    { type: 'LogActivity', activity },
    { type: 'ArchiveLead' },
    { type: 'RestoreLead' },
  ])('is refused where there is no lead: $type', (command) => {
    expect(given([]).when(command, NOW)).toEqual({
      refusals: [{ code: 'lead_not_found', path: [] }],
    });
  });
});

describe('ErasePersonalData', () => {
  it('makes PersonalDataErased, also where there is no contact now', () => {
    expect(given([acmeCreated]).when({ type: 'ErasePersonalData' }, NOW)).toEqual({
      events: [{ type: 'PersonalDataErased', data: {}, personal: null }],
    });
  });

  it('is refused where there is no lead', () => {
    expect(given([]).when({ type: 'ErasePersonalData' }, NOW)).toEqual({
      refusals: [{ code: 'lead_not_found', path: [] }],
    });
  });
});

describe('the numbers that a tenant gives out', () => {
  it('go on behind each lead, contact and e-mail that was created', () => {
    const primary_contact = { ...ada, emails: [email('a@acme.example'), email('b@acme.example')] };
    const decision = given([acmeCreated]).when(createLead({ primary_contact }), NOW);
    if (!('events' in decision)) throw new Error('refused');
    const ids = decision.events.reduce(idsAfter, { lead: 7, contact: 1, email: 1 });
    expect(ids).toEqual({ lead: 8, contact: 2, email: 3 });
  });
});
