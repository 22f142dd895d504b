import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Services and clients each have a core of their own where the system can do that. */
const CORES = { service: '0', client: '1' };

export const canPin =
  availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** Services run as `npm start` has it. */
const OPTIONS = { service: ['--max-semi-space-size=16'], client: [] };

const running = new Set<ChildProcess>();
// A bench that fails leaves nothing behind.
process.once('exit', () => running.forEach((child) => child.kill()));

/** Runs a program in a process of its own, to which messages can be sent. */
export function startNode(
  role: keyof typeof CORES,
  file: string,
  env: NodeJS.ProcessEnv = {},
  options: readonly string[] = [],
): ChildProcess {
  const command = [process.execPath, ...OPTIONS[role], ...options, file];
  const [program = '', ...rest] = canPin ? ['taskset', '-c', CORES[role], ...command] : command;
  const child = spawn(program, rest, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  running.add(child.once('exit', () => running.delete(child)));
  return child;
}
