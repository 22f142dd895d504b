import type { TestServer } from '@leadlog/database/postgres/test-server';
import type { Random } from '../demo/random.ts';
import { requireNone } from './fault-found.ts';
import { breaches } from './invariant.ts';
import type { Exchange } from './load.ts';
import type { Recovered } from './recovered.ts';
import { ServiceProcess } from './service-process.ts';

export interface OnReplicas {
  folder: string;
  random: Random;
  startTestServer(options: { flushes: boolean }): Promise<TestServer>;
  readRecovered(folder: string, some?: readonly string[], url?: string): Promise<Recovered>;
  report(text: string): void;
}

const REPLICAS = 3;
/** At each replica. */
export const WRITERS = 20;

/** Processes on one PostgreSQL. */
export class ReplicaSet {
  readonly services: ServiceProcess[];
  readonly server: TestServer;
  private readonly options: OnReplicas;

  private constructor(server: TestServer, services: ServiceProcess[], options: OnReplicas) {
    this.server = server;
    this.services = services;
    this.options = options;
  }

  /** Runs `work` on three of them, which start together, and ends them after it. */
  static async use<R>(options: OnReplicas, work: (set: ReplicaSet) => Promise<R>): Promise<R> {
    const server = await options.startTestServer({ flushes: true });
    const services: ServiceProcess[] = [];
    try {
      const set = new ReplicaSet(server, services, options);
      // Together: one of them makes the schema and the keys, and the others wait for it.
      services.push(...(await Promise.all(Array.from({ length: REPLICAS }, () => set.start()))));
      return await work(set);
    } finally {
      await Promise.all(services.map((service) => service.end('SIGTERM')));
      await server.stop();
    }
  }

  /** Starts another one, at a port of its own or at this one. */
  start(port?: number): Promise<ServiceProcess> {
    const databaseUrl = this.server.url;
    return ServiceProcess.startReady(this.options.folder, { databaseUrl, ...(port && { port }) });
  }

  /** Holds what these tenants' requests were answered against what is stored; gives that. */
  async check(
    where: string,
    exchanges: readonly Exchange[],
    tenants: readonly string[],
  ): Promise<Recovered> {
    const { folder, readRecovered } = this.options;
    const recovered = await readRecovered(folder, tenants, this.server.url);
    requireNone(where, breaches(exchanges, recovered), folder);
    return recovered;
  }
}
