import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../demo/random.ts';
import { type DiskEvent, readTrace } from './disk-trace.ts';
import { requireNone } from './fault-found.ts';
import { breaches, LOST } from './invariant.ts';
import { type Exchange, Load } from './load.ts';
import type { Recovered } from './recovered.ts';
import { MAIN, ServiceProcess } from './service-process.ts';
import { SimulatedDisk, SURVIVALS, type Survival } from './simulated-disk.ts';
import { recorded, type Tampering } from './strace.ts';

export interface PowerCuts {
  /** Moments of the recorded run at which the power is cut. */
  cuts: number;
  folder: string;
  random: Random;
  /** Opens a folder as a start of the service does, and reads it. */
  recover(folder: string): Promise<Recovered>;
  report(text: string): void;
}

interface Recording {
  events: DiskEvent[];
  exchanges: Exchange[];
}

/** Ways to run the service on which a power cut must lose what was acknowledged. */
type Weakness = 'synchronous=OFF' | 'a disk that ignores flushes';

const WRITERS = 8;
const LOAD_MS = 1500;
const CONTROL_CUTS = 20;

/**
 * Records all that a run of the service does to its files and whom it answers, and makes of it what
 * a disk would hold had the power been cut at some moment: what was flushed, and of the rest nothing,
 * any part or everything. The service must start on each, with all that it had answered for.
 *
 * The same cuts of a run whose flushes are missing have to lose something, or they would prove nothing.
 */
export async function powerCuts(options: PowerCuts): Promise<string> {
  const sound = await record(join(options.folder, 'sound'), options);
  await cutAll(sound, options, SURVIVALS, (where, found, folder) =>
    requireNone(where, found, folder),
  );
  const results = [
    `${options.cuts} cuts of a run of ${sound.events.length} calls lose nothing`,
    await control('synchronous=OFF', options),
    await control('a disk that ignores flushes', options),
  ];
  return results.join('; ');
}

async function control(weakness: Weakness, options: PowerCuts): Promise<string> {
  const cuts = Math.min(options.cuts, CONTROL_CUTS);
  const run = await record(join(options.folder, 'weak'), options, weakness);
  let lossy = 0;
  await cutAll(run, { ...options, cuts }, ['nothing'], (_, found) => {
    if (found.some((breach) => breach.endsWith(LOST))) lossy++;
  });
  if (lossy === 0)
    throw new Error(`with ${weakness} no power cut loses anything: the cuts prove nothing`);
  return `with ${weakness} ${lossy} of ${cuts} do`;
}

/** A first start, load, and a stop in good order, all recorded. */
async function record(
  folder: string,
  { random }: PowerCuts,
  weakness?: Weakness,
): Promise<Recording> {
  mkdirSync(folder);
  const trace = join(folder, 'trace');
  const ignored: Tampering[] =
    weakness === 'a disk that ignores flushes' ? ['fsync,fdatasync:retval=0'] : [];
  const service = await ServiceProcess.startReady(folder, {
    under: recorded(trace, ignored),
    ...(weakness === 'synchronous=OFF' && { main: withoutFlushes() }),
  });
  const load = new Load(service.url, ['acme', 'other'], WRITERS, random);
  await pause(LOAD_MS);
  const exchanges = await load.stop();
  await service.end('SIGTERM');
  const events = await readTrace(trace, join(folder, 'data'));
  rmSync(folder, { recursive: true });
  const answers = events.filter(({ kind }) => kind === 'answer').length;
  if (answers < exchanges.length)
    throw new Error(`the trace knows of ${answers} answers, the writers of ${exchanges.length}`);
  return { events, exchanges };
}

/** The built service, but for what makes its writer flush at each commit and what insists on it. */
function withoutFlushes(): string {
  const writer = join(dirname(MAIN), 'writer.mjs');
  const built = readFileSync(writer, 'utf8');
  const weak = built
    .replace('synchronous = FULL', 'synchronous = OFF')
    .replace('SYNCHRONOUS_FULL = 2', 'SYNCHRONOUS_FULL = 0');
  if (weak === built) throw new Error('the built service flushes in another way than expected');
  // Beside the real one, where it finds the web application and the packages.
  const folder = join(dirname(dirname(MAIN)), 'api-without-flushes');
  mkdirSync(folder, { recursive: true });
  copyFileSync(MAIN, join(folder, 'main.mjs'));
  writeFileSync(join(folder, 'writer.mjs'), weak);
  return join(folder, 'main.mjs');
}

/** Goes through a run and cuts the power at moments spread over it. */
async function cutAll(
  { events, exchanges }: Recording,
  { cuts, folder, random, recover }: PowerCuts,
  survivals: readonly Survival[],
  judge: (where: string, found: string[], folder: string) => void,
): Promise<void> {
  const moments = chooseMoments(events, cuts, random);
  const disk = new SimulatedDisk(random);
  const answered = new Set<string>();
  for (const [index, event] of events.entries()) {
    if (moments.has(index)) {
      const survival = random.pick(survivals);
      const own = join(folder, `cut-${index}-${survival}`);
      disk.writeTo(join(own, 'data'), survival);
      const known = exchanges.map((exchange) => asOf(exchange, answered));
      judge(
        `power cut before call ${index}, ${survival} survives`,
        await found(known, own, recover),
        own,
      );
      rmSync(own, { recursive: true });
    }
    if (event.kind === 'answer') answered.add(event.requestId);
    else disk.apply(event);
  }
}

/** Half of them just before a flush, when most is at stake; the others anywhere. */
function chooseMoments(events: readonly DiskEvent[], cuts: number, random: Random): Set<number> {
  const flushes = [...events.keys()].filter((index) => events[index]?.kind === 'flush');
  const wanted = Math.min(cuts, events.length);
  const moments = new Set<number>();
  while (moments.size < wanted)
    moments.add(
      flushes.length > 0 && random.chance(0.5)
        ? random.pick(flushes)
        : random.between(0, events.length - 1),
    );
  return moments;
}

function asOf({ request, answer }: Exchange, answered: ReadonlySet<string>): Exchange {
  return { request, answer: answered.has(request.id) ? answer : null };
}

async function found(
  exchanges: readonly Exchange[],
  folder: string,
  recover: PowerCuts['recover'],
): Promise<string[]> {
  try {
    return breaches(exchanges, await recover(folder));
  } catch (error) {
    return [`the service does not start: ${(error as Error).message}`];
  }
}
