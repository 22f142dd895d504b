import { test as base } from '@playwright/test';
import { Api } from './api.ts';
import { Service } from './service.ts';

/** A service that the test alone may stop. */
export const test = base.extend<{ own: Service; api: Api }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from it.
  own: async ({}, use) => {
    const service = await Service.start();
    await use(service);
    await service.dispose();
  },
  api: async ({ own }, use) => use(new Api(own.url, 'acme')),
});

export { expect } from '@playwright/test';
