/** Starts the built service as a process and does to it what a bad day does; see USAGE. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { importBundled } from '../bench/bundle.ts';
import { Random } from '../demo/random.ts';
import { connections } from './connections.ts';
import { FaultFound } from './fault-found.ts';
import { ioErrors } from './io-errors.ts';
import { killCycles } from './kill-cycles.ts';
import { type PowerCuts, powerCuts } from './power-cuts.ts';
import { isStraceThere } from './strace.ts';
import { type Replicas, replicas } from './replicas.ts';
import { syscallKills } from './syscall-kills.ts';

/** Of each scenario, within a run of all tests. */
const DEFAULT = 20;
const ROUNDS = 3;

const USAGE = `npm run faults -- [--cycles N] [--syscalls N] [--errors N] [--power-cuts N] [--replicas N]
                  [--connections N] [--seed N]
  --cycles      kill -9 under load, so many times
  --syscalls    kill -9 before each of the first N calls that change the disk
  --errors      EIO and ENOSPC at each of the first N flushes and writes
  --power-cuts  N moments of one run at which all that was not flushed is lost
  --replicas    three processes on PostgreSQL: all connections ended and a kill -9, N rounds under load
  --connections N connections at once that ask nothing, send by drops or do not read (ulimit -n allows twice as many)
Without any: 20 cycles, 20 power cuts and 3 rounds. --syscalls, --errors and --power-cuts need strace.`;

/** The options are not understood, or asked for. */
class Usage extends Error {
  override message = USAGE;
}

function readOptions() {
  const number = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      cycles: number,
      syscalls: number,
      errors: number,
      'power-cuts': number,
      replicas: number,
      connections: number,
      seed: number,
      help: { type: 'boolean' },
    },
  });
  if (values.help) throw new Usage();
  const counts = Object.entries(values).map(([name, value]) => [name, Number(value)] as const);
  if (counts.some(([, count]) => !Number.isInteger(count) || count < 1)) throw new Usage();
  return Object.fromEntries(counts) as Partial<
    Record<Exclude<keyof typeof values, 'help'>, number>
  >;
}

type Recovery = Pick<PowerCuts, 'recover'> & Pick<Replicas, 'readRecovered'>;

async function run(): Promise<void> {
  const { cycles, syscalls, errors, seed = Date.now() % 2 ** 32, ...rest } = readOptions();
  const { 'power-cuts': cuts, replicas: rounds, connections: count } = rest;
  const root = mkdtempSync(join(tmpdir(), 'leadlog-faults-'));
  const recovery = await importBundled<Recovery>('tools/faults/recovered.ts');
  const server = await importBundled<Pick<Replicas, 'startTestServer'>>(
    'libs/database/src/postgres/test-server.ts',
  );
  console.log(`faults: seed ${seed}`);
  const folderOf = (name: string) => {
    mkdirSync(join(root, name));
    return join(root, name);
  };
  const common = (name: string) => ({
    ...recovery,
    folder: folderOf(name),
    random: new Random(seed),
    report: (text: string) => console.log(`  ${text}`),
  });
  const isDefault = !(cycles ?? syscalls ?? errors ?? cuts ?? rounds ?? count);
  if (cycles || isDefault)
    await told('kill -9 under load', killCycles({ ...common('kill'), cycles: cycles ?? DEFAULT }));
  if (rounds || isDefault)
    await told(
      'replicas',
      replicas({ ...common('replicas'), rounds: rounds ?? ROUNDS, ...server }),
    );
  if (count) await told('connections', connections({ ...common('connections'), count }));
  if (!isStraceThere()) {
    if (syscalls || errors || cuts || isDefault)
      console.log('skipped: what needs strace, which is not installed here');
  } else {
    if (syscalls)
      await told('kill -9 by call', syscallKills({ ...common('call'), calls: syscalls }));
    if (errors) await told('errors', ioErrors({ ...common('error'), each: errors }));
    if (cuts || isDefault)
      await told('power cuts', powerCuts({ ...common('cut'), cuts: cuts ?? DEFAULT }));
  }
  rmSync(root, { recursive: true });
}

async function told(name: string, scenario: Promise<string>): Promise<void> {
  const start = performance.now();
  const result = await scenario;
  console.log(`${name}: ${result}, in ${Math.round((performance.now() - start) / 1000)} s`);
}

try {
  await run();
} catch (error) {
  if (error instanceof Usage) console.error(error.message);
  else console.error(error instanceof FaultFound ? `BROKEN ${error.message}` : error);
  process.exitCode = 1;
}
