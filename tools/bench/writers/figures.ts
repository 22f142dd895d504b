/** The service that the others are held against. */
export const LIMIT = 'Nest without a database';

/** What one round found of a service under so many writers. */
export interface Figures {
  /** Leads a second, nobody reading, and what the service took for one in µs. */
  rate: number;
  cpu: number;
  p50: number;
  p99: number;
  /** Leads a second beside the readers, and the readers' times. */
  besideRate: number;
  listP50: number;
  listP99: number;
  leadP99: number;
  /** The readers' times when nobody writes. */
  quietListP99: number;
  quietLeadP99: number;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** The median over the rounds of each figure, and of the ratio to the limit in the same round. */
export function printFigures(
  figures: Map<string, Figures[]>,
  connections: readonly number[],
): void {
  for (const writers of connections) {
    const limits = figures.get(`${writers} ${LIMIT}`) ?? [];
    const rows = [...figures].filter(([key]) => key.startsWith(`${writers} `));
    console.log(`${writers} connections`);
    console.table(
      Object.fromEntries(
        rows.map(([key, found]) => [key.slice(key.indexOf(' ') + 1), row(found, limits)]),
      ),
    );
  }
}

function row(found: readonly Figures[], limits: readonly Figures[]): Record<string, number> {
  const of = (figure: keyof Figures) =>
    Number(median(found.map((one) => one[figure])).toPrecision(3));
  const ratio = median(found.map(({ rate }, round) => rate / (limits[round]?.rate ?? NaN)));
  return {
    'writes/s': of('rate'),
    'of limit': Number(ratio.toFixed(2)),
    'cpu µs': of('cpu'),
    p50: of('p50'),
    p99: of('p99'),
    'beside reads/s': of('besideRate'),
    'list p50': of('listP50'),
    'list p99': of('listP99'),
    'quiet ': of('quietListP99'),
    'lead p99': of('leadP99'),
    quiet: of('quietLeadP99'),
  };
}

const median = (values: number[]) => percentile(values, 0.5);
