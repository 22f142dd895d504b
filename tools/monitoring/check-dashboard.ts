/**
 * Shows that the dashboard shows something: starts the built service, loads it, has a real Prometheus
 * scrape it, and asks every query of every panel. By hand: `npm run dashboard-check`; it needs
 * `prometheus` (Debian: apt install prometheus).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../apps/e2e/src/service/free-port.ts';
import { RULES } from './alert-rules.ts';
import { filledIn, readPanels } from './dashboard.ts';

const SECONDS = 60;
const TENANT = { 'X-Tenant-ID': 'acme' };
const folder = mkdtempSync(join(tmpdir(), 'leadlog-dashboard-'));
const started: ChildProcess[] = [];

async function start(command: string, args: string[], ready: string, more: NodeJS.ProcessEnv = {}) {
  const env = { PATH: process.env['PATH'], ...more };
  const child = spawn(command, args, { cwd: folder, env, stdio: 'ignore' });
  started.push(child);
  await once(child, 'spawn');
  while (!(await fetch(ready).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error(`${command} has ended with ${child.exitCode}`);
    await pause(100);
  }
}

/** A bit of everything that there is a panel for. */
async function load(url: string, until: number): Promise<void> {
  const call = async (method: string, path: string, body?: string, type = 'application/json') => {
    const headers = { ...TENANT, ...(body !== undefined && { 'Content-Type': type }) };
    await (await fetch(`${url}${path}`, { method, headers, body })).text();
  };
  for (let count = 1; Date.now() < until; count += 1) {
    await call('POST', '/leads', JSON.stringify({ name: `Lead ${count}`, domain: 'acme.example' }));
    await call('POST', `/leads/${count}/status?new_status=qualified`);
    await call('GET', '/leads?limit=20');
    await call('GET', '/leads/999999999');
    if (count % 50 === 1) await call('POST', '/leads/import', `name\nAcme ${count}\n`, 'text/csv');
    if (count % 50 === 1) await call('GET', '/history/verification');
  }
}

/** How many points the answer has; NaN, as of nothing divided by nothing, is none. */
async function pointsOf(prometheus: string, query: string, from: number): Promise<number> {
  const parameters = {
    query,
    start: String(from / 1000),
    end: String(Date.now() / 1000),
    step: '5',
  };
  const answer = await fetch(`${prometheus}/api/v1/query_range?${new URLSearchParams(parameters)}`);
  const { data, error } = (await answer.json()) as {
    data?: { result: { values: [number, string][] }[] };
    error?: string;
  };
  if (!data) throw new Error(`${query}: ${error}`);
  const values = data.result.flatMap((series) => series.values);
  return values.filter(([, value]) => value !== 'NaN').length;
}

async function check(): Promise<string[]> {
  const [port, scraper] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const prometheus = `http://127.0.0.1:${scraper}`;
  const main = resolve('dist/apps/api/main.mjs');
  const rules = join(folder, 'rules.yml');
  cpSync(RULES, rules);
  const config = {
    global: { scrape_interval: '2s', evaluation_interval: '2s' },
    rule_files: [rules],
    scrape_configs: [{ job_name: 'leadlog', static_configs: [{ targets: [`127.0.0.1:${port}`] }] }],
  };
  // JSON is YAML.
  writeFileSync(join(folder, 'prometheus.yml'), JSON.stringify(config));
  const address = `--web.listen-address=127.0.0.1:${scraper}`;
  await start(process.execPath, [main], `${url}/health/ready`, { PORT: String(port) });
  await start(
    'prometheus',
    [`--config.file=${folder}/prometheus.yml`, `--storage.tsdb.path=${folder}/tsdb`, address],
    `${prometheus}/-/ready`,
  );
  const begin = Date.now();
  await load(url, begin + SECONDS * 1000);
  const empty: string[] = [];
  for (const { title, targets = [] } of readPanels())
    for (const { expr } of targets) {
      const points = await pointsOf(prometheus, filledIn(expr, '30s'), begin);
      console.log(`${String(points).padStart(6)} points  ${title}: ${expr}`);
      if (points === 0) empty.push(`${title}: ${expr}`);
    }
  return empty;
}

try {
  const empty = await check();
  console.log(
    empty.length === 0 ? '\nevery query has data' : `\nwithout data:\n${empty.join('\n')}`,
  );
  process.exitCode = empty.length === 0 ? 0 : 1;
} finally {
  for (const child of started.filter(({ exitCode }) => exitCode === null)) {
    child.kill('SIGTERM');
    await once(child, 'close');
  }
  rmSync(folder, { recursive: true });
}
