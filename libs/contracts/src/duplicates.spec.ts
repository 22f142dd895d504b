import { DuplicateSearch } from './duplicates';
import { fieldErrors, toPointer } from './field-errors';

function errorsOf(body: unknown): Record<string, string> {
  const result = DuplicateSearch.safeParse(body, { reportInput: true });
  const errors = result.success ? [] : fieldErrors(result.error.issues);
  return Object.fromEntries(errors.map(({ path, code }) => [toPointer(path), code]));
}

const emails = Array.from({ length: 20 }, (_, n) => `person${n}@acme.example`);

describe('DuplicateSearch', () => {
  it('takes any of what leads are compared by, as a lead has it', () => {
    expect(DuplicateSearch.parse({ name: ' Acme ' })).toEqual({
      name: 'Acme',
      domain: null,
      emails: [],
    });
    expect(DuplicateSearch.parse({ domain: 'ACME.example', emails })).toEqual({
      name: null,
      domain: 'acme.example',
      emails,
    });
  });

  it.each([
    [undefined, { '': 'required' }],
    [{}, { '': 'nothing_to_compare' }],
    [{ name: null, domain: null, emails: [] }, { '': 'nothing_to_compare' }],
    [{ name: '' }, { '/name': 'required' }],
    [{ domain: 'https://acme.example' }, { '/domain': 'host_name' }],
    [{ emails: ['ada'] }, { '/emails/0': 'email' }],
    [{ emails: 'ada@acme.example' }, { '/emails': 'wrong_type' }],
    [{ emails: [...emails, 'one@more.example'] }, { '/emails': 'too_big' }],
    [{ name: 'Acme', phone: '123' }, { '/phone': 'unknown_field' }],
  ])('%j: %j', (body, expected) => {
    expect(errorsOf(body)).toEqual(expected);
  });
});
