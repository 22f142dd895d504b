/** When something took place, in milliseconds since the epoch; fractions count. */
export interface Period {
  startedAt: number;
  endedAt: number;
}

/** How a transaction that appends to logs went, told when it is durable. */
export interface CommitReport extends Period {
  /** Works that shared it, those that were refused included. */
  works: number;
  /** When the read models took its events up; null where there were none. */
  projection: Period | null;
}

/** The present moment, finer than `Date.now` and comparable between threads. */
export function moment(): number {
  return performance.timeOrigin + performance.now();
}
