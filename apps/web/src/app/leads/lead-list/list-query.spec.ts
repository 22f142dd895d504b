import { convertToParamMap } from '@angular/router';
import {
  DEFAULT_LIST,
  type ListQuery,
  readListQuery,
  sortBy,
  toAddress,
  toCountRequest,
  toRequest,
} from './list-query';

const read = (params: Record<string, string>) => readListQuery(convertToParamMap(params));

describe('list query', () => {
  it('is the default where the address says nothing', () => {
    expect(read({})).toEqual(DEFAULT_LIST);
    expect(toAddress(DEFAULT_LIST)).toEqual({});
  });

  it('survives the way through the address', () => {
    const query: ListQuery = {
      q: 'müller & söhne',
      status: 'qualified',
      sort: 'last_activity_at',
      page: 3,
      limit: 50,
    };
    const texts = Object.entries(toAddress(query)).map(([name, value]) => [name, String(value)]);
    expect(read(Object.fromEntries(texts))).toEqual(query);
  });

  it.each<Record<string, string>>([
    { status: 'archived' },
    { sort: 'owner' },
    { sort: '--name' },
    { page: '0' },
    { page: '1.5' },
    { page: 'x' },
    { limit: '7' },
  ])('takes no notice of %j', (params) => {
    expect(read(params)).toEqual(DEFAULT_LIST);
  });

  it('asks the API for one page, without filters that are not set', () => {
    expect(toRequest({ ...DEFAULT_LIST, page: 3, limit: 50 })).toEqual({
      sort: '-priority',
      limit: 50,
      offset: 100,
    });
    expect(toRequest({ ...DEFAULT_LIST, q: 'gmbh', status: 'lost' })).toMatchObject({
      q: 'gmbh',
      status: 'lost',
    });
  });

  it('counts with the search but without page and order', () => {
    expect(toCountRequest({ q: 'gmbh', status: null })).toEqual({ q: 'gmbh', limit: 1 });
  });

  it.each([
    ['name', '-priority', 'name'],
    ['name', 'name', '-name'],
    ['name', '-name', 'name'],
    ['created_at', 'name', '-created_at'],
    ['priority', '-priority', 'priority'],
  ] as const)('sorting by %s after %s gives %s', (field, before, after) => {
    expect(sortBy(field, before)).toBe(after);
  });
});
