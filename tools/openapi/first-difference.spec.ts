import { firstDifference } from './first-difference.ts';

describe('the first difference of two texts', () => {
  it('is none where they are the same', () => {
    expect(firstDifference('a\nb\n', 'a\nb\n')).toBeNull();
  });

  it.each([
    [
      'a line that differs',
      'a\nb\nc\n',
      'a\nB\nc\n',
      '  line 2\n  - b\n  - c\n  - \n  + B\n  + c\n  + ',
    ],
    ['lines at the end', 'a', 'a\nb', '  line 2\n  + b'],
    ['lines that are gone', 'a\nb', 'a', '  line 2\n  - b'],
  ])('shows %s', (_what, committed, generated, shown) => {
    expect(firstDifference(committed, generated)).toBe(shown);
  });
});
