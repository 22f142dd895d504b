import pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { requireNone } from './fault-found.ts';
import { type Exchange, Load } from './load.ts';
import { isNginxThere, startNginx } from '../proxy/nginx.ts';
import { failedOf, rollingRestart } from '../proxy/rolling-restart.ts';
import { type OnReplicas, type ReplicaSet, WRITERS } from './replica-set.ts';
import { freePort } from '../../apps/e2e/src/service/free-port.ts';

const TENANTS = ['acme', 'beta', 'zeta'];
/** The load's length before and after a fault, in milliseconds. */
const LOAD = { min: 100, max: 500 };

/**
 * Load on the same tenants through all replicas: in each round the server ends all their connections,
 * at whatever they are, and one process is killed and started again.
 */
export async function replicas(
  set: ReplicaSet,
  rounds: number,
  options: OnReplicas,
): Promise<string> {
  const all: Exchange[] = [];
  let ended = 0;
  for (let round = 1; round <= rounds; round++) {
    const { exchanges, connections } = await faultUnderLoad(set, options);
    all.push(...exchanges);
    ended += connections;
    set.services[0] = await set.start();
    const { events } = await set.check(`after round ${round}`, all, TENANTS);
    options.report(`round ${round}: ${events.length} events so far`);
  }
  return `${rounds} rounds, ${all.length} requests, ${ended} connections ended, ${lost(all)} requests lost with their process`;
}

const lost = (exchanges: readonly Exchange[]) =>
  exchanges.filter(({ answer }) => answer === null).length;

async function faultUnderLoad(
  { services, server }: ReplicaSet,
  { random }: OnReplicas,
): Promise<{ exchanges: Exchange[]; connections: number }> {
  const loads = services.map((service) => new Load(service.url, TENANTS, WRITERS, random));
  await pause(random.between(LOAD.min, LOAD.max));
  const connections = await endConnections(server.url);
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

/**
 * kill -9 of PostgreSQL under load through all replicas, and a start on what it left behind: again
 * and again, each time with tenants of its own.
 */
export async function serverKills(
  set: ReplicaSet,
  cycles: number,
  { folder, random, report }: OnReplicas,
): Promise<string> {
  const all: Exchange[] = [];
  for (let cycle = 1; cycle <= cycles; cycle++) {
    const tenants = TENANTS.map((tenant) => `${tenant}-${cycle}`);
    const loads = set.services.map((service) => new Load(service.url, tenants, WRITERS, random));
    await pause(random.between(LOAD.min, LOAD.max));
    await set.server.crash();
    await pause(random.between(LOAD.min, LOAD.max));
    const exchanges = (await Promise.all(loads.map((load) => load.stop()))).flat();
    const where = `after kill ${cycle} of the server`;
    await set.check(where, exchanges, tenants);
    requireNone(where, await endings(set), folder);
    all.push(...exchanges);
    report(`kill ${cycle} of the server: ${exchanges.length} requests`);
  }
  const answered = (status: number) => all.filter(({ answer }) => answer?.status === status).length;
  return (
    `${cycles} kills, ${all.length} requests, ${answered(503)} of them answered 503, ` +
    `${answered(500)} left open, ${lost(all)} without an answer`
  );
}

/** No replica ends with its server. */
async function endings({ services }: ReplicaSet): Promise<string[]> {
  const over = await Promise.all(services.filter(({ isOver }) => isOver).map(({ ended }) => ended));
  return over.map(({ code, signal, stderr }) => `a replica ended (${signal ?? code}): ${stderr}`);
}

/** Two replicas restarted in turn behind nginx, under load, so many times: no request is lost by it. */
export async function restarts(
  set: ReplicaSet,
  rounds: number,
  { folder, random }: OnReplicas,
): Promise<string> {
  if (!isNginxThere()) return 'skipped, for nginx is not installed here';
  const tenants = TENANTS.map((tenant) => `${tenant}-proxied`);
  const port = await freePort();
  const others = set.services.splice(2);
  const urls = set.services.map(({ url }) => url);
  const stop = await startNginx(folder, port, urls);
  const all: Exchange[] = [];
  try {
    for (let round = 1; round <= rounds; round++) {
      const start = (own: number) => set.start(own);
      const load = { tenants, random };
      all.push(...(await rollingRestart(`http://127.0.0.1:${port}`, set.services, start, load)));
    }
  } finally {
    await stop();
    set.services.push(...others);
  }
  const failed = failedOf(all).map(({ answer }) => `answered ${answer?.status}: ${answer?.text}`);
  requireNone('in a rolling restart', failed, folder);
  await set.check('after a rolling restart', all, tenants);
  return `${rounds} of two replicas, ${all.length} requests, all answered`;
}
