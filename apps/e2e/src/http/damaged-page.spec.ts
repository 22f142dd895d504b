import { Verification } from '@leadlog/contracts/log';
import { damagePage } from '@leadlog/database/test-damage';
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { read, readProblem } from '../service/api.ts';
import { logLines } from '../service/log-lines.ts';
import { expect, test } from '../service/own-service.ts';

const TOOL = resolve(import.meta.dirname, '../../../../dist/apps/api/leadlog.mjs');
const LEADS = 60;

test('a damaged page fails the reads that meet it, and is named', async ({ own, api }) => {
  // The service starts twice, and the tool once.
  test.slow();
  await api.createAll(Array.from({ length: LEADS }, (_, index) => ({ name: `Lead ${index}` })));
  await own.stop();
  damagePage(join(own.folder, 'data', 'leadlog.sqlite'), 'events');
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
