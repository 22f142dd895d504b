const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The Monday of an ISO 8601 week such as `2026-W47`, at noon in UTC, so that it is the same day in the
 * browser's time zone. The first week of a year is the one with its fourth of January.
 */
export function mondayOf(week: string): string {
  const [year, number] = week.split('-W').map(Number) as [number, number];
  const fourth = new Date(Date.UTC(year, 0, 4, 12));
  const daysSinceMonday = (fourth.getUTCDay() + 6) % 7;
  return new Date(fourth.getTime() + ((number - 1) * 7 - daysSinceMonday) * DAY_MS).toISOString();
}
