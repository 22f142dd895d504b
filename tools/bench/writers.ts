/**
 * How fast leads are created through HTTP, and what that does to those who read meanwhile, beside
 * Nest without a database: node tools/bench/writers.ts [NAME=MAIN.mjs …], by default the service as
 * it is built. Naming several compares them in one run.
 */
import { bundle } from './bundle.ts';
import type { Answers } from './writers/load.ts';
import {
  pinning,
  startClient,
  startService,
  type Client,
  type Service,
} from './writers/processes.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 5);
const MILLISECONDS = Number(process.env['MILLISECONDS'] ?? 2000);
const CONNECTIONS = (process.env['CONNECTIONS'] ?? '1,32,128').split(',').map(Number);
const READERS = 4;

const given = process.argv.slice(2).map((argument) => argument.split('=') as [string, string]);
const services = given.length > 0 ? given : [['leadlog', 'dist/apps/api/main.mjs'] as const];

/** What one round found of a service under so many writers. */
interface Figures {
  /** Leads a second, nobody reading, and what the service took for one in µs. */
  rate: number;
  cpu: number;
  p50: number;
  p99: number;
  /** Leads a second beside the readers, and the readers' times. */
  besideRate: number;
  listP50: number;
  listP99: number;
  leadP99: number;
  /** The readers' times when nobody writes. */
  quietListP99: number;
  quietLeadP99: number;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

const rateOf = ({ writes, elapsed }: Answers) => (writes.length / elapsed) * 1000;

async function measure(client: Client, service: Service, writers: number): Promise<Figures> {
  const load = { port: service.port, milliseconds: MILLISECONDS };
  const quiet = await client.apply({ ...load, writers: 0, readers: READERS });
  const before = service.cpu();
  const alone = await client.apply({ ...load, writers, readers: 0 });
  const cpu = ((service.cpu() - before) * 1000) / alone.writes.length;
  const beside = await client.apply({ ...load, writers, readers: READERS });
  return {
    rate: rateOf(alone),
    cpu,
    p50: percentile(alone.writes, 0.5),
    p99: percentile(alone.writes, 0.99),
    besideRate: rateOf(beside),
    listP50: percentile(beside.lists, 0.5),
    listP99: percentile(beside.lists, 0.99),
    leadP99: percentile(beside.leads, 0.99),
    quietListP99: percentile(quiet.lists, 0.99),
    quietLeadP99: percentile(quiet.leads, 0.99),
  };
}

/** Each service in turn in every round, so that what else the machine does meets all of them. */
async function measureAll(client: Client, subjects: readonly Service[]) {
  const figures = new Map<string, Figures[]>();
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const writers of CONNECTIONS)
      for (const subject of subjects) {
        const key = `${writers} ${subject.name}`;
        const found = await measure(client, subject, writers);
        // The first round only warms up.
        if (round > 0) figures.set(key, [...(figures.get(key) ?? []), found]);
      }
  return figures;
}

const median = (values: number[]) => percentile(values, 0.5);

/** The median over the rounds of a figure, or of its ratio to the limit's in the same round. */
function print(figures: Map<string, Figures[]>): void {
  for (const writers of CONNECTIONS) {
    const limits = figures.get(`${writers} ${LIMIT}`) ?? [];
    const rows = [...figures].filter(([key]) => key.startsWith(`${writers} `));
    const table = rows.map(([key, found]) => {
      const of = (figure: keyof Figures) =>
        Number(median(found.map((one) => one[figure])).toPrecision(3));
      const ratio = median(found.map(({ rate }, round) => rate / (limits[round]?.rate ?? NaN)));
      return [
        key.slice(key.indexOf(' ') + 1),
        {
          'writes/s': of('rate'),
          'of limit': Number(ratio.toFixed(2)),
          'cpu µs': of('cpu'),
          p50: of('p50'),
          p99: of('p99'),
          'beside reads/s': of('besideRate'),
          'list p50': of('listP50'),
          'list p99': of('listP99'),
          'quiet ': of('quietListP99'),
          'lead p99': of('leadP99'),
          quiet: of('quietLeadP99'),
        },
      ] as const;
    });
    console.log(`${writers} connections`);
    console.table(Object.fromEntries(table));
  }
}

const LIMIT = 'Nest without a database';
const client = startClient();
const subjects = [await startService(LIMIT, await bundle('tools/bench/writers/no-database.ts'))];
try {
  for (const [name, file] of services) {
    const service = await startService(name, file);
    subjects.push(service);
    await client.fill(service.port);
  }
  console.log(
    `Median of ${ROUNDS} interleaved rounds of ${MILLISECONDS} ms, ${pinning}; times in ms`,
  );
  print(await measureAll(client, subjects));
} finally {
  client.stop();
  for (const subject of subjects) await subject.stop();
}
