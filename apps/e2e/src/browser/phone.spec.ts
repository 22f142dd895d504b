import { fullLead } from '../service/leads.ts';
import { expectNoOverhang } from './overhang.ts';
import { expect, test } from './test.ts';
import { de, en } from './words.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk '.repeat(3).trim();

// 320 is what 400 % leave of a screen of 1280 (WCAG 1.4.10), with the longer words.
for (const [width, words] of [
  [390, en],
  [320, de],
] as const)
  test.describe(`at a width of ${width}, ${words.locale}`, () => {
    test.use({ viewport: { width, height: 640 }, words });

    test('no screen has to be scrolled across', async ({ api, leadlog, page }) => {
      await api.createAll([fullLead(), { name: LONG, domain: `${'a'.repeat(60)}.example` }]);
      await api.changeStatus(1, 'qualified');
      for (const path of [
        'leads',
        'leads?q=nothing',
        'leads?industry=tech&min_priority=30&contact=ada',
        'leads/new',
        'board',
        'overview',
        'team',
        'board?industry=tech&owner=mara',
        'leads/import',
        'leads/1',
        'leads/2',
        'leads/9',
      ])
        await test.step(path, async () => {
          await leadlog.open(path);
          await expect(page.locator('.skeleton')).toHaveCount(0);
          await expectNoOverhang(page);
        });
    });
  });

test('a status is changed and a priority explained by touch', async ({ api, leadlog, page }) => {
  await api.create({ name: 'Acme GmbH' });
  await leadlog.open();
  await leadlog.status('Acme GmbH', en.new).tap();
  await page.getByRole('menuitemradio', { name: en.lost }).tap();
  await expect(leadlog.status('Acme GmbH', en.lost)).toBeVisible();
  await leadlog.button(en.priorityOf('Acme GmbH', 0)).tap();
  await expect(page.getByRole('tooltip')).toBeVisible();
});

test('leads are selected and changed together by touch', async ({ api, leadlog, page }) => {
  await api.createAll([{ name: 'Alpha' }, { name: 'Beta' }, { name: 'Gamma' }]);
  await leadlog.open();
  await page.getByRole('checkbox', { name: 'Select Alpha' }).tap();
  await page.getByRole('checkbox', { name: 'Select Gamma' }).tap();
  const bar = page.getByRole('region', { name: 'Selected leads' });
  await bar.getByRole('button', { name: en.lost }).tap();
  await expect(leadlog.status('Alpha', en.lost)).toBeVisible();
  await expect(leadlog.status('Gamma', en.lost)).toBeVisible();
  await leadlog.button(en.undo).tap();
  await expect(leadlog.status('Alpha', en.new)).toBeVisible();
});

test('the palette works by touch', async ({ api, leadlog, page }) => {
  await api.create({ name: 'Acme GmbH' });
  await leadlog.open();
  await leadlog.button('Go to …').tap();
  await page.getByRole('option', { name: 'Acme GmbH' }).tap();
  await expect(leadlog.heading('Acme GmbH')).toBeVisible();
});
