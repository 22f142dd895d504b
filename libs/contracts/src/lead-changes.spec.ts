import { fieldErrors, toPointer } from './field-errors';
import { ActivityCreate, LeadPatch, LeadReadQuery } from './lead-changes';
import type { z } from 'zod';

function errorsOf(schema: z.ZodType, body: unknown): Record<string, string> {
  const result = schema.safeParse(body, { reportInput: true });
  const errors = result.success ? [] : fieldErrors(result.error.issues);
  return Object.fromEntries(errors.map(({ path, code }) => [toPointer(path), code]));
}

describe('LeadPatch', () => {
  it('tells what is absent from what is to be cleared', () => {
    expect(LeadPatch.parse({ domain: null, name: ' Acme ' })).toEqual({
      domain: null,
      name: 'Acme',
    });
  });

  it.each([
    [{}, { '': 'empty_patch' }],
    [{ name: null }, { '/name': 'wrong_type' }],
    [{ nmae: 'Acme' }, { '/nmae': 'unknown_field' }],
    [{ employee_count: 0 }, { '/employee_count': 'too_small' }],
    [{ status: 'lost' }, { '/status': 'unknown_field' }],
    [undefined, { '': 'required' }],
  ])('%j: %j', (body, expected) => {
    expect(errorsOf(LeadPatch, body)).toEqual(expected);
  });
});

describe('ActivityCreate', () => {
  it('needs a kind only', () => {
    const nothing = { occurred_at: null, note: null };
    expect(ActivityCreate.parse({ kind: 'call' })).toEqual({ kind: 'call', ...nothing });
    expect(ActivityCreate.parse({ kind: 'call', ...nothing })).toEqual({
      kind: 'call',
      ...nothing,
    });
  });

  it.each([
    ['two\nlines\tand a tab', {}],
    ['🚀'.repeat(2000), {}],
    ['🚀'.repeat(2001), { '/note': 'too_long' }],
    [' \n ', { '/note': 'required' }],
    ['a\rb', { '/note': 'control_characters' }],
    ['a\u0085b', { '/note': 'control_characters' }],
    ['a\u0000\nb', { '/note': 'control_characters' }],
    ['a\ud800b', { '/note': 'lone_surrogate' }],
  ])('note %j: %j', (note, expected) => {
    expect(errorsOf(ActivityCreate, { kind: 'note', note })).toEqual(expected);
  });
});

describe('LeadReadQuery', () => {
  it.each([
    ['2026-11-22T11:00:00+01:00', '2026-11-22T10:00:00.000Z'],
    ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
  ])('reads %s as %s', (as_of, expected) => {
    expect(LeadReadQuery.parse({ as_of })).toEqual({ as_of: expected });
  });

  it.each(['2026-11-22', 'now', '0000-01-01T00:00:00+01:00', '9999-12-31T23:59:59-01:00'])(
    'refuses %s',
    (as_of) => {
      expect(errorsOf(LeadReadQuery, { as_of })).toEqual({ '/as_of': 'time' });
    },
  );
});
