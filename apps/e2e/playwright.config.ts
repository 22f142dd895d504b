import { defineConfig } from '@playwright/test';
import type { OnEngine } from './src/service/engine.ts';
import { findChromium } from './src/browser/chromium.ts';

const root = '../..';

/** What the two engines could tell apart; `replicas` there is on PostgreSQL alone. */
const ON_POSTGRES = [
  ...['create', 'erasure', 'feed', 'idempotency', 'import', 'list', 'proof', 'replicas'],
  ...['search', 'stats', 'status'],
];

/** It builds, and so takes away for a moment what the services of all other tests start from. */
const START_COMMAND = 'http/start-command.spec.ts';

export default defineConfig<object, OnEngine>({
  testDir: 'src',
  outputDir: `${root}/dist/e2e`,
  fullyParallel: true,
  // Each worker has a service of its own; two fill the smallest machine.
  workers: 2,
  // A test that passes only when repeated has found something.
  retries: 0,
  forbidOnly: !!process.env['CI'],
  timeout: 30_000,
  expect: { timeout: 5_000 },
  reporter: [['list'], ['json', { outputFile: `${root}/dist/test-results/e2e.json` }]],
  globalSetup: `${root}/libs/database/src/postgres/test-set-up.ts`,
  globalTeardown: `${root}/libs/database/src/postgres/test-tear-down.ts`,
  projects: [
    {
      name: 'http',
      testMatch: 'http/**/*.spec.ts',
      testIgnore: ['http/replicas.spec.ts', START_COMMAND],
    },
    {
      name: 'http-postgres',
      testMatch: `http/{${ON_POSTGRES.join(',')}}.spec.ts`,
      use: { engine: 'postgres' },
    },
    {
      name: 'browser',
      testMatch: 'browser/**/*.spec.ts',
      use: {
        browserName: 'chromium',
        launchOptions: await findChromium(),
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
        viewport: { width: 1280, height: 800 },
        // What is still moving can be neither read nor measured.
        contextOptions: { reducedMotion: 'reduce' },
        screenshot: 'only-on-failure',
      },
    },
    {
      name: 'start-command',
      testMatch: START_COMMAND,
      dependencies: ['http', 'http-postgres', 'browser'],
    },
  ],
});
