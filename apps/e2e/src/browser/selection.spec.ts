import { refuse } from './leadlog.ts';
import { expect, test } from './test.ts';
import { en } from './words.ts';

const names = ['Alpha', 'Beta', 'Gamma', 'Delta'];

test.beforeEach(async ({ api, leadlog }) => {
  await api.createAll(names.map((name) => ({ name })));
  await leadlog.open();
  await expect(leadlog.leads).toHaveText(names);
});

const box = (name: string) => `Select ${name}`;

test('a range gets a status at once, and gets back what it had', async ({ api, leadlog, page }) => {
  await page.getByRole('checkbox', { name: box('Alpha') }).check();
  await page.getByRole('checkbox', { name: box('Gamma') }).click({ modifiers: ['Shift'] });
  const bar = page.getByRole('region', { name: 'Selected leads' });
  await expect(bar).toContainText('3 selected');
  await bar.getByRole('button', { name: en.qualified }).click();
  for (const name of names.slice(0, 3))
    await expect(leadlog.status(name, en.qualified)).toBeVisible();
  await expect(page.getByText('Status of 3 leads changed.')).toBeVisible();
  await expect(bar).toBeHidden();

  await leadlog.button(en.undo).click();
  for (const name of names) await expect(leadlog.status(name, en.new)).toBeVisible();
  expect(await api.position()).toBe(4 + 3 + 3);
});

test('what failed is named with its reason and can be tried again', async ({
  api,
  leadlog,
  page,
}) => {
  await page.route(/\/leads\/2\/status\?/, (route) =>
    refuse(route, { type: '/problems/unavailable', status: 503 }),
  );
  await page.getByRole('checkbox', { name: 'Select all leads shown' }).check();
  const bar = page.getByRole('region', { name: 'Selected leads' });
  await bar.getByRole('button', { name: en.lost }).click();
  const report = page.getByRole('alert');
  await expect(report).toContainText('1 lead was not changed');
  await expect(report).toContainText(`Beta${en.unavailable}`);
  await expect(leadlog.status('Beta', en.new)).toBeVisible();
  await expect(leadlog.status('Delta', en.lost)).toBeVisible();

  await page.unroute(/\/leads\/2\/status\?/);
  await report.getByRole('button', { name: 'Try these again' }).click();
  await expect(leadlog.status('Beta', en.lost)).toBeVisible();
  await expect(report).toBeHidden();
  expect((await api.lead(2)).status).toBe('lost');
});
