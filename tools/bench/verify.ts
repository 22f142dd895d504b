/** How fast a chain is verified, beside what its parts cost alone: node tools/bench/verify.ts */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { importBundled } from './bundle.ts';

interface Subject {
  name: string;
  walk(): Promise<number>;
}

const { openLog } = await importBundled<{
  openLog(count: number): Promise<{ subjects: Subject[]; close(): Promise<void> }>;
}>('tools/bench/verify-work.ts');

const EVENTS = Number(process.env['EVENTS'] ?? 200_000);
const ROUNDS = Number(process.env['ROUNDS'] ?? 3);

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

interface Figures {
  /** Events a second of the clock, and of processor time, which other programs disturb less. */
  rate: number;
  cpuRate: number;
  /** For how long nobody else had a turn, in milliseconds. */
  stall: number;
}

async function measure({ walk }: Subject): Promise<Figures> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  const before = process.cpuUsage();
  const events = await walk();
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - start) / 1000;
  delay.disable();
  return {
    rate: events / seconds,
    cpuRate: events / ((user + system) / 1e6),
    stall: delay.percentile(99) / 1e6,
  };
}

const log = await openLog(EVENTS);
const figures = new Map<Subject, Figures[]>(log.subjects.map((subject) => [subject, []]));
for (let round = 0; round <= ROUNDS; round += 1)
  for (const [subject, measured] of figures) {
    const found = await measure(subject);
    if (round > 0) measured.push(found); // The first round only warms up.
  }
await log.close();

console.log(
  `${EVENTS} events, median of ${ROUNDS} interleaved rounds: events/s (of processor time)`,
);
const medians = [...figures].map(([{ name }, measured]) => {
  const of = (figure: keyof Figures) => median(measured.map((found) => found[figure]));
  const [rate, cpuRate] = [of('rate'), of('cpuRate')];
  const text = [rate, cpuRate].map((value) => Math.round(value).toLocaleString('en').padStart(9));
  console.log(
    `${name.padEnd(32)} ${text[0]} (${text[1]})  event loop held ${of('stall').toFixed(1)} ms (p99)`,
  );
  return cpuRate;
});
const [hashing = 0, reading = 0, chain = 0] = medians;
const limit = 1 / (1 / hashing + 1 / reading);
console.log(
  `verifyChain is ${(chain / limit).toFixed(2)} of reading and hashing, one after the other`,
);
