const DAY_MS = 24 * 60 * 60 * 1000;

/** The ISO 8601 week of a moment, in UTC: `2026-W47`. It belongs to the year of its Thursday. */
export function isoWeek(moment: Date): string {
  const thursday = new Date(mondayOf(moment) + 3 * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((+thursday - Date.UTC(year, 0, 1)) / (7 * DAY_MS));
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The weeks up to the one of a moment, oldest first. */
export function weeksUpTo(moment: Date, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    isoWeek(new Date(+moment - (count - 1 - index) * 7 * DAY_MS)),
  );
}

/** When the week of a moment is over. */
export function nextWeek(moment: Date): Date {
  return new Date(mondayOf(moment) + 7 * DAY_MS);
}

function mondayOf(moment: Date): number {
  const day = Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate());
  return day - ((moment.getUTCDay() + 6) % 7) * DAY_MS;
}
