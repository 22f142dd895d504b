import BetterSqlite from 'better-sqlite3';
import { execFile } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Api } from '../service/api.ts';
import { fullLead } from '../service/leads.ts';
import { expect, test } from '../service/own-service.ts';
import { freePort } from '../service/free-port.ts';
import { emptyFolder, Run, type Service } from '../service/service.ts';

const TOOL = resolve(import.meta.dirname, '../../../../dist/apps/api/leadlog.mjs');

/** Holds the write lock, as another program does that writes, until what it answers is called. */
function lock({ folder }: Service): () => void {
  const other = new BetterSqlite(join(folder, 'data', 'leadlog.sqlite'));
  other.exec('begin immediate');
  return () => void other.close();
}

/** A write that the service has taken up, and cannot carry out yet. */
async function startWaiting(api: Api): Promise<{ waiting: Promise<unknown>; isOver(): boolean }> {
  let over = false;
  const waiting = api.create({ name: 'Waiting' }).finally(() => (over = true));
  // Each of these is read after the write has come in.
  await api.list();
  await api.list();
  return { waiting, isOver: () => over };
}

test('a write that waits holds no reader up', async ({ own, api }) => {
  await api.create({ name: 'Acme' });
  const unlock = lock(own);
  const { waiting, isOver } = await startWaiting(api);
  expect(await api.names({})).toEqual(['Acme']);
  expect(await api.history(1)).toHaveLength(1);
  expect(isOver()).toBe(false);
  unlock();
  expect(await waiting).toMatchObject({ id: 2 });
  expect(await api.list()).toMatchObject({ total: 2 });
});

test('what is under way when the service is told to stop is answered', async ({ own, api }) => {
  await api.create({ name: 'Acme' });
  const unlock = lock(own);
  const { waiting } = await startWaiting(api);
  const ended = own.stop();
  unlock();
  expect(await waiting).toMatchObject({ id: 2 });
  await ended;
  expect(readdirSync(join(own.folder, 'data'))).not.toContain('leadlog.sqlite-wal');
  await own.startAgain();
  expect(await api.lead(2)).toMatchObject({ name: 'Waiting' });
});

test('readers and writers alike go on after the master key is replaced', async ({ own, api }) => {
  await api.create(fullLead());
  const before = await api.history(1);
  await promisify(execFile)(process.execPath, [TOOL, 'keys', 'rotate'], {
    cwd: own.folder,
    env: { PATH: process.env['PATH'] },
  });
  expect(await api.history(1)).toEqual(before);
  expect(await api.changeStatus(1, 'qualified')).toMatchObject({ version: 2 });
  await api.create(fullLead());
  expect(JSON.stringify(await api.history(2))).toContain('Lovelace');
});

/** Has the thread that writes do something as soon as there is a file `die`. */
const dying = (deed: string) => {
  const lines = [
    "import { isMainThread } from 'node:worker_threads'",
    "import { existsSync } from 'node:fs'",
    `if (!isMainThread) setInterval(() => { if (existsSync('die')) ${deed} }, 10)`,
  ];
  // A heap that is soon full.
  return `--max-old-space-size=120 --import data:text/javascript,${encodeURIComponent(lines.join(';'))}`;
};

for (const [what, deed, named] of [
  ['throws', "throw new Error('broken')", /has died \(Error: broken.*\)/],
  ['exits', 'process.exit(0)', /has died \(it exited with 0\)/],
  [
    'is out of memory',
    'for (const held = [];;) held.push(Array(100_000).fill({}))',
    /heap out of memory/,
  ],
] as const)
  test(`the service ends, and says so in one line, when its writer ${what}`, async () => {
    const folder = emptyFolder();
    const port = String(await freePort());
    const run = new Run(folder, { PORT: port, NODE_OPTIONS: dying(deed) });
    await run.ready(`http://127.0.0.1:${port}`);
    writeFileSync(join(folder, 'die'), '');
    const { code, stderr } = await run.ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(named);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });
