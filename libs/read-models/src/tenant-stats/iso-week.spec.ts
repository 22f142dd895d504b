import fc from 'fast-check';
import { isoWeek, nextWeek, weeksUpTo } from './iso-week';

describe('an ISO week', () => {
  it.each([
    ['2026-11-16T00:00:00.000Z', '2026-W47'],
    ['2026-11-22T23:59:59.999Z', '2026-W47'],
    ['2026-11-23T00:00:00.000Z', '2026-W48'],
    ['2026-01-01T12:00:00.000Z', '2026-W01'],
    ['2025-12-29T00:00:00.000Z', '2026-W01'],
    ['2027-01-03T23:59:59.999Z', '2026-W53'],
    ['2027-01-04T00:00:00.000Z', '2027-W01'],
    ['2021-01-03T00:00:00.000Z', '2020-W53'],
    ['2024-12-30T00:00:00.000Z', '2025-W01'],
  ])('of %s is %s', (moment, week) => {
    expect(isoWeek(new Date(moment))).toBe(week);
  });

  const anyMoment = fc.date({
    min: new Date('1999-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  });

  it('lasts until the next one begins', () => {
    fc.assert(
      fc.property(anyMoment, (moment) => {
        const next = nextWeek(moment);
        expect(isoWeek(new Date(+next - 1))).toBe(isoWeek(moment));
        expect(isoWeek(next)).not.toBe(isoWeek(moment));
      }),
    );
  });

  it('counts on by one from each Monday to the next', () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 1, max: 60 }), (moment, count) => {
        const weeks = weeksUpTo(moment, count);
        expect(weeks.at(-1)).toBe(isoWeek(moment));
        expect(new Set(weeks).size).toBe(count);
        expect(weeks.toSorted()).toEqual(weeks);
      }),
    );
  });
});
