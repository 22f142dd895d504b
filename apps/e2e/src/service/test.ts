import { randomUUID } from 'node:crypto';
import { Api } from './api.ts';
import { test as base, useService } from './engine.ts';
import type { Service } from './service.ts';

interface OfEachTest {
  /** A tenant that no other test knows. */
  tenant: string;
  api: Api;
  /** The same service for another tenant of its own. */
  otherApi: Api;
}

export const test = base.extend<OfEachTest, { service: Service }>({
  service: [({ engine }, use) => useService(engine, use), { scope: 'worker' }],
  // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from it.
  tenant: async ({}, use) => use(newTenant()),
  api: async ({ service, tenant }, use) => use(new Api(service.url, tenant)),
  otherApi: async ({ service }, use) => use(new Api(service.url, newTenant())),
  baseURL: async ({ service }, use) => use(service.url),
});

export { expect } from '@playwright/test';

const newTenant = () => `test-${randomUUID().slice(0, 8)}`;
