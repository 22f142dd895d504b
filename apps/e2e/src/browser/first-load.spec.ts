import { gzipSync } from 'node:zlib';
import { fullLead } from '../service/leads.ts';
import { expect, test } from './test.ts';

const MOST_KB = 200;

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
  expect(kilobytes).toBeLessThanOrEqual(MOST_KB);
  test.info().annotations.push({ type: 'kB', description: kilobytes.toFixed(1) });
});
