import pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../demo/random.ts';
import { requireNone } from './fault-found.ts';
import { breaches } from './invariant.ts';
import { type Exchange, Load } from './load.ts';
import type { Recovered } from './recovered.ts';
import { ServiceProcess } from './service-process.ts';

export interface Replicas {
  rounds: number;
  folder: string;
  random: Random;
  startTestServer(options: { flushes: boolean }): Promise<{ url: string; stop(): Promise<void> }>;
  readRecovered(folder: string, some?: readonly string[], url?: string): Promise<Recovered>;
  report(text: string): void;
}

const REPLICAS = 3;
const WRITERS = 20;
const TENANTS = ['acme', 'beta', 'zeta'];
/** The load's length before and after a fault, in milliseconds. */
const LOAD = { min: 100, max: 500 };

/**
 * Three processes on one PostgreSQL, with load on the same tenants: in each round the server ends all
 * their connections, at whatever they are, and one process is killed and started again.
 */
export async function replicas(options: Replicas): Promise<string> {
  const server = await options.startTestServer({ flushes: true });
  try {
    return await runOn(server.url, options);
  } finally {
    await server.stop();
  }
}

async function runOn(url: string, options: Replicas): Promise<string> {
  const { rounds, folder, readRecovered, report } = options;
  const start = () => ServiceProcess.startReady(folder, { databaseUrl: url });
  // Together: one of them makes the schema and the keys, and the others wait for it.
  const services = await Promise.all(Array.from({ length: REPLICAS }, start));
  const all: Exchange[] = [];
  let ended = 0;
  try {
    for (let round = 1; round <= rounds; round++) {
      const { exchanges, connections } = await faultUnderLoad(url, services, options);
      all.push(...exchanges);
      ended += connections;
      services[0] = services[0]!.isOver ? await start() : services[0]!;
      const recovered = await readRecovered(folder, undefined, url);
      requireNone(`after round ${round}`, breaches(all, recovered), folder);
      report(`round ${round}: ${recovered.events.length} events so far`);
    }
  } finally {
    await Promise.all(services.map((service) => service.end('SIGTERM')));
  }
  const lost = all.filter(({ answer }) => answer === null).length;
  return `${rounds} rounds, ${all.length} requests, ${ended} connections ended, ${lost} requests lost with their process`;
}

async function faultUnderLoad(
  url: string,
  services: readonly ServiceProcess[],
  { random }: Replicas,
): Promise<{ exchanges: Exchange[]; connections: number }> {
  const loads = services.map((service) => new Load(service.url, TENANTS, WRITERS, random));
  await pause(random.between(LOAD.min, LOAD.max));
  const connections = await endConnections(url);
  await pause(random.between(LOAD.min, LOAD.max));
  await services[0]!.end('SIGKILL');
  await pause(random.between(LOAD.min, LOAD.max));
  const exchanges = (await Promise.all(loads.map((load) => load.stop()))).flat();
  return { exchanges, connections };
}

async function endConnections(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );
  await client.end();
  return rowCount ?? 0;
}
