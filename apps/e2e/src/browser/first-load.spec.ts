import { gzipSync } from 'node:zlib';
import { fullLead } from '../service/leads.ts';
import { expect, test } from './test.ts';

const MOST_KB = 200;
/** One module that waits at its top makes the build write twice as many (docs/decisions/0052). */
const MOST_FILES = 30;

test(`the list is there after ${MOST_KB} kB, compressed`, async ({ api, leadlog, page }) => {
  await api.create(fullLead());
  const loaded = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith('/app/'))
      loaded.set(response.url(), response.body());
  });
  await leadlog.open();
  await expect(leadlog.leads).toHaveText(['Acme GmbH']);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  const bodies = await Promise.all(loaded.values());
  const kilobytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000;
  expect(bodies.length).toBeGreaterThan(5);
  expect(bodies.length).toBeLessThanOrEqual(MOST_FILES);
  expect(kilobytes).toBeLessThanOrEqual(MOST_KB);
  test.info().annotations.push({ type: 'kB', description: kilobytes.toFixed(1) });
});

test('the frame is there before any script is', async ({ page, baseURL }) => {
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(`${baseURL}/app/leads`);
  const frame = page.locator('.shell-header');
  await expect(frame).toHaveText('Leadlog');
  await expect(frame).toHaveCSS('border-bottom-width', '1px');
});
