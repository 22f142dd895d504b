import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { de, en } from './words.ts';

const cell = (page: Page, row: string, column: number) =>
  page.getByRole('row', { name: row }).getByRole('gridcell').nth(column);
const DOMAIN = 3;
const INDUSTRY = 5;
const EMPLOYEES = 6;

for (const [language, words] of Object.entries({ en, de }))
  test.describe(`in ${language}`, () => {
    test.use({ words });

    test('a field is edited by keyboard, saved by Enter and taken back', async ({
      api,
      leadlog,
      page,
    }) => {
      await api.create({ name: 'Acme GmbH' });
      await leadlog.open();
      await leadlog.leads.first().focus();
      await page.keyboard.press('e');
      const name = leadlog.field(words.fieldOf(words.name, 'Acme GmbH'));
      await expect(name).toBeFocused();
      await page.keyboard.type('Acme AG');
      await page.keyboard.press('Enter');
      await expect(leadlog.leads).toHaveText(['Acme AG']);
      await expect(leadlog.leads.first()).toBeFocused();
      expect((await api.lead(1)).name).toBe('Acme AG');

      await leadlog.button(words.undo).click();
      await expect(leadlog.leads).toHaveText(['Acme GmbH']);
      expect(await api.history(1)).toHaveLength(3);
    });
  });

test('Escape leaves a field as it was', async ({ api, leadlog, page }) => {
  await api.create({ name: 'Acme GmbH', domain: 'acme.example' });
  await leadlog.open();
  await cell(page, 'Acme GmbH', DOMAIN).dblclick();
  await leadlog.field('Domain of Acme GmbH').fill('other.example');
  await page.keyboard.press('Escape');
  await expect(cell(page, 'Acme GmbH', DOMAIN)).toHaveText('acme.example');
  await expect(cell(page, 'Acme GmbH', DOMAIN)).toBeFocused();
  expect((await api.lead(1)).version).toBe(1);
});

test('Tab saves and goes on to the next field', async ({ api, leadlog, page }) => {
  await api.create({ name: 'Acme GmbH' });
  await leadlog.open();
  await cell(page, 'Acme GmbH', DOMAIN).dblclick();
  await leadlog.field('Domain of Acme GmbH').fill('ACME.example');
  await page.keyboard.press('Tab');
  await page.getByRole('combobox', { name: 'Industry of Acme GmbH' }).selectOption('energy');
  await page.keyboard.press('Tab');
  await leadlog.field('Employees of Acme GmbH').fill('1200');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Acme GmbH', EMPLOYEES)).toHaveText('1,200');
  await expect(cell(page, 'Acme GmbH', INDUSTRY)).toHaveText('Energy');
  await expect
    .poll(() => api.lead(1))
    .toMatchObject({ domain: 'acme.example', industry: 'energy', employee_count: 1200 });
});

test('what is wrong is said beside the cell, and nothing is sent', async ({
  api,
  leadlog,
  page,
}) => {
  await api.create({ name: 'Acme GmbH', employee_count: 7 });
  await leadlog.open();
  await cell(page, 'Acme GmbH', EMPLOYEES).dblclick();
  const field = leadlog.field('Employees of Acme GmbH');
  await field.fill('many');
  await page.keyboard.press('Enter');
  await expect(field).toHaveAccessibleDescription('Enter a whole number.');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toBeFocused();
  expect((await api.lead(1)).employee_count).toBe(7);
  await field.fill('');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Acme GmbH', EMPLOYEES)).toHaveText('–');
  expect((await api.lead(1)).employee_count).toBeNull();
});

test.describe('where somebody else has changed the lead meanwhile', () => {
  test.beforeEach(async ({ api, leadlog, page }) => {
    await api.create({ name: 'Acme GmbH', domain: 'acme.example' });
    await leadlog.open();
    await cell(page, 'Acme GmbH', DOMAIN).dblclick();
    await leadlog.field('Domain of Acme GmbH').fill('mine.example');
  });

  for (const [choice, expected] of [
    ['Mine', 'mine.example'],
    ['Theirs', 'theirs.example'],
  ] as const)
    test(`both values are shown, and "${choice}" is what holds`, async ({ api, page }) => {
      await api.patch('/leads/1', { domain: 'theirs.example' });
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Somebody else was faster' });
      await expect(dialog).toContainText('mine.example');
      await expect(dialog).toContainText('theirs.example');
      await dialog.getByRole('radio', { name: `${choice} ${expected}` }).check();
      await dialog.getByRole('button', { name: 'Save this' }).click();
      await expect(cell(page, 'Acme GmbH', DOMAIN)).toHaveText(expected);
      expect((await api.lead(1)).domain).toBe(expected);
    });

  test('another field is no conflict', async ({ api, page }) => {
    await api.patch('/leads/1', { employee_count: 12 });
    await page.keyboard.press('Enter');
    await expect(cell(page, 'Acme GmbH', DOMAIN)).toHaveText('mine.example');
    await expect(cell(page, 'Acme GmbH', EMPLOYEES)).toHaveText('12');
    expect(await api.lead(1)).toMatchObject({ domain: 'mine.example', employee_count: 12 });
  });

  test('it is said while one is still editing', async ({ api, leadlog }) => {
    await api.patch('/leads/1', { domain: 'theirs.example' });
    await expect(leadlog.field('Domain of Acme GmbH')).toHaveAccessibleDescription(
      /changed this to “theirs.example”/,
    );
    await expect(leadlog.field('Domain of Acme GmbH')).toHaveValue('mine.example');
  });
});
