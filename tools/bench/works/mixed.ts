import { Client } from '../client/client.ts';
import { compared, interleaved, type Figure } from '../figure.ts';
import { BIG_TENANT } from '../seed/seed.ts';
import { percentile } from '../statistics.ts';
import { UNITS } from './http-sample.ts';
import type { UnderTest } from './under-test.ts';

const WRITERS = 128;
const EVERY_MS = 10;

/** What a reader waits for the first page while others write as fast as they can; beside a quiet hour. */
export async function mixed({ leadlogs, client, effort }: UnderTest): Promise<Figure[]> {
  const reader = new Client();
  const { rounds, milliseconds } = effort;
  const reading = {
    tenant: BIG_TENANT,
    path: '/leads?offset={n}',
    connections: 1,
    everyMs: EVERY_MS,
  };
  const writing = { tenant: 'writers', path: null, connections: WRITERS };
  const subjects = leadlogs.flatMap((service) => [
    { service, isBusy: false },
    { service, isBusy: true },
  ]);
  const samples = await interleaved(rounds, subjects, async ({ service: { port }, isBusy }) => {
    const load = { port, milliseconds };
    const writers = isBusy && client.apply({ ...load, ...writing });
    const { times } = await reader.apply({ ...load, ...reading });
    await writers;
    return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
  });
  reader.stop();
  return leadlogs.flatMap(({ leads }, index): Figure[] => {
    const [quiet = [], busy = []] = [samples[2 * index], samples[2 * index + 1]];
    const of = {
      work: `GET /leads?offset={n} while ${WRITERS} connections write, beside no writes`,
      size: leads,
      of: 'leads',
    } as const;
    return [
      { ...of, ...compared('p50', busy, quiet), unit: UNITS.p50 },
      { ...of, ...compared('p99', busy, quiet), unit: UNITS.p99, goal: 'ratio ≤ 3' },
    ];
  });
}
