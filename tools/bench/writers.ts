/**
 * How fast leads are created through HTTP, and what that does to those who read meanwhile, beside
 * Nest without a database: node tools/bench/writers.ts [NAME=MAIN.mjs …], by default the service as
 * it is built. Naming several compares them in one run.
 */
import { writeFileSync } from 'node:fs';
import { bundle } from './bundle.ts';
import { LIMIT, percentile, printFigures, type Figures } from './writers/figures.ts';
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
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const writers of CONNECTIONS)
      for (const subject of subjects) {
        const key = `${writers} ${subject.name}`;
        const found = await measure(client, subject, writers);
        // The first round only warms up.
        if (round > 0) figures.set(key, [...(figures.get(key) ?? []), found]);
      }
    writeFileSync('dist/bench/writers.json', JSON.stringify(Object.fromEntries(figures)));
  }
  return figures;
}

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
  printFigures(await measureAll(client, subjects), CONNECTIONS);
} finally {
  client.stop();
  for (const subject of subjects) await subject.stop();
}
