import { Api } from './api.ts';
import { test as base, useService } from './engine.ts';
import type { Service } from './service.ts';

/** A service that the test alone may stop. */
export const test = base.extend<{ own: Service; api: Api }>({
  own: ({ engine }, use) => useService(engine, use),
  api: async ({ own }, use) => use(new Api(own.url, 'acme')),
});

export { expect } from '@playwright/test';
