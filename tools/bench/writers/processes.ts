import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answers, Load } from './load.ts';

/** Service and client each have a core of their own where the system can do that. */
const canPin =
  process.env['PIN'] !== 'off' &&
  availableParallelism() > 1 &&
  spawnSync('taskset', ['--version']).status === 0;

export const pinning = canPin ? 'pinned to a core each' : 'not pinned';

function node(core: number, file: string, env: NodeJS.ProcessEnv, ipc = false): ChildProcess {
  const command = [process.execPath, file];
  const [program = '', ...rest] = canPin ? ['taskset', '-c', String(core), ...command] : command;
  return spawn(program, rest, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', ...(ipc ? ['ipc' as const] : [])],
  });
}

export interface Service {
  name: string;
  port: number;
  /** Processor time so far, in milliseconds. */
  cpu(): number;
  stop(): Promise<void>;
}

/** Starts a built service on a free port, with new data. */
export async function startService(name: string, file: string): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'leadlog-bench-'));
  const port = await freePort();
  const child = node(0, file, {
    PORT: String(port),
    DATABASE_URL: `sqlite:${join(folder, 'bench.sqlite')}`,
    MASTER_KEY_FILE: join(folder, 'master.key'),
    SIGNING_KEY_FILE: join(folder, 'signing.key'),
    ERASURE_LEDGER_FILE: join(folder, 'erasures.log'),
  });
  await untilReady(child, port);
  return {
    name,
    port,
    cpu: () => cpuOf(child),
    stop: async () => {
      child.kill();
      await once(child, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function untilReady(child: ChildProcess, port: number): Promise<void> {
  while (child.exitCode === null) {
    try {
      await fetch(`http://127.0.0.1:${port}/health/live`);
      return;
    } catch {
      // It does not listen yet.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error('a service ended before it was ready');
}

/** The fields user and system time of /proc/PID/stat, in ticks of ten milliseconds. */
function cpuOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

export interface Client {
  fill(port: number): Promise<void>;
  apply(load: Load): Promise<Answers>;
  stop(): unknown;
}

export function startClient(): Client {
  const child = node(1, 'tools/bench/writers/load.ts', {}, true);
  // Without its answers there is nothing to wait for.
  child.once('exit', (code) => code && process.exit(code));
  const ask = async (message: Load | { fill: number }) => {
    child.send(message);
    const [answer] = (await once(child, 'message')) as [Answers];
    return answer;
  };
  return {
    fill: async (port) => void (await ask({ fill: port })),
    apply: ask,
    stop: () => child.connected && child.disconnect(),
  };
}
