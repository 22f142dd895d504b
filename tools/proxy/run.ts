/**
 * Three replicas on PostgreSQL behind nginx, as the compose profile `scale` has them: throughput through
 * one and through three, how soon an event comes, and what a rolling restart loses. Needs nginx.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { importBundled } from '../bench/bundle.ts';
import { Random } from '../demo/random.ts';
import { Load } from '../faults/load.ts';
import type { OnReplicas } from '../faults/replica-set.ts';
import { freePort } from '../../apps/e2e/src/service/free-port.ts';
import { ServiceProcess } from '../faults/service-process.ts';
import { isNginxThere, startNginx } from './nginx.ts';
import { failedOf, rollingRestart } from './rolling-restart.ts';

const TENANTS = Array.from({ length: 12 }, (_, index) => `tenant-${index}`);
const WRITERS = 24;
const PERIOD_MS = 4_000;
const EVENTS = 40;
const random = new Random(7);

async function measure(url: string, periodMs: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'leadlog-proxy-'));
  const start = (port?: number) =>
    ServiceProcess.startReady(folder, { databaseUrl: url, ...(port && { port }) });
  const services = [await start(), await start(), await start()];
  const port = await freePort();
  const proxy = `http://127.0.0.1:${port}`;
  let stop = await startNginx(folder, port, [services[0]!.url]);
  try {
    console.log(`one replica: ${await throughput(proxy, periodMs)}`);
    await stop();
    const urls = services.map((service) => service.url);
    stop = await startNginx(folder, port, urls);
    console.log(`three replicas: ${await throughput(proxy, periodMs)}`);
    console.log(`events through the proxy: ${await eventDelays(proxy)}`);
    const restarted = await rollingRestart(proxy, services, start, { tenants: TENANTS, random });
    console.log(`rolling restart: ${lost(restarted)}`);
  } finally {
    await stop();
    await Promise.all(services.map((service) => service.end('SIGTERM')));
    rmSync(folder, { recursive: true });
  }
}

const load = (proxy: string) => new Load(proxy, TENANTS, WRITERS, random);

async function throughput(proxy: string, periodMs: number): Promise<string> {
  const writing = load(proxy);
  const begun = performance.now();
  await pause(periodMs);
  const exchanges = await writing.stop();
  const seconds = (performance.now() - begun) / 1000;
  return `${Math.round(exchanges.length / seconds)} writes/s, ${lost(exchanges)}`;
}

function lost(exchanges: Load['exchanges']): string {
  const failed = failedOf(exchanges);
  const statuses = new Set(failed.map(({ answer }) => answer?.status ?? 'no answer'));
  return `${failed.length} of ${exchanges.length} requests failed${failed.length ? ` (${[...statuses].join()})` : ''}`;
}

/** From the request that writes to the event at who listens, of writes one after the other. */
async function eventDelays(proxy: string): Promise<string> {
  const headers = { 'X-Tenant-ID': 'listened' };
  const ended = new AbortController();
  const feed = await fetch(`${proxy}/events`, { headers, signal: ended.signal });
  const reader = feed.body!.pipeThrough(new TextDecoderStream()).getReader();
  const delays: number[] = [];
  for (let lead = 1; lead <= EVENTS; lead++) {
    const begun = performance.now();
    const written = fetch(`${proxy}/leads`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: `Lead ${lead}` }),
    });
    for (let text = ''; !text.includes('LeadCreated');) text += (await reader.read()).value;
    delays.push(performance.now() - begun);
    await (await written).arrayBuffer();
  }
  ended.abort();
  const [half, most] = [delays.sort((a, b) => a - b)[EVENTS / 2]!, delays.at(-1)!];
  return `${EVENTS} of ${EVENTS}, after ${half.toFixed(0)} ms (median), at most ${most.toFixed(0)} ms`;
}

if (!isNginxThere()) console.log('skipped: nginx is not installed here');
else {
  const { startTestServer } = await importBundled<Pick<OnReplicas, 'startTestServer'>>(
    'libs/database/src/postgres/test-server.ts',
  );
  const server = await startTestServer({ flushes: true });
  await measure(server.url, PERIOD_MS).finally(() => server.stop());
}
