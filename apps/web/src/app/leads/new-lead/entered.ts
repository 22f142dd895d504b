/** Digits alone: "1.000" is a thousand to some and one to others, and is refused. */
export function toWholeNumber(entered: string): number | null {
  if (entered === '') return null;
  return /^\d+$/.test(entered) ? Number(entered) : NaN;
}

/** The local time of a `datetime-local` field in UTC. */
export function toUtc(local: string): string | null {
  if (local === '') return null;
  const time = new Date(local);
  return Number.isNaN(time.getTime()) ? local : time.toISOString();
}
