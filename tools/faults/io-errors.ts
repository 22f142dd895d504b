import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../demo/random.ts';
import { atOnce } from './at-once.ts';
import { requireNone } from './fault-found.ts';
import { type Exchange, Load } from './load.ts';
import type { Recovered } from './recovered.ts';
import { type Ending, ServiceProcess } from './service-process.ts';
import { tampered, type WritingCall } from './strace.ts';
import { checkRestart } from './syscall-kills.ts';

export interface IoErrors {
  /** The first so many calls of each kind fail, one in each run. */
  each: number;
  folder: string;
  random: Random;
  readRecovered(folder: string): Promise<Recovered>;
  report(text: string): void;
}

interface Case {
  call: WritingCall;
  error: 'EIO' | 'ENOSPC';
  when: number;
}

type Outcome = 'ended' | 'went on' | 'not reached';
type Hit = 'a file' | 'the folder' | 'nothing';

const WRITERS = 8;
const AT_ONCE = 2;
/** Enough for the n-th call to come, and for answers after it. */
const REQUESTS = 600;
const ASK_EVERY_MS = 20;
/** Disks that are full refuse more than one write. */
const FULL_FOR = 3;

const KINDS = [
  { call: 'fsync', error: 'EIO' },
  { call: 'fsync', error: 'ENOSPC' },
  { call: 'pwrite64', error: 'EIO' },
  { call: 'pwrite64', error: 'ENOSPC' },
] as const;

/**
 * Lets the n-th flush or write on the data fail. An I/O error ends the service; a full disk fails
 * some requests and no more, except where it shows in a flush.
 */
export async function ioErrors(options: IoErrors): Promise<string> {
  const { each, folder, report } = options;
  const started = await prepare(folder);
  const results: string[] = [];
  for (const kind of KINDS) {
    const counts: Record<Outcome, number> = { ended: 0, 'went on': 0, 'not reached': 0 };
    const places = Array.from({ length: each }, (_, index) => index + 1);
    await atOnce(AT_ONCE, places, async (when) => {
      counts[await failAt({ ...kind, when }, started, options)]++;
    });
    results.push(
      `${kind.error} at ${kind.call}: ended ${counts.ended}, went on ${counts['went on']}, ` +
        `not reached ${counts['not reached']}`,
    );
    report(results.at(-1) ?? '');
  }
  rmSync(started, { recursive: true });
  return results.join('; ');
}

/** A data folder that a service has used and left, so that the errors hit writes of requests. */
async function prepare(folder: string): Promise<string> {
  const started = join(folder, 'started');
  mkdirSync(started, { recursive: true });
  const service = await ServiceProcess.startReady(started);
  await service.end('SIGTERM');
  return started;
}

async function failAt(fault: Case, started: string, options: IoErrors): Promise<Outcome> {
  const { call, error, when } = fault;
  const name = `${error} at ${call} ${when}`;
  const folder = join(options.folder, name.replaceAll(' ', '-'));
  cpSync(started, folder, { recursive: true });
  const range = isFullDisk(fault) ? `${when}..${when + FULL_FOR - 1}` : when;
  const service = await ServiceProcess.start(folder, {
    under: tampered(folder, `${call}:error=${error}:when=${range}`, join(folder, 'trace')),
  });
  const exchanges: Exchange[] = [];
  if (await service.isReady()) {
    const load = new Load(service.url, ['acme'], WRITERS, options.random);
    while (!service.isOver && load.exchanges.length < REQUESTS) await pause(ASK_EVERY_MS);
    exchanges.push(...(await load.stop()));
  }
  const ending = await service.end('SIGTERM');
  const hit = readHit(join(folder, 'trace'));
  requireNone(name, badEnding(fault, hit, ending, exchanges), folder);
  await checkRestart(folder, name, exchanges, options.readRecovered);
  rmSync(folder, { recursive: true });
  if (hit === 'nothing') return 'not reached';
  return ending.code === 1 ? 'ended' : 'went on';
}

/**
 * What the error was given for. Once the service has been told to stop, all is answered for; should
 * an error keep SQLite from tidying up then, the next start does it.
 */
function readHit(trace: string): Hit {
  const [serving = ''] = readFileSync(trace, 'utf8').split('--- SIGTERM');
  const line = serving.split('\n').find((one) => one.includes('(INJECTED)'));
  if (line === undefined) return 'nothing';
  return /<[^>]*\/data>/.test(line) ? 'the folder' : 'a file';
}

const isFullDisk = ({ call, error }: Case) => error === 'ENOSPC' && call !== 'fsync';

/**
 * SQLite takes no notice of an error when it flushes the folder; the service has flushed it itself by
 * then, and has ended if that failed.
 */
function badEnding(
  fault: Case,
  hit: Hit,
  { code, signal, stderr }: Ending,
  exchanges: readonly Exchange[],
): string[] {
  const last = exchanges.findLast(({ answer }) => answer !== null)?.answer?.status ?? 0;
  // Nest ends the process by the signal itself once all is closed.
  const wentOn = signal === 'SIGTERM' && last >= 200 && last < 300;
  const lines = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
  const ended = code === 1 && lines.length === 1;
  const isStarting = exchanges.length === 0;
  const isRight =
    hit === 'nothing' || (hit === 'the folder' && !isStarting)
      ? wentOn
      : isFullDisk(fault) && !isStarting
        ? wentOn
        : ended;
  return isRight ? [] : [`ended by ${signal ?? code}, last answer ${last}, said: ${stderr}`];
}
