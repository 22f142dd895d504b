import { fieldErrors, toPointer } from './field-errors';
import { LeadListQuery } from './lead-list';
import { ViewName, ViewSave } from './view';

const saved = (query: unknown) => ViewSave.parse({ query }).query;

function errorsOf(body: unknown): Record<string, string> {
  const result = ViewSave.safeParse(body, { reportInput: true });
  const errors = result.success ? [] : fieldErrors(result.error.issues);
  return Object.fromEntries(errors.map(({ path, code }) => [toPointer(path), code]));
}

describe('ViewSave', () => {
  it('takes every parameter of the list', () => {
    const query = {
      q: 'gmbh',
      status: 'new',
      industry: 'tech',
      min_priority: 50,
      owner: 'mara',
      contact: 'ada',
      archived: 'true',
      sort: 'name',
      limit: 50,
      offset: 100,
    };
    expect(saved(query)).toEqual(query);
    expect(Object.keys(LeadListQuery.shape).sort()).toEqual(
      [...Object.keys(query), 'cursor'].sort(),
    );
    expect(saved({ cursor: 'abc' })).toEqual({ cursor: 'abc' });
  });

  it('keeps what was given, and adds nothing', () => {
    expect(saved({})).toEqual({});
    expect(saved({ q: '  Mu\u0308ller ' })).toEqual({ q: 'Müller' });
    expect(saved({ min_priority: '50', archived: true })).toEqual({
      min_priority: 50,
      archived: 'true',
    });
  });

  it('takes null and an empty text for absent', () => {
    expect(saved({ q: '', status: null, limit: 10 })).toEqual({ limit: 10 });
  });

  it.each([
    [undefined, { '': 'required' }],
    [{}, { '/query': 'required' }],
    [{ query: null }, { '/query': 'wrong_type' }],
    [{ query: [] }, { '/query': 'wrong_type' }],
    [{ query: {}, name: 'x' }, { '/name': 'unknown_field' }],
    [{ query: { colour: 'red' } }, { '/query/colour': 'unknown_field' }],
    [{ query: { status: 'won' } }, { '/query/status': 'not_allowed' }],
    [{ query: { min_priority: 146 } }, { '/query/min_priority': 'too_big' }],
    [{ query: { limit: 0.5 } }, { '/query/limit': 'format' }],
    [{ query: { limit: [1] } }, { '/query/limit': 'wrong_type' }],
    [{ query: { archived: 'yes' } }, { '/query/archived': 'not_allowed' }],
    [{ query: { cursor: 'abc', offset: 0 } }, { '/query/cursor': 'cursor_with_offset' }],
  ])('%j: %j', (body, expected) => {
    expect(errorsOf(body)).toEqual(expected);
  });
});

describe('ViewName', () => {
  it('is trimmed and composed, and counted in code points', () => {
    expect(ViewName.parse(' Mu\u0308ller ')).toBe('Müller');
    expect(ViewName.safeParse('🚀'.repeat(100)).success).toBe(true);
    expect(ViewName.safeParse('🚀'.repeat(101)).success).toBe(false);
  });
});
