/** What `npm run soak` does: see USAGE. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { SQLITE } from '../bench/seed/engines.ts';
import { BIG_TENANT, placeIn, seed } from '../bench/seed/seed.ts';
import { type Service, startLeadlog } from '../bench/services/service.ts';
import { percentile } from '../bench/statistics.ts';
import { Random } from '../demo/random.ts';
import { Feed } from './feed.ts';
import { HEAP_OPTIONS, memoryUseOf } from './heap.ts';
import { plot } from './plot.ts';
import { Processors } from './processors.ts';
import type { Sample } from './sample.ts';
import { Traffic } from './traffic.ts';
import { judge, type Run, type Verdict } from './verdict.ts';

const FOLDER = 'dist/soak';
const LEADS = 20_000;
const TENANTS = [BIG_TENANT, 'small-1'];
/** As many intervals as a run has, unless they would be too short to have a p99. */
const SAMPLES = 60;
const SHORTEST_S = 2;
/** A feed may need some time for the last events. */
const FOLLOWED_WITHIN_MS = 10_000;
const ASK_EVERY_MS = 50;

const USAGE = `npm run soak -- [--minutes N] [--rate N] [--seed N]
  --minutes  how long the built service is under load, 30 unless told
  --rate     requests a second, 100 unless told
Starts with a database of ${LEADS.toLocaleString('en')} leads. Writes soak.svg and soak.json into ${FOLDER}; exits with 1 where
memory or times grow after the first third, a request fails, or the log is not what was acknowledged.`;

interface Options {
  minutes: number;
  rate: number;
  seed: number;
}

function readOptions(): Options | null {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '30' },
      rate: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean' },
    },
  });
  const { minutes, rate, seed } = values;
  const options = { minutes: Number(minutes), rate: Number(rate), seed: Number(seed) };
  const isRight = Object.values(options).every((value) => value > 0);
  return isRight && !values.help ? options : null;
}

async function run(options: Options): Promise<void> {
  const service = await startLeadlog(await freshPlace(), HEAP_OPTIONS);
  const begun = await Promise.all(TENANTS.map((tenant) => positionOf(service, tenant)));
  const feeds = TENANTS.map((tenant, index) => new Feed(service.port, tenant, begun[index]!));
  const traffic = new Traffic(service.port, TENANTS, new Random(options.seed));
  traffic.start(options.rate);
  const samples = await sampled(service, traffic, options.minutes * 60);
  await traffic.stop();
  const ended = await Promise.all(TENANTS.map((tenant) => positionOf(service, tenant)));
  await followed(feeds, ended);
  feeds.forEach((feed) => feed.close());
  await service.stop();
  const errors = new Map(traffic.errors);
  for (const error of feeds.flatMap((feed) => feed.errors))
    errors.set(error, (errors.get(error) ?? 0) + 1);
  const tenants = TENANTS.map((tenant, index) => ({
    tenant,
    acknowledged: traffic.acknowledged.get(tenant) ?? 0,
    events: ended[index]! - begun[index]!,
    followed: feeds[index]!.position - begun[index]!,
  }));
  tell(options, { samples, errors, tenants });
}

/** The data that benchmarks read, copied: what the run writes does not stay. */
async function freshPlace() {
  const kept = join('dist/bench/data', `sqlite-${LEADS}`);
  mkdirSync('dist/bench/data', { recursive: true });
  await seed(kept, SQLITE, LEADS);
  const folder = join(FOLDER, 'data');
  rmSync(folder, { recursive: true, force: true });
  cpSync(kept, folder, { recursive: true });
  return placeIn(folder, SQLITE);
}

async function positionOf({ port }: Service, tenant: string): Promise<number> {
  const headers = { 'X-Tenant-ID': tenant };
  const answer = await fetch(`http://127.0.0.1:${port}/leads?limit=1`, { headers });
  await answer.arrayBuffer();
  return Number(answer.headers.get('X-Tenant-Position'));
}

async function sampled(service: Service, traffic: Traffic, seconds: number): Promise<Sample[]> {
  const every = Math.max(SHORTEST_S, seconds / SAMPLES);
  const samples: Sample[] = [];
  const processors = new Processors(service);
  const start = performance.now();
  for (let end = every; end <= seconds; end += every) {
    await pause(start + end * 1000 - performance.now());
    const times = traffic.takeTimes();
    const sample = {
      seconds: (performance.now() - start) / 1000,
      p50: percentile(times, 0.5),
      p99: percentile(times, 0.99),
      answers: times.length,
      ...processors.since(times.length),
      ...(await memoryUseOf(service)),
    };
    samples.push(sample);
    console.log(toLine(sample));
  }
  return samples;
}

async function followed(feeds: readonly Feed[], ends: readonly number[]): Promise<void> {
  const deadline = performance.now() + FOLLOWED_WITHIN_MS;
  while (feeds.some((feed, index) => feed.position < ends[index]!) && performance.now() < deadline)
    await pause(ASK_EVERY_MS);
}

function tell(options: Options, outcome: Run): void {
  const verdict = judge(outcome);
  const errors = Object.fromEntries(outcome.errors);
  writeFileSync(join(FOLDER, 'soak.svg'), plot(outcome.samples));
  const record = { options, ...verdict, ...outcome, errors };
  writeFileSync(join(FOLDER, 'soak.json'), `${JSON.stringify(record, null, 2)}\n`);
  console.log(toSummary(outcome, verdict));
  process.exitCode = verdict.findings.length === 0 ? 0 : 1;
}

function toSummary({ samples, tenants }: Run, verdict: Verdict): string {
  const answers = samples.reduce((sum, sample) => sum + sample.answers, 0);
  const events = tenants.reduce((sum, tenant) => sum + tenant.events, 0);
  const { growths, drifts, isDisturbed, findings } = verdict;
  const changes = [
    ...Object.entries(growths).map(([of, growth]) => `${of} ${percent(growth)}`),
    ...Object.entries(drifts).map(([of, drift]) => `${of} ${percent(drift - 1)}`),
  ];
  return [
    `${answers} answers, ${events} events; after the warm-up ${changes.join(', ')}`,
    ...(isDisturbed ? [DISTURBED] : []),
    ...(findings.length === 0 ? ['passed'] : findings.map((finding) => `FAILED: ${finding}`)),
  ].join('\n');
}

const DISTURBED =
  'p50 and p99 are not judged: other programs had more than a quarter of the machine for most of the time';

const percent = (share: number) => `${share < 0 ? '' : '+'}${(share * 100).toFixed(1)} %`;

function toLine({ seconds, memory, heap, native, p50, p99, cpu, answers, others }: Sample): string {
  const figures = [memory, heap, native, p50, p99, cpu];
  const columns = figures.map((value) => value.toFixed(1).padStart(8)).join(' ');
  const rest = `${answers} answers, others ${(others * 100).toFixed(0)} %`;
  return `${seconds.toFixed(0).padStart(6)} s ${columns}   resident, heap, native MB, p50, p99 ms, cpu µs; ${rest}`;
}

const options = readOptions();
if (options) await run(options);
else console.log(USAGE);
