import type { LeadCommand } from './decide';
import type { LeadEvent, PrimaryContactSet } from './events';
import { created, given } from './lead-specification';
import type { NewContact } from './primary-contact';

const NOW = new Date('2026-11-22T10:00:00.000Z');

const email = (value: string, is_primary = false) => ({ value, is_primary });
const ada = { first_name: 'Ada', last_name: null, phone: null };
const withEmails = (...emails: NewContact['emails']): NewContact => ({ ...ada, emails });
const set = (contact: NewContact): LeadCommand => ({ type: 'SetPrimaryContact', contact });

const acme = created({ name: 'Acme' });
const adaSet: PrimaryContactSet = {
  type: 'PrimaryContactSet',
  data: {
    id: 1,
    emails: [
      { id: 1, is_primary: true },
      { id: 2, is_primary: false },
    ],
  },
  personal: { ...ada, emails: ['a@x.example', 'b@x.example'] },
};
const removed: LeadEvent = { type: 'PrimaryContactRemoved', data: { id: 1 }, personal: null };
const erased: LeadEvent = { type: 'PersonalDataErased', data: {}, personal: null };

/** The e-mails of the contact after the command: number, address, and a star at the primary one. */
function emailsAfter(events: LeadEvent[], contact: NewContact): string[] {
  const decision = given(events).when(set(contact), NOW);
  const event = 'events' in decision ? decision.events[0] : undefined;
  if (event?.type !== 'PrimaryContactSet' || event.personal === 'erased')
    throw new Error(`unexpected: ${JSON.stringify(decision)}`);
  const { emails } = event.personal;
  return event.data.emails.map(
    ({ id, is_primary }, index) => `${id} ${emails[index]}${is_primary ? '*' : ''}`,
  );
}

describe('SetPrimaryContact', () => {
  it('gives numbers to a contact and its e-mails, and tells of the person apart', () => {
    const contact = withEmails(email('a@x.example'), email('b@x.example'));
    expect(given([acme]).when(set(contact), NOW)).toEqual({ events: [adaSet] });
  });

  it('makes nothing happen where the contact is the same', () => {
    const contact = withEmails(email('a@x.example', true), email('b@x.example'));
    expect(given([acme, adaSet]).when(set(contact), NOW)).toEqual({ events: [] });
  });

  it.each<[string, Partial<NewContact>]>([
    ['a first name', { first_name: 'Bea' }],
    ['a last name', { last_name: 'Lovelace' }],
    ['a phone number', { phone: '+49 30 1' }],
    ['an e-mail less', { emails: [email('a@x.example')] }],
    ['another primary e-mail', { emails: [email('a@x.example'), email('b@x.example', true)] }],
    ['another order', { emails: [email('b@x.example'), email('a@x.example', true)] }],
    ['another spelling', { emails: [email('A@x.example'), email('b@x.example')] }],
  ])('keeps the number of a contact that differs in %s', (_, difference) => {
    const contact = withEmails(email('a@x.example'), email('b@x.example'));
    expect(given([acme, adaSet]).when(set({ ...contact, ...difference }), NOW)).toMatchObject({
      events: [{ type: 'PrimaryContactSet', data: { id: 1 } }],
    });
  });

  it('keeps the numbers of the e-mails that stay, wherever they stand', () => {
    const contact = withEmails(email('c@x.example'), email('B@x.example', true));
    expect(emailsAfter([acme, adaSet], contact)).toEqual(['3 c@x.example', '2 B@x.example*']);
  });

  it('never gives a number twice', () => {
    const replaced = withEmails(email('c@x.example'));
    const decision = given([acme, adaSet]).when(set(replaced), NOW);
    if (!('events' in decision)) throw new Error('refused');
    const later = withEmails(email('a@x.example'), email('c@x.example'));
    expect(emailsAfter([acme, adaSet, ...decision.events], later)).toEqual([
      '4 a@x.example*',
      '3 c@x.example',
    ]);
  });

  it.each([
    ['removed', [removed]],
    ['erased', [erased]],
  ])('makes a new contact after the one before was %s', (_, events) => {
    const contact = withEmails(email('a@x.example'));
    expect(given([acme, adaSet, ...events]).when(set(contact), NOW)).toMatchObject({
      events: [{ data: { id: 2, emails: [{ id: 3, is_primary: true }] } }],
    });
  });

  it('refuses what no contact may have, at its place in the contact', () => {
    const contact = withEmails(email('a@x.example', true), email('A@x.example', true));
    expect(given([acme]).when(set(contact), NOW)).toEqual({
      refusals: [
        { code: 'duplicate_email', path: ['emails', 1, 'value'] },
        { code: 'second_primary_email', path: ['emails', 1, 'is_primary'] },
      ],
    });
  });
});

describe('RemovePrimaryContact', () => {
  const remove: LeadCommand = { type: 'RemovePrimaryContact' };

  it('makes PrimaryContactRemoved', () => {
    expect(given([acme, adaSet]).when(remove, NOW)).toEqual({ events: [removed] });
  });

  it('makes nothing happen where there is no contact', () => {
    expect(given([acme]).when(remove, NOW)).toEqual({ events: [] });
    expect(given([acme, adaSet, removed]).when(remove, NOW)).toEqual({ events: [] });
  });
});
