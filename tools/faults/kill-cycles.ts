import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../demo/random.ts';
import { FaultFound, requireNone } from './fault-found.ts';
import { breaches } from './invariant.ts';
import { type Exchange, Load } from './load.ts';
import type { Recovered } from './recovered.ts';
import { repeat } from './repeats.ts';
import { ServiceProcess } from './service-process.ts';

export interface KillCycles {
  cycles: number;
  folder: string;
  random: Random;
  readRecovered(folder: string, some?: readonly string[]): Promise<Recovered>;
  report(text: string): void;
}

const WRITERS = 24;
/** The load's length until the kill, in milliseconds: from hardly begun to well under way. */
const LOAD = { min: 20, max: 400 };

/**
 * Load, kill -9 at a random moment, restart on the same data, check: again and again. Each cycle has
 * tenants of its own and checks them; at the end all are checked together.
 */
export async function killCycles(options: KillCycles): Promise<string> {
  const { cycles, folder, random, readRecovered, report } = options;
  const all: Exchange[] = [];
  let lost = 0;
  let service = await ServiceProcess.startReady(folder);
  try {
    for (let cycle = 1; cycle <= cycles; cycle++) {
      const tenants = [`cycle-${cycle}-a`, `cycle-${cycle}-b`];
      const load = new Load(service.url, tenants, WRITERS, random);
      await pause(random.between(LOAD.min, LOAD.max));
      await service.end('SIGKILL');
      const exchanges = await load.stop();
      lost += exchanges.filter(({ answer }) => answer === null).length;
      service = await ServiceProcess.startReady(folder);
      const after = await checkAndRepeat(service.url, exchanges, tenants, options, cycle);
      all.push(...after.map(withoutText));
      if (cycle % Math.ceil(cycles / 5) === 0) report(`${cycle} of ${cycles} kills`);
    }
    requireNone('all cycles together', allBreaches(all, await readRecovered(folder)), folder);
  } finally {
    await service.end('SIGTERM');
  }
  return `${cycles} kills, ${all.length} requests, ${lost} of them under way when killed`;
}

async function checkAndRepeat(
  url: string,
  exchanges: readonly Exchange[],
  tenants: readonly string[],
  { folder, readRecovered }: KillCycles,
  cycle: number,
): Promise<Exchange[]> {
  const where = `after kill ${cycle}`;
  const recovered = await readRecovered(folder, tenants);
  requireNone(where, breaches(exchanges, recovered), folder);
  const repeats = await repeat(url, exchanges, recovered);
  requireNone(`${where}, repeats`, repeats.breaches, folder);
  const both = [...exchanges, ...repeats.exchanges];
  requireNone(`${where}, repeats`, breaches(both, await readRecovered(folder, tenants)), folder);
  const answered = exchanges.some(({ answer }) => answer !== null && answer.status >= 500);
  if (answered) throw new FaultFound(where, ['a request failed before the kill'], folder);
  return both;
}

/** Its answer was checked: only whether there was one is needed any further. */
function withoutText({ request, answer }: Exchange): Exchange {
  const { id, tenant, type } = request;
  const short = { id, tenant, type, path: '', key: null };
  return { request: short, answer: answer && { ...answer, text: '' } };
}

function allBreaches(all: readonly Exchange[], recovered: Recovered): string[] {
  const happened = new Set(recovered.events.map(({ correlation_id }) => correlation_id));
  const lost = all.filter(
    ({ request, answer }) => answer && !answer.isReplayed && !happened.has(request.id),
  );
  return [
    ...breaches(
      all.map(({ request }) => ({ request, answer: null })),
      recovered,
    ),
    ...lost.map(({ request }) => `${request.type} of ${request.id} is lost`),
  ];
}
