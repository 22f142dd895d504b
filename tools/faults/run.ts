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
import { race } from './race.ts';
import { type OnReplicas, ReplicaSet } from './replica-set.ts';
import { replicas, restarts, serverKills } from './replicas.ts';
import { syscallKills } from './syscall-kills.ts';

/** Of each scenario, within a run of all tests. */
const DEFAULTS = {
  cycles: 20,
  'power-cuts': 20,
  race: 2000,
  replicas: 3,
  'server-kills': 3,
  restarts: 1,
};
const ON_REPLICAS = ['race', 'replicas', 'server-kills', 'restarts'] as const;

const USAGE = `npm run faults -- [--cycles N] [--syscalls N] [--errors N] [--power-cuts N] [--race N]
                  [--replicas N] [--server-kills N] [--restarts N] [--connections N]
                  [--seed N]
  --cycles      kill -9 under load, so many times
  --syscalls    kill -9 before each of the first N calls that change the disk
  --errors      EIO and ENOSPC at each of the first N flushes and writes
  --power-cuts  N moments of one run at which all that was not flushed is lost
  --connections N connections at once that ask nothing, send by drops or do not read (ulimit -n allows twice as many)
On three processes and one PostgreSQL:
  --race          N commands of 60 writers on the same leads, most on the version that they know
  --replicas      all connections ended and a process killed, N rounds under load
  --server-kills  kill -9 of PostgreSQL under load, N times
  --restarts      two of them restarted in turn behind nginx under load, N times; needs nginx
Without any: 20 cycles, 20 power cuts, 2,000 commands, 3 rounds, 3 kills of the server, a rolling restart. The
power cuts, --syscalls and --errors need strace.`;

/** The options are not understood, or asked for. */
class Usage extends Error {
  override message = USAGE;
}

/** How much of each scenario. */
type Counts = Partial<
  Record<keyof typeof DEFAULTS | 'syscalls' | 'errors' | 'connections', number>
>;

function readOptions(): Counts & { seed?: number } {
  const number = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      cycles: number,
      syscalls: number,
      errors: number,
      'power-cuts': number,
      race: number,
      replicas: number,
      'server-kills': number,
      restarts: number,
      connections: number,
      seed: number,
      help: { type: 'boolean' },
    },
  });
  if (values.help) throw new Usage();
  const counts = Object.entries(values).map(([name, value]) => [name, Number(value)] as const);
  if (counts.some(([, count]) => !Number.isInteger(count) || count < 1)) throw new Usage();
  return Object.fromEntries(counts) as Counts & { seed?: number };
}

type Recovery = Pick<PowerCuts, 'recover'> & Pick<OnReplicas, 'readRecovered'>;

async function run(): Promise<void> {
  const { seed = Date.now() % 2 ** 32, ...asked } = readOptions();
  const counts: Counts = Object.keys(asked).length > 0 ? asked : DEFAULTS;
  const root = mkdtempSync(join(tmpdir(), 'leadlog-faults-'));
  const recovery = await importBundled<Recovery>('tools/faults/recovered.ts');
  console.log(`faults: seed ${seed}`);
  const common = (name: string) => {
    mkdirSync(join(root, name));
    const report = (text: string) => console.log(`  ${text}`);
    return { ...recovery, folder: join(root, name), random: new Random(seed), report };
  };
  const { cycles, connections: count, ...others } = counts;
  if (cycles) await told('kill -9 under load', killCycles({ ...common('kill'), cycles }));
  if (ON_REPLICAS.some((name) => others[name])) await onReplicas(counts, common('replicas'));
  if (count) await told('connections', connections({ ...common('connections'), count }));
  await onDisk(counts, common);
  rmSync(root, { recursive: true });
}

type Common = Omit<OnReplicas, 'startTestServer'> & Recovery;

async function onReplicas(counts: Counts, common: Common): Promise<void> {
  const options = {
    ...common,
    ...(await importBundled<Pick<OnReplicas, 'startTestServer'>>(
      'libs/database/src/postgres/test-server.ts',
    )),
  };
  const { race: commands, replicas: rounds, 'server-kills': kills, restarts: rolling } = counts;
  await ReplicaSet.use(options, async (set) => {
    if (commands) await told('race', race(set, commands, options));
    if (rounds) await told('replicas', replicas(set, rounds, options));
    if (kills) await told('kill -9 of PostgreSQL', serverKills(set, kills, options));
    if (rolling) await told('rolling restarts', restarts(set, rolling, options));
  });
}

async function onDisk(counts: Counts, common: (name: string) => Common): Promise<void> {
  const { syscalls, errors, 'power-cuts': cuts } = counts;
  if (!(syscalls ?? errors ?? cuts)) return;
  if (!isStraceThere())
    return console.log(
      'skipped: --syscalls, --errors and --power-cuts need strace, which is not installed here',
    );
  if (syscalls) await told('kill -9 by call', syscallKills({ ...common('call'), calls: syscalls }));
  if (errors) await told('errors', ioErrors({ ...common('error'), each: errors }));
  if (cuts) await told('power cuts', powerCuts({ ...common('cut'), cuts }));
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
