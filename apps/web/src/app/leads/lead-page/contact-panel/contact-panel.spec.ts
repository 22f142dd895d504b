import { textOf, byName } from '../../../../testing/dom';
import { LeadPageUnderTest } from '../../../../testing/lead-page';
import { aLead, aProblem } from '../../../../testing/leads';
import type { KnownContact } from '../../contact';

const lead = aLead({ id: 17, version: 3 });
const ada = lead.primary_contact as KnownContact;
const withContact = (contact: KnownContact | null, version = 4) => ({
  ...lead,
  primary_contact: contact,
  primary_contact_id: contact?.id ?? null,
  version,
});

describe('contact panel', () => {
  let shown: LeadPageUnderTest;

  beforeEach(async () => {
    shown = await LeadPageUnderTest.open();
  });

  const put = () => shown.api.request('PUT', '/leads/17/primary-contact');
  const panel = () => textOf(shown.page.querySelector('app-contact-panel'));
  const noteAt = (field: string) => {
    const id = shown.field(field).getAttribute('aria-describedby') ?? '';
    return textOf(document.getElementById(id));
  };

  it('makes another e-mail the primary one in one click, and nothing else', async () => {
    await shown.load(lead);
    await shown.press('Make ada@acme.example the primary e-mail');
    const { request } = await put();
    expect(request.headers.get('If-Match')).toBe('"3"');
    expect(request.body).toEqual({
      first_name: 'Ada',
      last_name: 'Lovelace',
      phone: '+49 (30) 123-4567',
      emails: [
        { value: 'ada@acme.example', is_primary: true },
        { value: 'sales@acme.example', is_primary: false },
      ],
    });
  });

  it('changes one e-mail without touching the others', async () => {
    await shown.load(lead);
    await shown.press('Edit ada@acme.example');
    expect(shown.field('Edit ada@acme.example').value).toBe('ada@acme.example');
    await shown.enter('Edit ada@acme.example', 'lovelace@acme.example');
    await shown.submit('Edit ada@acme.example');
    expect((await put()).request.body).toMatchObject({
      emails: [
        { value: 'lovelace@acme.example', is_primary: false },
        { value: 'sales@acme.example', is_primary: true },
      ],
    });
  });

  it('adds and removes one, the focus going where one goes on', async () => {
    await shown.load(lead);
    await shown.press('Add e-mail');
    await shown.enter('New e-mail', 'new@acme.example');
    await shown.submit('New e-mail');
    const added = await put();
    expect(added.request.body).toMatchObject({
      emails: [{}, {}, { value: 'new@acme.example', is_primary: false }],
    });
    const emails = [...ada.emails, { id: 14, value: 'new@acme.example', is_primary: false }];
    added.flush(withContact({ ...ada, emails }));
    await shown.answerHistory();
    expect(document.activeElement).toBe(shown.button('Add e-mail'));
    await shown.press('Remove sales@acme.example');
    expect((await put()).request.body).toMatchObject({
      emails: [{ value: 'ada@acme.example' }, { value: 'new@acme.example' }],
    });
  });

  it.each([
    ['no address', 'Enter an e-mail address such as ada@acme.example.'],
    ['SALES@acme.example', 'This e-mail is there already.'],
  ])('refuses "%s" at its field: %s', async (entered, reason) => {
    await shown.load(lead);
    await shown.press('Edit ada@acme.example');
    await shown.enter('Edit ada@acme.example', entered);
    await shown.submit('Edit ada@acme.example');
    expect(noteAt('Edit ada@acme.example')).toBe(reason);
    expect(await shown.api.requests('/leads/17/primary-contact')).toEqual([]);
  });

  it('saves names and phone with the e-mails as they are', async () => {
    await shown.load(lead);
    await shown.press('Edit the contact');
    await shown.enter('Last name', 'King');
    await shown.submit('Last name');
    const request = await put();
    expect(request.request.body).toMatchObject({ first_name: 'Ada', last_name: 'King' });
    request.flush(withContact({ ...ada, last_name: 'King' }));
    await shown.answerHistory();
    expect(panel()).toContain('Ada King');
    byName(document, 'mat-snack-bar-container button', 'Undo').click();
    expect((await put()).request.body).toMatchObject({ last_name: 'Lovelace' });
  });

  it('shows at its field what is wrong with a phone number', async () => {
    await shown.load(lead);
    await shown.press('Edit the contact');
    await shown.enter('Phone', 'call me');
    await shown.submit('Phone');
    expect(noteAt('Phone')).toBe('Digits, spaces and + ( ) - / . only.');
    expect(document.activeElement).toBe(shown.field('Phone'));
  });

  it('adds a contact where there is none, but not an empty one', async () => {
    await shown.load(withContact(null, 3));
    await shown.press('Add a contact');
    await shown.enter('E-mail', 'ada');
    await shown.enter('E-mail', '');
    await shown.submit('E-mail');
    expect(textOf(shown.page.querySelector('app-contact-form [role=alert]'))).toBe(
      'Enter a name, a phone number or an e-mail.',
    );
    await shown.enter('E-mail', 'ada@acme.example');
    await shown.submit('E-mail');
    expect((await put()).request.body).toMatchObject({
      first_name: null,
      emails: [{ value: 'ada@acme.example', is_primary: true }],
    });
  });

  it('is removed, and brought back on request', async () => {
    await shown.load(lead);
    await shown.press('Remove the contact');
    (await shown.api.request('DELETE', '/leads/17/primary-contact')).flush(withContact(null));
    await shown.answerHistory();
    expect(panel()).toContain('No contact is known.');
    byName(document, 'mat-snack-bar-container button', 'Undo').click();
    expect((await put()).request.body).toMatchObject({ first_name: 'Ada' });
  });

  it('shows the first of many e-mails, and all on request', async () => {
    const emails = Array.from({ length: 20 }, (_, n) => ({
      id: n + 1,
      value: `a${n}@x.example`,
      is_primary: n === 0,
    }));
    await shown.load(withContact({ ...ada, emails }, 3));
    const links = () => shown.page.querySelectorAll('app-email-list a');
    expect(links()).toHaveLength(5);
    await shown.press('Show 15 more e-mails');
    expect(links()).toHaveLength(20);
    expect(() => shown.button('Add e-mail')).toThrow();
  });

  it('offers to try again what did not reach the server', async () => {
    await shown.load(lead);
    await shown.press('Remove sales@acme.example');
    (await put()).error(new ProgressEvent('error'));
    await shown.api.settle();
    expect(panel()).toContain('The server cannot be reached.');
    await shown.press('Try again');
    expect((await put()).request.body).toMatchObject({ emails: [{ value: 'ada@acme.example' }] });
  });

  it('is put together with what somebody else has changed meanwhile', async () => {
    await shown.load(lead);
    await shown.press('Make ada@acme.example the primary e-mail');
    const { body, init } = aProblem('precondition-failed', 412, 'It is at version 4.');
    (await put()).flush(body, init);
    const theirs = withContact({ ...ada, phone: '+49 30 7654321' });
    (await shown.api.request('GET', '/leads/17')).flush(theirs);
    await shown.answerHistory();
    const { request } = await put();
    expect(request.headers.get('If-Match')).toBe('"4"');
    expect(request.body).toMatchObject({
      phone: '+49 30 7654321',
      emails: [{ value: 'ada@acme.example', is_primary: true }, { is_primary: false }],
    });
  });
});
