import { readFile } from 'node:fs/promises';
import { expect, test } from './test.ts';
import { de, en } from './words.ts';

for (const words of [en, de])
  test.describe(words.locale, () => {
    test.use({ words });

    test('what the list finds is saved as CSV, in its order', async ({ api, leadlog, page }) => {
      await api.createAll([
        { name: 'Gamma', industry: 'tech' },
        { name: 'Alpha', industry: 'tech' },
        { name: 'Beta', industry: 'retail' },
      ]);
      await leadlog.open('leads?industry=tech&sort=name');
      await expect(leadlog.leads).toHaveText(['Alpha', 'Gamma']);
      await leadlog.button(words.more).click();
      const downloading = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: words.exportLeads }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toMatch(/\.csv$/);
      const [header, ...rows] = (await readFile(await download.path(), 'utf8'))
        .trim()
        .split('\r\n');
      expect(header).toContain('id,name,domain');
      expect(rows.map((row) => row.split(',')[1])).toEqual(['Alpha', 'Gamma']);
      await expect(page.getByText(download.suggestedFilename())).toBeVisible();
    });
  });
