import { compared, interleaved, type Figure } from '../figure.ts';
import { startFixedAnswers, startLeadlog, type Service } from '../services/service.ts';
import type { Place } from '../seed/seed.ts';

const IDLE_MS = 1000;

/** How long a service takes to its first answer, and what memory it then has; beside Nest alone. */
export async function starts(
  places: ReadonlyMap<number, Place>,
  page: string,
  rounds: number,
): Promise<Figure[]> {
  const starters = [
    () => startFixedAnswers(page),
    ...[...places.values()].map((place) => () => startLeadlog(place)),
  ];
  const [limit = [], ...ours] = await interleaved(rounds, starters, async (start) => {
    const service = await start();
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    const sample = { started: service.startedIn, memory: service.memory().now };
    await service.stop();
    return sample;
  });
  return [...places.keys()].flatMap((leads, index): Figure[] => {
    const of = { size: leads, of: 'leads' } as const;
    const samples = ours[index] ?? [];
    return [
      {
        work: 'start to the first answer',
        ...of,
        ...compared('started', samples, limit),
        unit: 'ms',
        goal: '≤ 1,000',
      },
      {
        work: 'memory, idle',
        ...of,
        ...compared('memory', samples, limit),
        unit: 'MB resident',
        goal: '≤ 200',
      },
    ];
  });
}

/** The most memory that services had so far. */
export function peaks(
  leadlogs: readonly (Service & { leads: number })[],
  limit: Service,
): Figure[] {
  const most = limit.memory().peak;
  return leadlogs.map((service): Figure => {
    const ours = service.memory().peak;
    return {
      work: 'memory, the most under all of this load',
      size: service.leads,
      of: 'leads',
      ours,
      limit: most,
      ratio: ours / most,
      unit: 'MB resident',
      goal: '≤ 400',
    };
  });
}
