import { fieldErrors, toPointer } from './field-errors';
import { LeadCreate } from './lead';

function errorsOf(body: unknown): Record<string, string> {
  const result = LeadCreate.safeParse(body, { reportInput: true });
  const errors = result.success ? [] : fieldErrors(result.error.issues);
  return Object.fromEntries(errors.map(({ path, code }) => [toPointer(path), code]));
}

const contact = (primary_contact: unknown) => ({ name: 'Acme', primary_contact });
const emails = (...list: unknown[]) => contact({ emails: list });

describe('LeadCreate', () => {
  it('needs a name only, and fills in what is absent', () => {
    expect(LeadCreate.parse({ name: 'Acme' })).toEqual({
      name: 'Acme',
      domain: null,
      status: 'new',
      employee_count: null,
      industry: null,
      last_activity_at: null,
      owner: null,
      primary_contact: null,
    });
  });

  it('takes null for absent', () => {
    const nulls = { domain: null, status: null, industry: null, primary_contact: null };
    expect(LeadCreate.parse({ name: 'Acme', ...nulls })).toEqual(
      LeadCreate.parse({ name: 'Acme' }),
    );
  });

  it('trims, composes to NFC, lower-cases the domain and reads times as UTC', () => {
    const lead = LeadCreate.parse({
      name: '  Cafe\u0301 ',
      domain: ' MÜLLER.example ',
      last_activity_at: '2026-11-20T10:00:00+01:00',
    });
    expect(lead.name).toBe('Café');
    expect(lead.domain).toBe('müller.example');
    expect(lead.last_activity_at).toBe('2026-11-20T09:00:00.000Z');
  });

  it('counts lengths in code points', () => {
    expect(errorsOf({ name: '🚀'.repeat(200) })).toEqual({});
    expect(errorsOf({ name: '🚀'.repeat(201) })).toEqual({ '/name': 'too_long' });
  });

  it.each([
    [{}, { '/name': 'required' }],
    [{ name: '  ' }, { '/name': 'required' }],
    [{ name: 7 }, { '/name': 'wrong_type' }],
    [{ name: 'a\u0000b' }, { '/name': 'control_characters' }],
    [{ name: 'a\ud800b' }, { '/name': 'lone_surrogate' }],
    [{ name: 'Acme', domain: 'https://acme.example' }, { '/domain': 'host_name' }],
    [{ name: 'Acme', domain: 'acme..example' }, { '/domain': 'host_name' }],
    [{ name: 'Acme', domain: '-acme.example' }, { '/domain': 'host_name' }],
    [{ name: 'Acme', domain: '127.0.0.1' }, { '/domain': 'host_name' }],
    [{ name: 'Acme', domain: `${'a'.repeat(64)}.example` }, { '/domain': 'host_name' }],
    [{ name: 'Acme', status: 'won' }, { '/status': 'not_allowed' }],
    [{ name: 'Acme', employee_count: 0 }, { '/employee_count': 'too_small' }],
    [{ name: 'Acme', employee_count: 10_000_001 }, { '/employee_count': 'too_big' }],
    [{ name: 'Acme', employee_count: '5' }, { '/employee_count': 'wrong_type' }],
    [{ name: 'Acme', employee_count: 1.5 }, { '/employee_count': 'wrong_type' }],
    [{ name: 'Acme', last_activity_at: '2026-11-20' }, { '/last_activity_at': 'time' }],
    [
      { name: 'Acme', nmae: 'x', 'a/b~c': 1 },
      { '/nmae': 'unknown_field', '/a~1b~0c': 'unknown_field' },
    ],
    [contact({}), { '/primary_contact': 'empty_contact' }],
    [contact({ emails: [] }), { '/primary_contact': 'empty_contact' }],
    [contact({ phone: '+49 30/12-34.5 (6)' }), {}],
    [contact({ phone: '12' }), { '/primary_contact/phone': 'too_short' }],
    [contact({ phone: 'call me' }), { '/primary_contact/phone': 'phone' }],
    [contact({ first_name: 'Ada', age: 3 }), { '/primary_contact/age': 'unknown_field' }],
    [emails({ value: 'ada' }), { '/primary_contact/emails/0/value': 'email' }],
    [emails({ value: 'ada@acme' }), { '/primary_contact/emails/0/value': 'email' }],
    [emails({ value: 'müller@bücher.example' }), {}],
    [emails({ is_primary: true }), { '/primary_contact/emails/0/value': 'required' }],
    [
      emails({ value: 'a@acme.example' }, { value: 'A@acme.example' }),
      { '/primary_contact/emails/1/value': 'duplicate_email' },
    ],
    [
      emails(
        { value: 'a@x.example', is_primary: true },
        { value: 'b@x.example', is_primary: true },
      ),
      { '/primary_contact/emails/1/is_primary': 'second_primary_email' },
    ],
    ['Acme', { '': 'wrong_type' }],
    [[], { '': 'wrong_type' }],
    [undefined, { '': 'required' }],
  ])('%j: %j', (body, expected) => {
    expect(errorsOf(body)).toEqual(expected);
  });

  it('takes 20 e-mails and no more', () => {
    const list = Array.from({ length: 21 }, (_, index) => ({ value: `a${index}@acme.example` }));
    expect(errorsOf(emails(...list.slice(1)))).toEqual({});
    expect(errorsOf(emails(...list))).toEqual({ '/primary_contact/emails': 'too_big' });
  });

  it('names everything that is wrong at once', () => {
    const list = [{ value: 'a@acme.example' }, { value: 'A@acme.example' }];
    expect(errorsOf({ name: '', foo: 1, primary_contact: { emails: list } })).toEqual({
      '/name': 'required',
      '/foo': 'unknown_field',
      '/primary_contact/emails/1/value': 'duplicate_email',
    });
  });
});
