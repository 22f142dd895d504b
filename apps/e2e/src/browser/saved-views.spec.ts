import type { Page } from '@playwright/test';
import { expectInSight } from './overhang.ts';
import { expect, test } from './test.ts';
import { de, en, type Words } from './words.ts';

const dialog = (page: Page, words: Words) => page.getByRole('dialog', { name: words.savedViews });

const SIZES = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true },
};

for (const [size, options] of Object.entries(SIZES))
  for (const words of [en, de])
    test.describe(`${size}, ${words.locale}`, () => {
      test.use({ ...options, words });

      test('a view is saved, opened, renamed, deleted and brought back', async ({
        api,
        leadlog,
        page,
      }) => {
        await api.createAll([
          { name: 'Alpha', industry: 'tech' },
          { name: 'Beta', industry: 'retail' },
        ]);
        await leadlog.open('leads?industry=tech&sort=name');
        await leadlog.button(words.savedViews).click();
        await expect(leadlog.field(words.saveView)).toBeFocused();
        await page.keyboard.type('Technik & Co.');
        await page.keyboard.press('Enter');
        await expect(
          dialog(page, words).getByRole('link', { name: 'Technik & Co.' }),
        ).toBeVisible();
        await expectInSight(dialog(page, words));
        await page.keyboard.press('Escape');
        await expect(dialog(page, words)).toBeHidden();
        await expect(leadlog.button(words.savedViews)).toBeFocused();

        await leadlog.open();
        await expect(leadlog.leads).toHaveCount(2);
        await leadlog.button(words.savedViews).click();
        await dialog(page, words).getByRole('link', { name: 'Technik & Co.' }).click();
        await expect(leadlog.leads).toHaveText(['Alpha']);
        await expect(page).toHaveURL(/leads\?industry=tech&sort=name$/);

        await leadlog.button(words.savedViews).click();
        await leadlog.button(words.renameView('Technik & Co.')).click();
        await leadlog.field(words.viewName).fill('Technik');
        await page.keyboard.press('Enter');
        await leadlog.button(words.deleteView('Technik')).click();
        await expect(dialog(page, words).getByRole('link')).toHaveCount(0);
        await page.keyboard.press('Escape');
        await leadlog.button(words.undo).click();
        await expect
          .poll(async () => (await api.get('/views')).text)
          .toContain('{"name":"Technik","query":{"industry":"tech","sort":"name"}}');
      });
    });

test('the palette opens a saved view', async ({ api, leadlog, page }) => {
  await api.createAll([{ name: 'Alpha', status: 'lost' }, { name: 'Beta' }]);
  await api.put('/views/Gone', { query: { status: 'lost' } });
  await leadlog.open();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('gone');
  await expect(page.getByRole('option').first()).toContainText('View: Gone');
  await page.keyboard.press('Enter');
  await expect(leadlog.leads).toHaveText(['Alpha']);
});
