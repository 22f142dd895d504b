import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Api } from '../service/api.ts';
import { fullLead } from '../service/leads.ts';
import { expect, test } from '../service/own-service.ts';

/** What the operations manual tells its reader to type must work as it stands there, in its order. */
const ROOT = resolve(import.meta.dirname, '../../../..');
const MANUAL = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8');
const commands = [...MANUAL.matchAll(/```sh\n(.*?)```/gs)].flatMap(([, block = '']) =>
  block.trim().split('\n'),
);
const TOOL = `${process.execPath} ${join(ROOT, 'dist/apps/api/leadlog.mjs')}`;

test('the commands of the operations manual end well beside a running service', async ({ own }) => {
  test.setTimeout(240_000);
  const api = new Api(own.url, 'demo');
  await api.createAll([fullLead(), { name: 'Beta AG' }, fullLead()]);
  await api.post('/leads/1/erasure');
  expect(commands.length).toBeGreaterThan(15);
  for (const command of commands) {
    const line = command.replace('npm run --silent leadlog --', TOOL);
    // Where a drill has a command fail, the shell's `!` demands it.
    const { stdout } = await promisify(execFile)('bash', ['-c', line], {
      cwd: own.folder,
      env: { PATH: process.env['PATH'] },
    });
    if (command.includes('--dry-run')) expect(stdout).toMatch(/^the backup is good: 1 tenants/);
  }
  expect(await api.lead(3)).toMatchObject({ primary_contact: { first_name: 'Ada' } });
});
