import type { Page } from '@playwright/test';
import { fullLead } from '../service/leads.ts';
import { Leadlog } from './leadlog.ts';
import { expect, test } from './test.ts';
import { en } from './words.ts';

/** The feed is open once the browser has asked for it. */
async function openLive(leadlog: Leadlog, path?: string): Promise<void> {
  const feed = leadlog.page.waitForRequest('**/events');
  await leadlog.open(path);
  await feed;
}

test('what others do appears without a reload', async ({ api, leadlog }) => {
  await api.create({ name: 'Alpha' });
  await openLive(leadlog);
  await api.create({ name: 'Beta', status: 'qualified' });
  await expect(leadlog.leads).toHaveText(['Beta', 'Alpha']);
  await api.patch('/leads/1', { name: 'Alpha AG' });
  await expect(leadlog.leads).toHaveText(['Beta', 'Alpha AG']);
});

test('nothing moves below the pointer before it is asked for', async ({ api, leadlog, page }) => {
  await api.createAll([{ name: 'Alpha', status: 'qualified' }, { name: 'Beta' }]);
  await openLive(leadlog);
  await leadlog.leads.first().hover();
  await api.changeStatus(1, 'lost');
  await api.create({ name: 'Gamma', status: 'qualified' });
  await expect(leadlog.status('Alpha', en.lost)).toBeVisible();
  await expect(leadlog.leads).toHaveText(['Alpha', 'Beta']);
  await leadlog.button('2 changes – show').click();
  await expect(leadlog.leads).toHaveText(['Gamma', 'Beta', 'Alpha']);
  await expect(page.getByRole('button', { name: /changes? – show/ })).toHaveCount(0);
});

test('a lead that is out of sight is not announced', async ({ api, leadlog, page }) => {
  await api.createAll([fullLead(), { name: 'Beta' }]);
  await openLive(leadlog, 'leads?status=new&min_priority=60');
  await leadlog.leads.first().hover();
  await api.changeStatus(2, 'lost');
  await api.patch('/leads/1', { name: 'Acme AG' });
  await expect(leadlog.leads).toHaveText(['Acme AG']);
  await expect(page.getByRole('button', { name: /changes? – show/ })).toHaveCount(0);
});

test('all tabs share one feed, which another takes over', async ({
  api,
  baseURL,
  context,
  leadlog,
  tenant,
  words,
}) => {
  let feeds = 0;
  const count = (page: Page) =>
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/events') feeds++;
    });
  await context.addInitScript((id) => {
    localStorage['leadlog.tenants'] ??= JSON.stringify([id]);
  }, tenant);
  await api.create({ name: 'Alpha' });
  count(leadlog.page);
  await openLive(leadlog);
  const second = await context.newPage();
  count(second);
  await second.goto(`${baseURL}/app/leads`);
  const other = new Leadlog(second, words);
  await expect(other.leads).toHaveText(['Alpha']);

  await api.create({ name: 'Beta' });
  await expect(leadlog.leads).toHaveText(['Alpha', 'Beta']);
  await expect(other.leads).toHaveText(['Alpha', 'Beta']);
  expect(feeds).toBe(1);

  const takenOver = second.waitForRequest('**/events');
  await leadlog.page.goto('/health/live');
  await takenOver;
  await api.create({ name: 'Gamma' });
  await expect(other.leads).toHaveText(['Alpha', 'Beta', 'Gamma']);
  expect(feeds).toBe(2);
});

test('a feed that was lost goes on where it was', async ({ api, leadlog, page }) => {
  await api.create({ name: 'Alpha' });
  let isAway = true;
  await page.route('**/events', (route) => (isAway ? route.abort() : route.continue()));
  await openLive(leadlog);
  await expect(leadlog.leads).toHaveText(['Alpha']);
  await api.create({ name: 'Beta' });
  isAway = false;
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(leadlog.leads).toHaveText(['Alpha', 'Beta']);
});
