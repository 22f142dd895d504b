import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { freePort } from '../../../apps/e2e/src/service/free-port.ts';
import type { Place } from '../seed/seed.ts';
import { startNode } from './start-node.ts';

const POLL_MS = 5;
const TICK_MS = 10;
const KIB_IN_MB = 1000 / 1.024;

/** A service that answers, in a process of its own. */
export interface Service {
  port: number;
  process: ChildProcess;
  /** From the start of the process to its first answer, in milliseconds. */
  startedIn: number;
  /** Processor time so far, in milliseconds; like what memory it has, not known but on Linux. */
  cpu(): number;
  /** What of its memory is resident now, and has been at most, in MB. */
  memory(): { now: number; peak: number };
  stop(): Promise<void>;
}

/** The built service, on a database; `options` are those of Node. */
export function startLeadlog(place: Place, options: readonly string[] = []): Promise<Service> {
  const settings = {
    DATABASE_URL: place.url,
    MASTER_KEY_FILE: place.masterKeyFile,
    SIGNING_KEY_FILE: place.signingKeyFile,
    ERASURE_LEDGER_FILE: place.erasureLedgerFile,
  };
  return start('dist/apps/api/main.mjs', settings, options);
}

/** The limit: see fixed-answers.ts. `page` is the file of what it answers. */
export function startFixedAnswers(page: string): Promise<Service> {
  return start('dist/bench/fixed-answers.mjs', { FIXED_PAGE: page });
}

async function start(
  file: string,
  env: NodeJS.ProcessEnv,
  options: readonly string[] = [],
): Promise<Service> {
  const port = await freePort();
  const begin = performance.now();
  const child = startNode('service', file, { ...env, PORT: String(port) }, options);
  while (!(await isAnswering(port))) {
    if (child.exitCode !== null) throw new Error(`${file} ended before it was ready`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return {
    port,
    process: child,
    startedIn: performance.now() - begin,
    cpu: () => cpuOf(child),
    memory: () => memoryOf(child),
    stop: async () => {
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

function isAnswering(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const headers = { 'X-Tenant-ID': 'big' };
    get({ port, path: '/leads', headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).once('error', () => resolve(false)); // It does not listen yet.
  });
}

/** The fields user and system time of /proc/PID/stat. */
function cpuOf({ pid }: ChildProcess): number {
  const fields = ofProcess(pid, 'stat').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** What is resident, and has been at most, in MB; not known but on Linux. */
export function memoryOf({ pid }: ChildProcess): { now: number; peak: number } {
  const status = ofProcess(pid, 'status');
  const field = (name: string) =>
    Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / KIB_IN_MB;
  return { now: field('VmRSS'), peak: field('VmHWM') };
}

function ofProcess(pid: number | undefined, file: string): string {
  return process.platform === 'linux' ? readFileSync(`/proc/${pid}/${file}`, 'utf8') : '';
}
