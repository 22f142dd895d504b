import { interleaved, type Figure } from '../figure.ts';
import { httpFigures, sampleHttp } from './http-sample.ts';
import type { UnderTest } from './under-test.ts';

const CONNECTIONS = [1, 32, 128];
const GOALS: Record<number, { rate: string }> = { 128: { rate: 'ratio ≥ 0.5' } };

/**
 * Leads with a contact, a quarter of them repeatable, each durable before it is answered; beside Nest
 * that validates the same bodies and stores nothing.
 */
export async function writes({ leadlogs, limit, client, effort }: UnderTest): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const connections of CONNECTIONS) {
    const load = { tenant: 'writers', path: null, connections, milliseconds: effort.milliseconds };
    const [fixed = [], ...ours] = await interleaved(
      effort.rounds,
      [limit, ...leadlogs],
      (service) => sampleHttp(client, service, load),
    );
    const work = `POST /leads, ${connections === 1 ? 'one connection' : `${connections} connections`}`;
    for (const [index, { leads }] of leadlogs.entries()) {
      const of = { work, size: leads, of: 'leads' } as const;
      figures.push(...httpFigures(of, ours[index] ?? [], fixed, GOALS[connections]));
    }
  }
  return figures;
}
