import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { Api } from '../service/api.ts';
import { freePort } from '../service/free-port.ts';
import { emptyFolder } from '../service/service.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');

test('the start command of the README serves on one port, and stops when it is told to', async () => {
  expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain('```sh\nnpm start\n```');
  const port = await freePort();
  const folder = emptyFolder();
  const server = spawn('npm', ['start'], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: `sqlite:${join(folder, 'leadlog.sqlite')}`,
      MASTER_KEY_FILE: join(folder, 'master.key'),
      ERASURE_LEDGER_FILE: join(folder, 'erasures.log'),
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(server, 'exit');
  let printed = '';
  for await (const text of server.stdout.setEncoding('utf8')) {
    printed += text;
    if (printed.includes('Master key')) break;
  }
  expect(printed).toContain(`http://localhost:${port}/app/`);
  expect(await new Api(`http://127.0.0.1:${port}`, 'acme').list()).toMatchObject({ total: 0 });
  server.kill('SIGTERM');
  await ended;
  await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow();
});
