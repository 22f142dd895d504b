import { roundSteps } from './scale';

describe('the lines of a chart', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [40, [0, 10, 20, 30, 40]],
    [41, [0, 20, 40, 60]],
    [9_500, [0, 5_000, 10_000]],
  ])('up to %p are at %p', (most, lines) => {
    expect(roundSteps(most)).toEqual(lines);
  });
});
