import BetterSqlite from 'better-sqlite3';
import { Verification } from '@leadlog/contracts/log';
import { execFile } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { read, readProblem } from '../service/api.ts';
import { logLines } from '../service/log-lines.ts';
import { expect, test } from '../service/own-service.ts';
import type { Service } from '../service/service.ts';

const TOOL = resolve(import.meta.dirname, '../../../../dist/apps/api/leadlog.mjs');
const LEADS = 60;

/** Overwrites the third page of a table, as a bad disk does, while no service uses it. */
function damage({ folder }: Service, table: string): void {
  const file = join(folder, 'data', 'leadlog.sqlite');
  const database = new BetterSqlite(file);
  const leaves =
    "select pageno from dbstat where name = ? and pagetype = 'leaf' order by path limit 1 offset 2";
  const page = database.prepare(leaves).pluck().get(table) as number;
  const pageBytes = database.pragma('page_size', { simple: true }) as number;
  database.close();
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(100, 0xff), 0, 100, (page - 1) * pageBytes);
  closeSync(descriptor);
}

test('a damaged page fails the reads that meet it, and is named', async ({ own, api }) => {
  // The service starts twice, and the tool once.
  test.slow();
  await api.createAll(Array.from({ length: LEADS }, (_, index) => ({ name: `Lead ${index}` })));
  await own.stop();
  damage(own, 'events');
  await own.startAgain();

  const verification = read(await api.get('/history/verification'), Verification);
  if (verification.intact) throw new Error('the damage is not seen');
  const { first_broken_position: position, reason } = verification;
  expect(reason).toBe('unreadable');

  const answer = await api.get(`/leads/${position}/history`);
  const problem = readProblem(answer, 'internal');
  expect(problem.detail).toContain('cannot be read');
  expect(answer.text).not.toMatch(/sqlite|\/tmp|malformed/i);
  const told = () => logLines(own.stdout).find(({ msg }) => String(msg).includes('SQLITE_CORRUPT'));
  await expect.poll(() => told()?.['correlation_id']).toBe(problem.correlation_id);

  expect(await api.list()).toMatchObject({ total: LEADS });
  expect(await api.history(1)).toHaveLength(1);
  expect(await api.create({ name: 'Next' })).toMatchObject({ id: LEADS + 1 });
  await own.stop();

  const options = { cwd: own.folder, env: { PATH: process.env['PATH'] } };
  const verify = promisify(execFile)(process.execPath, [TOOL, 'verify'], options);
  const { code, stdout } = await verify.then(
    () => ({ code: 0, stdout: '' }),
    (error: unknown) => error as { code: number; stdout: string },
  );
  expect(code).toBe(1);
  expect(stdout).toMatch(/DAMAGED file: .*page \d+/);
  expect(stdout).toContain(`acme: BROKEN at position ${position} (unreadable)`);
});
