import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { freePort } from '../service/free-port.ts';
import { emptyFolder, Run, Service, type Settings } from '../service/service.ts';
import { expect } from '../service/test.ts';

const test = base.extend<{ folder: string }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from it.
  folder: async ({}, use) => {
    const folder = emptyFolder();
    // No folder can be made below a file, not even by root.
    writeFileSync(join(folder, 'file'), '');
    await use(folder);
    rmSync(folder, { recursive: true });
  },
});

const refused: [what: string, settings: Settings, named: RegExp][] = [
  ['a port that is no number', { PORT: 'http' }, /PORT/],
  ['a port out of range', { PORT: '70000' }, /PORT/],
  ['a database of an unknown kind', { DATABASE_URL: 'mysql://localhost/leads' }, /DATABASE_URL/],
  ['a data folder that cannot be made', { DATABASE_URL: 'sqlite:file/leads.sqlite' }, /file/],
  ['a key file that cannot be made', { MASTER_KEY_FILE: 'file/master.key' }, /file|MASTER_KEY/],
  [
    'an address for others while anybody may name a tenant',
    { HOST: '0.0.0.0' },
    /TRUST_TENANT_HEADER/,
  ],
  ['an unknown way to tell who asks', { AUTH_MODE: 'magic' }, /AUTH_MODE/],
  ['tokens, which are not there yet', { AUTH_MODE: 'oidc' }, /AUTH_MODE.*not available yet/],
  ['a host with a port', { ALLOWED_HOSTS: 'crm.example:3000' }, /ALLOWED_HOSTS.*without ports/],
  ['an unknown log level', { LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
];

for (const [what, settings, named] of refused)
  test(`does not start with ${what}, and says so in one line`, async ({ folder }) => {
    const run = new Run(folder, { PORT: String(await freePort()), ...settings });
    const { code, stderr } = await run.ended;
    expect(code).toBeGreaterThan(0);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(named);
    expect(stderr, 'no stack trace').not.toMatch(/\n\s+at |node:internal/);
  });

test('does not start on a port that is taken, and says so in one line', async ({ folder }) => {
  const first = await Service.start();
  const { code, stderr } = await new Run(folder, { PORT: new URL(first.url).port }).ended;
  await first.dispose();
  expect(code).toBeGreaterThan(0);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(/PORT/);
});

test('serves other addresses where a proxy vouches for the tenant', async () => {
  const service = await Service.start({ HOST: '0.0.0.0', TRUST_TENANT_HEADER: 'true' });
  const { status } = await fetch(`${service.url}/leads`, { headers: { 'X-Tenant-ID': 'acme' } });
  await service.dispose();
  expect(status).toBe(200);
});
