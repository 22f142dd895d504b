import { expect, test } from './test.ts';
import { en } from './words.ts';

test('the palette goes to a lead, changes its status and the theme', async ({
  api,
  leadlog,
  page,
}) => {
  await api.createAll([{ name: 'Acme GmbH' }, { name: 'Beta AG' }]);
  await leadlog.open();
  await expect(leadlog.leads).toHaveCount(2);
  const palette = page.getByRole('dialog', { name: 'Search and commands' });
  const field = page.getByRole('combobox', { name: 'Search and commands' });

  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('beta');
  await expect(palette.getByRole('option').first()).toContainText('Beta AG');
  await page.keyboard.press('Enter');
  await expect(leadlog.heading('Beta AG')).toBeVisible();

  await page.keyboard.press('Control+k');
  await expect(palette.getByRole('option', { name: 'Set status to Lost' })).toBeVisible();
  await page.keyboard.type('lost');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await api.lead(2)).status).toBe('lost');
  await expect(palette).toBeHidden();

  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('theme dark');
  await page.keyboard.press('Enter');
  await expect(leadlog.button('Theme: Dark')).toBeVisible();
  await expect(palette).toBeHidden();
});

test('keys search, create, move, open, edit, select and undo', async ({ api, leadlog, page }) => {
  await api.createAll([{ name: 'Alpha' }, { name: 'Beta' }, { name: 'Gamma' }]);
  await leadlog.open();
  const link = (name: string) => page.getByRole('link', { name, exact: true });
  await expect(leadlog.leads).toHaveCount(3);

  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('a/n');
  await expect(page.getByRole('searchbox')).toHaveValue('a/n');
  await page.getByRole('searchbox').fill('');
  await page.getByRole('searchbox').blur();
  await expect(leadlog.leads).toHaveCount(3);

  await page.keyboard.press('ArrowDown');
  await expect(link('Alpha')).toBeFocused();
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+X');
  await expect(page.getByText('3 selected')).toBeVisible();
  await page.keyboard.press('e');
  await expect(leadlog.field('Name of Gamma')).toBeFocused();
  await page.keyboard.type('Delta');
  await page.keyboard.press('Enter');
  await expect(link('Delta')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(link('Gamma')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(leadlog.heading('Gamma')).toBeVisible();
  await page.keyboard.press('n');
  await expect(leadlog.heading(en.newLead)).toBeVisible();
});

test('all keys stand on one sheet', async ({ leadlog, page }) => {
  await leadlog.open();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toContainText('In the list');
  await expect(sheet.getByRole('definition')).toContainText(['Search', 'Open the lead']);
  await page.keyboard.press('n');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(leadlog.heading(en.leads)).toBeVisible();
});
