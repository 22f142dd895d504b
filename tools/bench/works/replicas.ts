import { Client } from '../client/client.ts';
import { compared, interleaved, type Figure } from '../figure.ts';
import { BIG_TENANT, type Place } from '../seed/seed.ts';
import { startLeadlog, type Service } from '../services/service.ts';
import { perSecond } from '../statistics.ts';
import type { Effort } from './under-test.ts';

const REPLICAS = 3;
const CONNECTIONS = 48;

const WORKS = [
  { work: 'GET /leads?offset={n}', tenant: BIG_TENANT, path: '/leads?offset={n}' },
  { work: 'GET /leads/1', tenant: BIG_TENANT, path: '/leads/1' },
  { work: 'POST /leads, a tenant a replica', tenant: null, path: null },
] as const;

/** Several processes on one database, each with its share of the connections, beside one with all. */
export async function replicas(place: Place, leads: number, effort: Effort): Promise<Figure[]> {
  const services: Service[] = [];
  for (let replica = 0; replica < REPLICAS; replica++) services.push(await startLeadlog(place));
  const clients = services.map(() => new Client());
  const figures: Figure[] = [];
  for (const { work, tenant, path } of WORKS) {
    const [one = [], all = []] = await interleaved(
      effort.rounds,
      [services.slice(0, 1), services],
      async (subject) => {
        const connections = CONNECTIONS / subject.length;
        const loads = subject.map(({ port }, replica) => ({
          ...{ port, path, connections, milliseconds: effort.milliseconds },
          tenant: tenant ?? `writers-${replica}`,
        }));
        const answers = await Promise.all(loads.map((load, index) => clients[index]!.apply(load)));
        const rates = answers.map(({ count, elapsed }) => perSecond(count, elapsed));
        return { rate: rates.reduce((sum, rate) => sum + rate) };
      },
    );
    figures.push({
      ...{ work, size: leads, of: 'leads', unit: 'requests/s' },
      ...compared('rate', all, one),
    });
  }
  for (const client of clients) client.stop();
  for (const service of services) await service.stop();
  return figures;
}
