import { median } from '../bench/statistics.ts';
import type { Sample } from './sample.ts';

/** A run, as far as it is judged. */
export interface Run {
  samples: readonly Sample[];
  /** Requests that failed, and what was wrong with a feed, with how often it was. */
  errors: ReadonlyMap<string, number>;
  tenants: readonly TenantRun[];
}

export interface TenantRun {
  tenant: string;
  /** Writes that were acknowledged, each of one event. */
  acknowledged: number;
  /** Events by which the log has grown. */
  events: number;
  /** Events that the feed has sent. */
  followed: number;
}

export interface Verdict {
  /** By how much memory has grown over what is judged, by its slope, as a share of what it was. */
  growths: Record<Growing, number>;
  /** How the last third's usual figures stand to the first third's; 1: the same. */
  drifts: Record<Drifting, number>;
  /** Others used the machine for so long that the times say nothing. */
  isDisturbed: boolean;
  /** What must not be, in words; none: the run has passed. */
  findings: string[];
}

/** The share of a run in which caches fill and code is compiled: it is shown, not judged. */
export const WARM_UP = 1 / 3;

/**
 * By how much memory may grow, as a share. Not what is resident in all: that also grows as V8 takes room to
 * collect its garbage less often. Beside the heap SQLite fills its cache of pages, of 16 MB a connection.
 */
const MOST_GROWTH = { heap: 0.1, native: 0.2 };
type Growing = keyof typeof MOST_GROWTH;

/** What a figure may come to be, as a multiple; of ones as small as `from` that says nothing. */
const DRIFTS = {
  cpu: { most: 1.5, from: 0, unit: 'µs' },
  p50: { most: 1.5, from: 2, unit: 'ms' },
  p99: { most: 2, from: 20, unit: 'ms' },
};
type Drifting = keyof typeof DRIFTS;

/** With more of the machine used by others, an interval's times are theirs as well. */
const MOST_OF_OTHERS = 0.25;

/** Judges a run after its warm-up. */
export function judge({ samples, errors, tenants }: Run): Verdict {
  const judged = samples.slice(Math.ceil(samples.length * WARM_UP));
  const quiet = judged.filter(({ others }) => others <= MOST_OF_OTHERS);
  const isDisturbed = quiet.length < judged.length / 2;
  const growths = { heap: growthOf(judged, 'heap'), native: growthOf(judged, 'native') };
  const timed = isDisturbed ? judged : quiet;
  const drifts = {
    cpu: driftOf(judged, 'cpu'),
    p50: driftOf(timed, 'p50'),
    p99: driftOf(timed, 'p99'),
  };
  const findings = [
    ...[...errors].map(([what, count]) => `${what} (${count} times)`),
    ...samples.filter(({ answers }) => answers === 0).map(silenceFinding),
    ...tenants.flatMap(eventsFindings),
    ...growthFindings(growths),
    ...driftFindings('cpu', judged),
    ...(isDisturbed ? [] : [...driftFindings('p50', quiet), ...driftFindings('p99', quiet)]),
  ];
  return { growths, drifts, isDisturbed, findings };
}

function silenceFinding({ seconds }: Sample): string {
  return `nothing was answered in the interval that ended after ${seconds.toFixed(0)} s`;
}

function eventsFindings({ tenant, acknowledged, events, followed }: TenantRun): string[] {
  return [
    ...(events === acknowledged
      ? []
      : [`${tenant}: ${acknowledged} writes were acknowledged, the log has ${events} events`]),
    ...(followed === events ? [] : [`${tenant}: the feed sent ${followed} of ${events} events`]),
  ];
}

function growthFindings(growths: Verdict['growths']): string[] {
  return (['heap', 'native'] as const)
    .filter((of) => growths[of] > MOST_GROWTH[of])
    .map((of) => `${of} memory grows: ${(growths[of] * 100).toFixed(1)} % after the warm-up`);
}

/** By the median of the slopes of all pairs (Theil and Sen): one garbage collection moves it little. */
function growthOf(samples: readonly Sample[], of: Growing): number {
  const slopes = samples.flatMap((later, index) =>
    samples
      .slice(0, index)
      .map((earlier) => (later[of] - earlier[of]) / (later.seconds - earlier.seconds)),
  );
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || slopes.length === 0) return NaN;
  const growth = median(slopes) * (last.seconds - first.seconds);
  const middle = median(samples.map((sample) => sample[of]));
  return growth / (middle - growth / 2);
}

function driftOf(samples: readonly Sample[], figure: Drifting): number {
  const { first, last } = thirdsOf(samples, figure);
  return last / first;
}

function thirdsOf(samples: readonly Sample[], figure: Drifting) {
  const third = Math.ceil(samples.length / 3);
  const usual = (part: readonly Sample[]) => median(part.map((sample) => sample[figure]));
  return { first: usual(samples.slice(0, third)), last: usual(samples.slice(-third)) };
}

function driftFindings(figure: Drifting, samples: readonly Sample[]): string[] {
  const { most, from, unit } = DRIFTS[figure];
  const { first, last } = thirdsOf(samples, figure);
  // Not known but on Linux: nothing is found there.
  if (!(last / first > most && last > from)) return [];
  return [`${figure} drifts: from ${first.toFixed(1)} to ${last.toFixed(1)} ${unit}`];
}
