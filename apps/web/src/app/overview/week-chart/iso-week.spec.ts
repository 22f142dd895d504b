import { mondayOf } from './iso-week';

describe('the Monday', () => {
  it.each([
    ['2026-W47', '2026-11-16'],
    ['2026-W01', '2025-12-29'],
    ['2025-W01', '2024-12-30'],
    ['2020-W53', '2020-12-28'],
    ['2021-W01', '2021-01-04'],
    ['2023-W01', '2023-01-02'],
  ])('of %s is %s', (week, day) => {
    expect(mondayOf(week)).toBe(`${day}T12:00:00.000Z`);
  });
});
