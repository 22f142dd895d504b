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

  // The list is one stop of the Tab key: arrows move within it.
  while (!(await leadlog.leads.first().evaluate((link) => link === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowLeft');
  await expect(leadlog.button(en.priorityOf('Acme GmbH', 10))).toBeFocused();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toBeHidden();

  for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowRight');
  await expect(leadlog.status('Acme GmbH', en.new)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: en.new, exact: true })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(leadlog.status('Acme GmbH', en.qualified)).toBeFocused();

  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(leadlog.heading('Acme GmbH')).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
});

test('the focus stays with its lead when the list is read again', async ({
  api,
  leadlog,
  page,
}) => {
  await api.createAll([{ name: 'Alpha' }, { name: 'Beta' }, { name: 'Gamma' }]);
  await leadlog.open();
  const link = (name: string) => page.getByRole('link', { name, exact: true });
  await link('Alpha').focus();
  await page.keyboard.press('ArrowDown');
  await expect(link('Beta')).toBeFocused();
  await leadlog.changeStatus('Beta', en.new, en.lost);
  await expect(leadlog.leads).toHaveText(['Alpha', 'Gamma', 'Beta']);
  await expect(leadlog.status('Beta', en.lost)).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(link('Alpha')).toBeFocused();
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
