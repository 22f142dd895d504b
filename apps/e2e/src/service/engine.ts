import { createTestDatabase, dropDatabase } from '@leadlog/database/postgres/test-databases';
import { test as base } from '@playwright/test';
import { Service, type Settings } from './service.ts';

/** What the services of a project of tests keep their data in. */
export type Engine = 'sqlite' | 'postgres';

export interface OnEngine {
  engine: Engine;
}

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- no fixtures of each test
export const test = base.extend<{}, OnEngine>({
  engine: ['sqlite', { option: true, scope: 'worker' }],
});

/** Starts the service on a database of its own; both go when they are no longer used. */
export async function useService(
  engine: Engine,
  use: (service: Service) => Promise<void>,
): Promise<void> {
  if (engine === 'sqlite') return started({}, use);
  await usePostgres((url) => started({ DATABASE_URL: url }, use));
}

/** A new database on the PostgreSQL of the test run. */
export async function usePostgres(use: (url: string) => Promise<void>): Promise<void> {
  const { TEST_POSTGRES_URL: server = '', TEST_POSTGRES_TEMPLATE: template = '' } = process.env;
  const url = await createTestDatabase(server, template);
  await use(url);
  await dropDatabase(server, url);
}

async function started(
  settings: Settings,
  use: (service: Service) => Promise<void>,
): Promise<void> {
  const service = await Service.start(settings);
  await use(service);
  await service.dispose();
}
