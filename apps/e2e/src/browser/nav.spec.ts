import { expect, test } from './test.ts';
import { de, en, type Words } from './words.ts';

for (const [language, words] of Object.entries({ en, de }) as [string, Words][])
  test.describe(`in ${language}`, () => {
    test.use({ words });

    test('each screen is one step from every other', async ({ api, leadlog, page }) => {
      await api.create({ name: 'Alpha' });
      await leadlog.open('leads/1');
      const nav = page.getByRole('navigation', { name: words.screens });
      await expect(nav.getByRole('link', { name: words.leads })).toHaveAttribute(
        'aria-current',
        'page',
      );
      for (const [link, heading] of [
        [words.board, words.board],
        [words.overview, words.overview],
        ['Team', words.team],
        [words.leads, words.leads],
      ] as const) {
        await nav.getByRole('link', { name: link, exact: true }).click();
        await expect(leadlog.heading(heading)).toBeVisible();
        await expect(page).toHaveTitle(`${heading} · Leadlog`);
        await expect(page.getByRole('main')).toBeFocused();
      }
    });
  });

test('numbers and the palette go from screen to screen', async ({ leadlog, page }) => {
  await leadlog.open();
  await page.keyboard.press('3');
  await expect(leadlog.heading(en.overview)).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('board');
  await page.keyboard.press('Enter');
  await expect(leadlog.heading(en.board)).toBeVisible();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toContainText('On the board');
});

test('keys that are one letter are turned off on the sheet, for good', async ({
  leadlog,
  page,
}) => {
  await leadlog.open();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.getByRole('checkbox', { name: 'Keys that are one letter' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.reload();
  await expect(leadlog.heading(en.leads)).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.press('2');
  await page.keyboard.press('?');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await expect(page).toHaveURL(/leads$/);
  await page.keyboard.type('one letter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox')).toBeHidden();
  await page.keyboard.press('n');
  await expect(leadlog.heading(en.newLead)).toBeVisible();
});

test('the same switch stands in the view menu', async ({ api, leadlog, page }) => {
  await api.create({ name: 'Alpha' });
  await leadlog.open();
  await leadlog.button('View').click();
  await page.getByRole('checkbox', { name: 'Keys that are one letter' }).uncheck();
  await page.keyboard.press('Escape');
  await leadlog.leads.first().focus();
  await page.keyboard.press('e');
  await page.keyboard.press('x');
  await expect(page.getByText('1 selected')).toHaveCount(0);
  await page.keyboard.press('F2');
  await expect(leadlog.field('Name of Alpha')).toBeFocused();
});

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk '.repeat(3).trim();

test.describe('on the narrowest phone, in German', () => {
  test.use({ words: de, viewport: { width: 360, height: 640 }, hasTouch: true });

  test('every screen is in reach, and none has to be scrolled across', async ({
    api,
    leadlog,
    page,
  }) => {
    await api.createAll([{ name: LONG, owner: LONG.slice(0, 150) }, { name: 'Alpha' }]);
    await leadlog.open();
    const nav = page.getByRole('navigation', { name: de.screens });
    for (const name of [de.board, de.overview, 'Team', de.leads]) {
      await nav.getByRole('link', { name, exact: true }).tap();
      await expect(nav.getByRole('link', { name, exact: true })).toHaveAttribute(
        'aria-current',
        'page',
      );
      await expect(page.locator('.skeleton')).toHaveCount(0);
      const across = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(across, name).toBe(0);
    }
  });
});
