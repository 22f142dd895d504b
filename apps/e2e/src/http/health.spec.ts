import { Health } from '@leadlog/contracts/health';
import { Problem } from '@leadlog/contracts/problem';
import { test as base } from '@playwright/test';
import BetterSqlite from 'better-sqlite3';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { read } from '../service/api.ts';
import { test as own } from '../service/own-service.ts';
import { freePort } from '../service/free-port.ts';
import { emptyFolder, Run, Service } from '../service/service.ts';
import { expect, test } from '../service/test.ts';

const ASK_EVERY_MS = 20;

/** Asks until an answer comes that is looked for. */
async function ask(
  url: string,
  isIt: (response: Response) => boolean | Promise<boolean>,
): Promise<Response> {
  for (;;) {
    // It does not listen yet: nobody answers.
    const response = await fetch(url).catch(() => null);
    if (response && (await isIt(response))) return response;
    await pause(ASK_EVERY_MS);
  }
}

test('is ready when it runs, and its store is read, written, up to date and has room', async ({
  api,
}) => {
  const { details } = read(await api.get('/health/ready'), Health);
  const up = { status: 'up' };
  expect(details).toEqual({ running: up, store: up, schema: up, writer: up, disk: up });
});

base('is alive but not ready where the disk has less room than it shall', async () => {
  const port = await freePort();
  const folder = emptyFolder();
  const run = new Run(folder, { PORT: String(port), DISK_RESERVE_MB: '1000000' });
  const isStarted = async (response: Response) =>
    !(await response.clone().text()).includes('is starting');
  const refused = await ask(`http://127.0.0.1:${port}/health/ready`, isStarted);
  const live = await fetch(`http://127.0.0.1:${port}/health/live`);
  await run.end('SIGTERM');
  rmSync(folder, { recursive: true });
  expect(live.status).toBe(200);
  expect(Problem.parse(await refused.json()).detail).toBe('The service is not ready: disk.');
});

own(
  'is not ready while another program keeps the store locked, and answers reads',
  async ({ own: service, api }) => {
    own.setTimeout(60_000);
    await api.create({ name: 'Acme' });
    const other = new BetterSqlite(join(service.folder, 'data/leadlog.sqlite'));
    other.exec('begin immediate');
    const refused = await api.get('/health/ready');
    expect(await api.list()).toMatchObject({ total: 1 });
    expect((await api.get('/health/live')).status).toBe(200);
    other.exec('rollback');
    other.close();
    expect(refused.status).toBe(503);
    expect(Problem.parse(JSON.parse(refused.text)).detail).toBe(
      'The service is not ready: writer.',
    );
    expect((await api.get('/health/ready')).status).toBe(200);
  },
);

own('says that it starts, and lives, while its store is being opened', async ({ own: service }) => {
  await service.stop();
  const other = new BetterSqlite(join(service.folder, 'data/leadlog.sqlite'));
  other.exec('begin immediate');
  const started = service.startAgain();
  const refused = await ask(`${service.url}/health/ready`, () => true);
  const live = await fetch(`${service.url}/health/live`);
  const leads = await fetch(`${service.url}/leads`, { headers: { 'X-Tenant-ID': 'acme' } });
  other.exec('rollback');
  other.close();
  await started;
  for (const response of [refused, leads]) {
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    const { type, detail } = Problem.parse(await response.json());
    expect(type).toBe('/problems/unavailable');
    expect(detail).toMatch(/^The service is starting: it /);
  }
  expect(live.status).toBe(200);
  expect(Health.parse(await live.json()).status).toBe('ok');
});

base('is not ready while it takes leave, and still answers', async () => {
  const service = await Service.start({ DRAIN_SECONDS: '2' });
  const ended = service.stop();
  const refused = await ask(`${service.url}/health/ready`, ({ status }) => status === 503);
  const headers = { 'X-Tenant-ID': 'acme' };
  const leads = await fetch(`${service.url}/leads`, { headers });
  await ended;
  await service.dispose();
  expect(leads.status).toBe(200);
  expect(Problem.parse(await refused.json()).detail).toBe('The service is not ready: running.');
});
