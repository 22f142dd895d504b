import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Api } from '../service/api.ts';
import { expect, test } from '../service/own-service.ts';

/** What the README tells its reader to type must work as it stands there. */
const ROOT = resolve(import.meta.dirname, '../../../..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const commands = [...README.matchAll(/```sh\n(.*?)```/gs)]
  .flatMap(([, block = '']) =>
    block
      .replaceAll(/\\\n|(?<=\|)\n/g, ' ')
      .trim()
      .split('\n'),
  )
  .map((line) => line.trim());
const startingWith = (word: string) => commands.filter((command) => command.startsWith(word));

const shell = (command: string, folder: string) =>
  promisify(execFile)('bash', ['-c', command], { cwd: folder, env: { PATH: process.env['PATH'] } });

test('its calls of the API are answered', async ({ own }) => {
  const calls = [...startingWith('curl'), ...startingWith('printf')].filter(
    (call) => !call.includes(' > '),
  );
  expect(calls.length).toBeGreaterThan(4);
  for (const call of calls) {
    const failing = call.replace('curl', 'curl --silent --show-error --fail-with-body');
    const { stdout } = await shell(
      failing.replaceAll('http://localhost:3000', own.url),
      own.folder,
    );
    expect(JSON.parse(stdout), call).toBeTruthy();
  }
});

test('its TypeScript example compiles and runs', async ({ own }) => {
  // The compiler needs some seconds, and the machine may have others to serve.
  test.setTimeout(120_000);
  const [, example = ''] = /```ts\n(.*?)```/s.exec(README) ?? [];
  const folder = join(own.folder, 'consumer');
  mkdirSync(join(folder, 'node_modules/@leadlog'), { recursive: true });
  symlinkSync(join(ROOT, 'dist/libs/api-client'), join(folder, 'node_modules/@leadlog/api-client'));
  symlinkSync(join(ROOT, 'node_modules/@types'), join(folder, 'node_modules/@types'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  writeFileSync(join(folder, 'example.ts'), example.replace('http://localhost:3000', own.url));
  const options = '--noEmit --strict --target esnext --module nodenext --types node';
  await shell(
    `node ${join(ROOT, 'node_modules/typescript/bin/tsc')} ${options} example.ts`,
    folder,
  );
  const { stdout } = await shell('node example.ts', folder);
  expect(stdout).toBe('Acme GmbH is qualified, with priority 65.\n');
});

test('its commands of the command line tool end well beside a running service', async ({ own }) => {
  // Each is a process that starts anew.
  test.setTimeout(120_000);
  await new Api(own.url, 'demo').create({ name: 'Acme' });
  const isOfTheTool = /^npm run --silent leadlog|^curl .* > /;
  const lines = commands.filter((command) => isOfTheTool.test(command));
  expect(lines.length).toBeGreaterThan(5);
  const tool = `node ${join(ROOT, 'dist/apps/api/leadlog.mjs')}`;
  for (const line of lines)
    await shell(
      line
        .replace('npm run --silent leadlog --', tool)
        .replace('curl', 'curl --silent --show-error --fail')
        .replace('http://localhost:3000', own.url),
      own.folder,
    );
  await new Api(own.url, 'demo').create({ name: 'Beta' });
});
