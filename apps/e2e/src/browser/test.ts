import type { Page } from '@playwright/test';
import { expect, test as base } from '../service/test.ts';
import { Leadlog } from './leadlog.ts';
import { en, type Words } from './words.ts';

interface InTheBrowser {
  /** The language of the browser, and what is expected to be read in it. */
  words: Words;
  /** The application with the test's own tenant chosen, not yet opened. */
  leadlog: Leadlog;
}

export const test = base.extend<InTheBrowser>({
  words: [en, { option: true }],
  locale: async ({ words }, use) => use(words.locale),
  page: async ({ page, baseURL }, use) => {
    const faults = watch(page, String(baseURL));
    await use(page);
    expect(faults, 'faults that nobody sees').toEqual([]);
  },
  leadlog: async ({ page, words, tenant }, use) => {
    // As after an earlier visit; that the choice itself works has tests of its own.
    await page.addInitScript((id) => {
      localStorage['leadlog.tenants'] ??= JSON.stringify([id]);
    }, tenant);
    await use(new Leadlog(page, words));
  },
});

/** Errors of the application's scripts, and requests to anybody but its own service. */
function watch(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    // Chromium reports refused requests itself; what comes of them, tests look at.
    const isReport = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isReport) faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) faults.push(`asks ${request.url()}`);
  });
  return faults;
}

export { expect } from '@playwright/test';
