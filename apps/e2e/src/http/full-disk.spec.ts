import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Api, readProblem } from '../service/api.ts';
import { freePort } from '../service/free-port.ts';
import { emptyFolder, Run } from '../service/service.ts';
import { expect, test as base } from '../service/test.ts';

const SIZE_MB = 8;

/** A folder on a file system of its own; only root may mount one. */
const test = base.extend<{ disk: string }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from it.
  disk: async ({}, use, info) => {
    const folder = emptyFolder();
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m`, 'tmpfs', folder], {
        stdio: 'ignore',
      });
    } catch {
      info.skip(true, 'a file system can be mounted by root alone');
    }
    await use(folder);
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  },
});

async function start(folder: string): Promise<{ run: Run; api: Api }> {
  const port = String(await freePort());
  const run = new Run(folder, { PORT: port, DISK_RESERVE_MB: '0' });
  const url = `http://127.0.0.1:${port}`;
  await run.ready(url);
  return { run, api: new Api(url, 'acme') };
}

test('a full disk fails writes alone, until there is room again', async ({ disk }) => {
  const { run, api } = await start(disk);
  const first = await api.create({ name: 'First' });
  const filling = join(disk, 'filling');
  expect(() => writeFileSync(filling, Buffer.alloc(2 * SIZE_MB * 1024 * 1024))).toThrow('ENOSPC');

  const answers = [];
  // What SQLite has room for within its files goes on for a while.
  for (let asked = 0; answers.at(-1)?.status !== 503 && asked < 200; asked += 1)
    answers.push(await api.post('/leads', { name: `Lead ${asked} ${'x'.repeat(150)}` }));
  const refused = answers.pop()!;
  readProblem(refused, 'unavailable');
  expect(answers.every(({ status }) => status === 201)).toBe(true);
  expect(await api.lead(first.id)).toMatchObject({ name: 'First' });
  expect(await api.list()).toMatchObject({ total: 1 + answers.length });

  rmSync(filling);
  expect(await api.create({ name: 'Next' })).toMatchObject({ id: 2 + answers.length });
  expect(await api.position()).toBe(2 + answers.length);
  await run.end('SIGTERM');
});

test('does not start where nothing can be written, and says so in one line', async ({ disk }) => {
  mkdirSync(join(disk, 'data'));
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  const { code, stderr } = await new Run(disk, { PORT: String(await freePort()) }).ended;
  expect(code).toBe(1);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(/data\/leadlog\.sqlite cannot be opened for writing.*DATABASE_URL/);
});
