import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../demo/random.ts';
import { type Exchange, Load } from '../faults/load.ts';
import type { ServiceProcess } from '../faults/service-process.ts';

const WRITERS = 24;
const BETWEEN_MS = 500;

/** Each service stopped by SIGTERM and started again at its port, in turn, while writers go on. */
export async function rollingRestart(
  proxy: string,
  services: ServiceProcess[],
  start: (port: number) => Promise<ServiceProcess>,
  { tenants, random }: { tenants: readonly string[]; random: Random },
): Promise<Exchange[]> {
  const writing = new Load(proxy, tenants, WRITERS, random);
  for (const [index, service] of services.entries()) {
    await pause(BETWEEN_MS);
    await service.end('SIGTERM');
    services[index] = await start(Number(new URL(service.url).port));
  }
  await pause(BETWEEN_MS);
  return writing.stop();
}

/** Those that nobody answered, or with an error of the server. */
export const failedOf = (exchanges: readonly Exchange[]): Exchange[] =>
  exchanges.filter(({ answer }) => answer === null || answer.status >= 500);
