import type { Locator } from '@playwright/test';
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

test('a day is worked without a pointer', async ({ api, leadlog, page }) => {
  const { keyboard } = page;
  await api.createAll([{ name: 'Acme GmbH' }, { name: 'Beta AG' }]);
  await leadlog.open();

  await keyboard.press('n');
  await tabTo(leadlog.field(en.name));
  await keyboard.type('Gamma AG');
  await keyboard.press('Enter');
  await expect(leadlog.heading('Gamma AG')).toBeVisible();

  await keyboard.press('c');
  await expect(leadlog.field('What was said or agreed')).toBeFocused();
  await keyboard.type('Wants an offer');
  await keyboard.press('Enter');
  await expect(leadlog.history.first()).toContainText('Wants an offer');

  await tabTo(leadlog.button('Edit: Domain'));
  await keyboard.press('Enter');
  await expect(leadlog.field(en.domain)).toBeFocused();
  await keyboard.type('gamma.example');
  await keyboard.press('Enter');
  await expect(page.getByRole('link', { name: /^gamma\.example/ })).toBeVisible();
  await keyboard.press('Control+z');
  await expect.poll(async () => (await api.lead(3)).domain).toBeNull();

  await keyboard.press('1');
  await expect(leadlog.leads).toHaveCount(3);
  await keyboard.press('/');
  await keyboard.type('gamma');
  await expect(leadlog.leads).toHaveText(['Gamma AG']);
  await tabTo(leadlog.leads);
  await keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await keyboard.type('qualified');
  await keyboard.press('Enter');
  await expect(leadlog.status('Gamma AG', en.qualified)).toBeVisible();

  await keyboard.press('2');
  await tabTo(page.getByRole('list', { name: en.new }).getByRole('link').first());
  await keyboard.press('Space');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await expect(page.getByRole('list', { name: en.lost }).getByRole('link')).toHaveCount(1);

  await keyboard.press('3');
  await expect(leadlog.heading(en.overview)).toBeVisible();
  await expect(page.getByRole('table', { name: en.byStatus })).toContainText('Lost');
});

/** Presses Tab until the focus is there; gives up where it would not come in a person's patience. */
async function tabTo(target: Locator): Promise<void> {
  const isThere = () => target.evaluate((it) => it === document.activeElement);
  for (let n = 0; n < 60 && !(await isThere()); n++) await target.page().keyboard.press('Tab');
  await expect(target).toBeFocused();
}
