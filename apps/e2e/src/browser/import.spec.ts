import type { Page } from '@playwright/test';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { expectNoOverhang } from './overhang.ts';
import { expect, test } from './test.ts';
import { de, en, type Words } from './words.ts';

const FILE = [
  'Firma;Mitarbeiter;Kürzel;E-Mail',
  'Müller & Söhne;1.200;mara;ada@mueller.example',
  'Beta AG;viele;ben;beta@beta.example',
  'Gamma KG;40;ben;office@gamma.example',
].join('\r\n');

const csv = (content: string) => ({
  name: 'messe.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
});

async function chooseFile(page: Page, words: Words, content = FILE) {
  await page.getByLabel(words.chooseFile).setInputFiles(csv(content));
}

const becomes = (page: Page, words: Words, header: string) =>
  page.getByRole('combobox', { name: words.becomes(header) });

const headline = (page: Page, name: string) =>
  page.getByRole('heading', { level: 2, name, exact: true });

const SIZES = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true },
};

for (const [size, options] of Object.entries(SIZES))
  for (const words of [en, de])
    test.describe(`${size}, ${words.locale}`, () => {
      test.use({ ...options, words });

      test('a file is mapped, checked and imported; what was refused is mended', async ({
        api,
        leadlog,
        page,
      }) => {
        await leadlog.open();
        await leadlog.button(words.more).click();
        await page.getByRole('menuitem', { name: words.importLeads }).click();
        await expect(leadlog.heading(words.importLeads)).toBeVisible();
        await chooseFile(page, words);
        await expect(becomes(page, words, 'Firma')).toHaveValue('name');
        await becomes(page, words, 'Kürzel').selectOption('owner');
        await expect(page.getByRole('cell', { name: words.wrongNumber })).toBeVisible();
        await expectNoOverhang(page);

        await leadlog.button(words.checkRows).click();
        await expect(headline(page, words.checked(2, 3))).toBeVisible();
        expect((await api.list()).total).toBe(0);
        await leadlog.button(words.importAll(2)).click();
        await expect(headline(page, words.imported(2))).toBeFocused();
        await expect(page.getByRole('row', { name: words.wrongNumber })).toContainText(
          'Mitarbeiter',
        );
        await expectNoOverhang(page);
        expect(await api.names({ sort: 'name', owner: 'mara' })).toEqual(['Müller & Söhne']);

        const downloading = page.waitForEvent('download');
        await leadlog.button(words.downloadRefused).click();
        const refused = await readFile(await (await downloading).path(), 'utf8');
        expect(refused.split('\r\n').slice(0, 2)).toEqual([
          'Firma;Mitarbeiter;Kürzel;E-Mail;line;column;reason',
          'Beta AG;viele;ben;beta@beta.example;3;Mitarbeiter;must be a whole number',
        ]);
        await page.getByRole('link', { name: words.showLeads }).click();
        await expect(leadlog.leads).toHaveCount(2);
      });
    });

for (const words of [en, de])
  test.describe(words.locale, () => {
    test.use({ words });

    test('a file that cannot be imported is not even sent', async ({ leadlog, page }, testInfo) => {
      const sent: string[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST') sent.push(request.url());
      });
      await leadlog.open('leads/import');
      await chooseFile(page, words, 'PK\u0003\u0004');
      await expect(page.getByRole('alert')).toContainText(words.noSpreadsheet);
      const path = testInfo.outputPath('large.csv');
      await writeFile(path, '');
      await truncate(path, 50 * 1024 * 1024 + 1);
      await page.getByLabel(words.chooseFile).setInputFiles(path);
      await expect(page.getByRole('alert')).toContainText(words.tooLarge);
      expect(sent).toEqual([]);
    });
  });

test('an import goes on after a reload, and its address can be shared', async ({
  api,
  leadlog,
  page,
}) => {
  const rows = Array.from({ length: 3_000 }, (_, n) => `Lead ${n};${n % 2 ? 10 : 'x'}`);
  await leadlog.open('leads/import');
  await chooseFile(page, en, ['Company;Employees', ...rows].join('\n'));
  await leadlog.button(en.importNow).click();
  await page.waitForURL(/job=/);
  await page.reload();
  await expect(headline(page, '1,500 leads imported')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('The first 1,000.')).toBeVisible();
  expect((await api.list()).total).toBe(1_500);
});

test('a file that was imported before makes no lead twice', async ({ api, leadlog, page }) => {
  for (const expected of [en.imported(2), en.imported(2)]) {
    await leadlog.open('leads/import');
    await chooseFile(page, en);
    await leadlog.button(en.importNow).click();
    await expect(headline(page, expected)).toBeVisible();
  }
  await expect(page.getByText(en.earlier)).toBeVisible();
  expect((await api.list()).total).toBe(2);
  await leadlog.button('Import it once more').click();
  await expect(page.getByText(en.earlier)).toBeHidden();
  await expect.poll(async () => (await api.list()).total).toBe(4);
});

test('a file is imported by keys alone', async ({ api, leadlog, page }) => {
  // Long before it is opened: the browser takes a moment to hand it to the test.
  const choosing = page.waitForEvent('filechooser');
  await leadlog.open();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('import');
  await page.keyboard.press('Enter');
  await expect(leadlog.heading(en.importLeads)).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
  const field = page.getByLabel(en.chooseFile);
  for (let tab = 0; tab < 5 && !(await field.evaluate((it) => it.matches(':focus'))); tab++)
    await page.keyboard.press('Tab');
  await expect(field).toBeFocused();
  await page.keyboard.press('Enter');
  await (await choosing).setFiles(csv('Company\nAcme\nBeta\n'));
  await expect(headline(page, 'What the columns are')).toBeFocused();
  await leadlog.button(en.checkRows).focus();
  await page.keyboard.press('Enter');
  await expect(headline(page, en.checked(2, 2))).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(leadlog.button(en.importAll(2))).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(headline(page, en.imported(2))).toBeFocused();
  expect((await api.list()).total).toBe(2);
});
