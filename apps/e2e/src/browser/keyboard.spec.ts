import { expect, test } from './test.ts';
import { en } from './words.ts';

test('the list and a lead work by keyboard alone', async ({ api, leadlog, page }) => {
  await api.create({ name: 'Acme GmbH' });
  await leadlog.open();
  await expect(leadlog.leads).toHaveText(['Acme GmbH']);
  await page.keyboard.press('Tab');
  await expect(leadlog.button('Skip to content')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  await leadlog.button(en.priorityOf('Acme GmbH', 10)).focus();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toBeHidden();

  await page.keyboard.press('Tab');
  await expect(leadlog.leads).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(leadlog.status('Acme GmbH', en.new)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: en.new, exact: true })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(leadlog.status('Acme GmbH', en.qualified)).toBeFocused();

  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(leadlog.heading('Acme GmbH')).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
});

test('a lead is entered by keyboard alone', async ({ leadlog, page }) => {
  await leadlog.open();
  await page.getByRole('link', { name: en.newLead }).first().focus();
  await page.keyboard.press('Enter');
  await expect(leadlog.heading(en.newLead)).toBeVisible();
  await leadlog.field(en.name).focus();
  await page.keyboard.type('Acme GmbH');
  await page.keyboard.press('Tab');
  await expect(leadlog.field(en.domain)).toBeFocused();
  await page.keyboard.type('acme.example');
  await page.getByRole('checkbox', { name: en.addContact }).focus();
  await page.keyboard.press('Space');
  await leadlog.button(en.addEmail).focus();
  await page.keyboard.press('Enter');
  await expect(leadlog.field(en.email(1))).toBeFocused();
  await page.keyboard.type('ada@acme.example');
  await page.keyboard.press('Enter');
  await expect(leadlog.heading('Acme GmbH')).toBeVisible();
});
