import { expect, test } from './test.ts';
import { de, en } from './words.ts';

test('the language can be changed and is remembered', async ({ leadlog, page }) => {
  await leadlog.open();
  await leadlog.button('Language: English').click();
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
  await expect(page.getByRole('link', { name: de.newLead }).first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.reload();
  await expect(page.getByRole('link', { name: de.newLead }).first()).toBeVisible();
});

test('the theme can be changed and is remembered', async ({ leadlog, page }) => {
  await leadlog.open();
  const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
  const inkOnLight = await ink();
  await leadlog.button('Theme: System').click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect.poll(ink).not.toBe(inkOnLight);
  const inkOnDark = await ink();
  await page.reload();
  await expect(leadlog.button('Theme: Dark')).toBeVisible();
  expect(await ink()).toBe(inkOnDark);
});

test('each tenant shows its own leads, and the chosen one is remembered', async ({
  api,
  leadlog,
  otherApi,
  page,
}) => {
  await api.create({ name: 'Mine GmbH' });
  await otherApi.create({ name: 'Theirs AG' });
  await leadlog.open();
  await expect(leadlog.leads).toHaveText(['Mine GmbH']);
  await leadlog.switchTenant(api.tenant, otherApi.tenant);
  await expect(leadlog.leads).toHaveText(['Theirs AG']);
  await page.reload();
  await expect(leadlog.leads).toHaveText(['Theirs AG']);

  await leadlog.button(en.tenant(otherApi.tenant)).click();
  await page.getByRole('dialog').getByRole('button', { name: api.tenant }).click();
  await expect(leadlog.leads).toHaveText(['Mine GmbH']);
});

test('a tenant that cannot be is refused where it is entered', async ({
  leadlog,
  page,
  tenant,
}) => {
  await leadlog.open();
  await leadlog.button(en.tenant(tenant)).click();
  await leadlog.field(en.otherTenant).fill('Not A Tenant');
  await leadlog.button(en.switch).click();
  await expect(leadlog.field(en.otherTenant)).toHaveAccessibleDescription(/Lower-case letters/);
  await page.keyboard.press('Escape');
  await expect(leadlog.button(en.tenant(tenant))).toBeVisible();
});

test('a link that names a tenant shows it', async ({ api, leadlog }) => {
  await api.create({ name: 'Mine GmbH' });
  await leadlog.open(`leads?tenant=${api.tenant}`);
  await expect(leadlog.leads).toHaveText(['Mine GmbH']);
});
