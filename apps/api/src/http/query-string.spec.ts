import { parseQueryString } from './query-string';

describe('a query string', () => {
  it.each([
    ['', {}],
    ['q=&status=new', { status: 'new' }],
    ['q=a%20b+c', { q: 'a b c' }],
    ['q=%25&q=_', { q: ['%', '_'] }],
    ['a[b]=1', { 'a[b]': '1' }],
    ['__proto__=1', Object.fromEntries([['__proto__', '1']])],
  ])('%j reads %j', (text, expected) => {
    expect(parseQueryString(text)).toEqual(expected);
  });
});
