import { compared, interleaved, type Figure } from '../figure.ts';
import { BIG_TENANT } from '../seed/seed.ts';
import type { Service } from '../services/service.ts';
import { percentile } from '../statistics.ts';
import { UNITS } from './http-sample.ts';
import type { UnderTest } from './under-test.ts';

const SEARCHES: readonly (readonly [q: string, goal: string])[] = [
  ['müller', '≤ 2'],
  ['gmbh', '≤ 25'],
  ['e', '≤ 40'],
  ['mü', '≤ 40'],
];
const CHANGES = 15;

/**
 * What the first page of a search takes after a change, when nothing is known of what was found before;
 * beside the same page again, whose total is known.
 */
export async function firstPages({ leadlogs, effort }: UnderTest): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [q, goal] of SEARCHES) {
    const path = `/leads?q=${encodeURIComponent(q)}`;
    const samples = await interleaved(effort.rounds, leadlogs, (service) => sample(service, path));
    for (const [index, { leads }] of leadlogs.entries()) {
      const measured = samples[index] ?? [];
      const again = measured.map(({ again: p50 }) => ({ p50 }));
      figures.push({
        ...{ work: `GET /leads?q=${q}, the first after a change`, size: leads, of: 'leads' },
        ...compared('p50', measured, again),
        ...{ unit: UNITS.p50, goal },
      });
    }
  }
  return figures;
}

async function sample(service: Service, path: string): Promise<{ p50: number; again: number }> {
  const [first, again]: [number[], number[]] = [[], []];
  for (let change = 0; change < CHANGES; change++) {
    const status = change % 2 === 0 ? 'qualified' : 'new';
    await timed(service, `/leads/1/status?new_status=${status}`, 'POST');
    first.push(await timed(service, path));
    again.push(await timed(service, path));
  }
  return { p50: percentile(first, 0.5), again: percentile(again, 0.5) };
}

/** Milliseconds until an answer is there, to its last byte. */
async function timed({ port }: Service, path: string, method = 'GET'): Promise<number> {
  const start = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { 'X-Tenant-ID': BIG_TENANT },
  });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}`);
  return performance.now() - start;
}
