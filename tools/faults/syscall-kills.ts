import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../demo/random.ts';
import { atOnce } from './at-once.ts';
import { requireNone } from './fault-found.ts';
import { breaches } from './invariant.ts';
import { type Exchange, Load } from './load.ts';
import type { Recovered } from './recovered.ts';
import { repeat } from './repeats.ts';
import { ServiceProcess } from './service-process.ts';
import { tampered, WRITING, type WritingCall } from './strace.ts';

export interface SyscallKills {
  calls: number;
  folder: string;
  random: Random;
  readRecovered(folder: string): Promise<Recovered>;
  report(text: string): void;
}

interface CallNumber {
  call: WritingCall;
  /** Which of its kind, from 1. */
  when: number;
}

const WRITERS = 4;
const AT_ONCE = 2;
const LOAD_ENDS_AFTER_MS = 20_000;

/** Kills the service as it is about to make its n-th call that changes the disk, for each n. */
export async function syscallKills(options: SyscallKills): Promise<string> {
  const { calls, folder, report } = options;
  const order = (await recordOrder(options)).slice(0, calls);
  const tenth = Math.ceil(order.length / 10);
  let done = 0;
  let duringStart = 0;
  await atOnce(AT_ONCE, order.entries(), async ([index, place]) => {
    const died = await killAt(join(folder, `call-${index + 1}`), place, options);
    if (died === 'starting') duringStart++;
    if (++done % tenth === 0) report(`${done} of ${order.length} calls`);
  });
  return `${order.length} kills, each before another call; ${duringStart} of them during the start`;
}

/** The calls of a first start and the load after it, in their order. */
async function recordOrder(options: SyscallKills): Promise<CallNumber[]> {
  const folder = join(options.folder, 'order');
  mkdirSync(folder, { recursive: true });
  const trace = join(folder, 'trace');
  const service = await ServiceProcess.startReady(folder, {
    under: tampered(folder, 'rename:retval=0:when=65535', trace),
  });
  const load = new Load(service.url, ['acme'], WRITERS, options.random);
  while (countLines(trace) < options.calls + 20) await pause(100);
  await load.stop();
  await service.end('SIGTERM');
  const seen = new Map<string, number>();
  const order = readFileSync(trace, 'utf8')
    .split('\n')
    .flatMap((line) => WRITING.filter((call) => new RegExp(`^\\d+ +${call}\\(`).test(line)))
    .map((call) => {
      const when = (seen.get(call) ?? 0) + 1;
      seen.set(call, when);
      return { call, when };
    });
  rmSync(folder, { recursive: true });
  return order;
}

const countLines = (file: string) => readFileSync(file, 'utf8').split('\n').length;

async function killAt(
  folder: string,
  { call, when }: CallNumber,
  options: SyscallKills,
): Promise<'starting' | 'serving'> {
  const { random, readRecovered } = options;
  mkdirSync(folder, { recursive: true });
  const service = await ServiceProcess.start(folder, {
    under: tampered(folder, `${call}:signal=SIGKILL:when=${when}`, join(folder, 'trace')),
  });
  const wasReady = await service.isReady();
  const load = wasReady ? new Load(service.url, ['acme'], WRITERS, random) : null;
  await service.endsWithin(LOAD_ENDS_AFTER_MS);
  const exchanges = (await load?.stop()) ?? [];
  await checkRestart(folder, `killed before ${call} ${when}`, exchanges, readRecovered);
  rmSync(folder, { recursive: true });
  return wasReady ? 'serving' : 'starting';
}

/** Starts again on what is left, and holds it against what was answered. */
export async function checkRestart(
  folder: string,
  where: string,
  exchanges: readonly Exchange[],
  readRecovered: SyscallKills['readRecovered'],
): Promise<void> {
  const service = await ServiceProcess.startReady(folder).catch((error: Error) => {
    requireNone(where, [error.message], folder);
    throw error;
  });
  try {
    const recovered = await readRecovered(folder);
    requireNone(where, breaches(exchanges, recovered), folder);
    const repeats = await repeat(service.url, exchanges, recovered);
    const both = [...exchanges, ...repeats.exchanges];
    const after = breaches(both, await readRecovered(folder));
    requireNone(`${where}, repeats`, [...repeats.breaches, ...after], folder);
  } finally {
    await service.end('SIGTERM');
  }
}
