import { fieldErrors } from './field-errors';
import { LeadListQuery } from './lead-list';

function errorsOf(query: unknown): Record<string, string> {
  const result = LeadListQuery.safeParse(query, { reportInput: true });
  const errors = result.success ? [] : fieldErrors(result.error.issues);
  return Object.fromEntries(errors.map(({ path, code }) => [path.join('.'), code]));
}

describe('LeadListQuery', () => {
  it('lists twenty by priority where nothing is said', () => {
    expect(LeadListQuery.parse({})).toEqual({ sort: '-priority', limit: 20 });
  });

  it('reads numbers', () => {
    expect(LeadListQuery.parse({ limit: '200', offset: '40', min_priority: '0' })).toMatchObject({
      limit: 200,
      offset: 40,
      min_priority: 0,
    });
  });

  it.each([
    [{ limit: '0' }, { limit: 'too_small' }],
    [{ limit: '201' }, { limit: 'too_big' }],
    [{ limit: '1e2' }, { limit: 'format' }],
    [{ limit: '-1' }, { limit: 'format' }],
    [{ limit: ['1', '2'] }, { limit: 'wrong_type' }],
    [{ offset: '1.5' }, { offset: 'format' }],
    [{ sort: 'domain' }, { sort: 'not_allowed' }],
    [{ sort: '--name' }, { sort: 'not_allowed' }],
    [{ status: 'won' }, { status: 'not_allowed' }],
    [{ archived: 'yes' }, { archived: 'not_allowed' }],
    [{ page: '2' }, { page: 'unknown_field' }],
    [{ cursor: 'abc', offset: '0' }, { cursor: 'cursor_with_offset' }],
  ])('%j: %j', (query, expected) => {
    expect(errorsOf(query)).toEqual(expected);
  });
});
