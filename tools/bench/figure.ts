import { median } from './statistics.ts';

/** What was measured of one kind of work, beside what it is held against. */
export interface Figure {
  work: string;
  /** Of how many things; `of` says what they are. */
  size: number;
  of: 'leads' | 'events' | 'rows' | 'callers';
  ours: number;
  /** The same figure of the limit in the same run; null where nothing is held beside it. */
  limit: number | null;
  /** Ours by the limit's; null where there is no limit. */
  ratio: number | null;
  unit: string;
  /** What PERFORMANCE asks of it, if it does: `ratio ≥ 0.9`. */
  goal?: string;
}

/** Figures of one round by their names; a figure has the same name in every round. */
export type Sample<Name extends string = string> = Record<Name, number>;

/**
 * Measures each subject in turn, round after round, so that what else the machine does meets all of
 * them. A round before the first one only warms up.
 */
export async function interleaved<Subject, S extends Sample>(
  rounds: number,
  subjects: readonly Subject[],
  measure: (subject: Subject) => Promise<S>,
): Promise<S[][]> {
  const samples = subjects.map((): S[] => []);
  for (let round = 0; round <= rounds; round += 1)
    for (const [index, subject] of subjects.entries()) {
      const sample = await measure(subject);
      if (round > 0) samples[index]?.push(sample);
    }
  return samples;
}

/** The medians of one figure over the rounds, and of its ratio to the limit's in the same round. */
export function compared<Name extends string>(
  name: Name,
  ours: readonly Sample<Name>[],
  limit: readonly Sample<Name>[] = [],
): Pick<Figure, 'ours' | 'limit' | 'ratio'> {
  const ratios = limit.flatMap((sample, round) => {
    const own = ours[round];
    return own ? [own[name] / sample[name]] : [];
  });
  return {
    ours: median(ours.map((sample) => sample[name])),
    limit: limit.length > 0 ? median(limit.map((sample) => sample[name])) : null,
    ratio: ratios.length > 0 ? median(ratios) : null,
  };
}
