import type { Client } from '../client/client.ts';
import type { Load } from '../client/load.ts';
import { compared, type Figure } from '../figure.ts';
import type { Service } from '../services/service.ts';
import { percentile, perSecond } from '../statistics.ts';

export type HttpSample = Record<'rate' | 'cpu' | 'p50' | 'p99', number>;

/** Loads a service for a while. */
export async function sampleHttp(
  client: Client,
  service: Service,
  load: Omit<Load, 'port'>,
): Promise<HttpSample> {
  const before = service.cpu();
  const { times, count, elapsed } = await client.apply({ ...load, port: service.port });
  return {
    rate: perSecond(count, elapsed),
    cpu: ((service.cpu() - before) * 1000) / count,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

export const UNITS: Record<keyof HttpSample, string> = {
  rate: 'requests/s',
  cpu: 'µs of CPU',
  p50: 'p50 ms',
  p99: 'p99 ms',
};

/** The four figures of one kind of request; `goals` says what is asked of which. */
export function httpFigures(
  of: Pick<Figure, 'work' | 'size' | 'of'>,
  ours: readonly HttpSample[],
  limit: readonly HttpSample[],
  goals: Partial<Record<keyof HttpSample, string>> = {},
): Figure[] {
  return (Object.keys(UNITS) as (keyof HttpSample)[]).map((name) => {
    const goal = goals[name];
    return { ...of, ...compared(name, ours, limit), unit: UNITS[name], ...(goal && { goal }) };
  });
}
