import { convertToParamMap } from '@angular/router';
import {
  DEFAULT_LIST,
  filterOf,
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
      industry: 'real_estate',
      min_priority: 60,
      contact: 'ada@acme.example',
      owner: 'mara',
      archived: true,
      sort: 'last_activity_at',
      rows: 150,
    };
    const texts = Object.entries(toAddress(query)).map(([name, value]) => [name, String(value)]);
    expect(read(Object.fromEntries(texts))).toEqual(query);
  });

  it.each<Record<string, string>>([
    { status: 'archived' },
    { sort: 'owner' },
    { sort: '--name' },
    { industry: 'farming' },
    { min_priority: '146' },
    { min_priority: '-1' },
    { archived: 'yes' },
    { rows: '0' },
    { rows: '1.5' },
    { rows: 'x' },
    { rows: '1001' },
    { q: ' ' },
  ])('takes no notice of %j', (params) => {
    expect(read(params)).toEqual(DEFAULT_LIST);
  });

  it('shows rows in whole steps', () => {
    expect([1, 50, 51, 1000].map((rows) => read({ rows: String(rows) }).rows)).toEqual([
      50, 50, 100, 1000,
    ]);
  });

  it('asks the API in its own words, and for no filter that is not set', () => {
    expect(toRequest(DEFAULT_LIST)).toEqual({ sort: '-priority' });
    expect(
      toRequest({ ...DEFAULT_LIST, q: 'gmbh', min_priority: 60, archived: true, rows: 150 }),
    ).toEqual({ q: 'gmbh', min_priority: 60, archived: true, sort: '-priority' });
  });

  it('counts with the filters but without order', () => {
    const filter = filterOf({ ...DEFAULT_LIST, q: 'gmbh', owner: 'mara', sort: 'name' });
    expect(toCountRequest(filter)).toEqual({ q: 'gmbh', owner: 'mara', limit: 1 });
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
