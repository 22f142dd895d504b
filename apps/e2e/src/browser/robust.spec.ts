import type { Locator, Page } from '@playwright/test';
import { daysAgo } from '../service/leads.ts';
import { expect, test } from './test.ts';
import { en } from './words.ts';

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk '.repeat(3).trim();
const STRANGE = [
  { name: LONG, domain: `${'a'.repeat(60)}.${'b'.repeat(31)}.example`, owner: LONG },
  { name: 'شركة الاختبار المحدودة', owner: 'محمد', primary_contact: { last_name: 'الأحمد' } },
  { name: '‮gnorts', domain: 'bidi.example' },
  { name: '👩‍👩‍👧‍👦'.repeat(20) },
];

const overhang = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return { across: scrollWidth - clientWidth, down: scrollHeight - clientHeight };
  });

test('names of any length and direction break no row', async ({ api, leadlog, page }) => {
  await api.createAll(STRANGE);
  await api.create({ name: 'Acme GmbH', domain: 'acme.example' });
  await leadlog.open();
  await expect(leadlog.leads).toHaveCount(STRANGE.length + 1);
  expect(await overhang(page)).toEqual({ across: 0, down: 0 });
  const rows = page.getByRole('row');
  const heights = new Set<number>();
  for (const row of (await rows.all()).slice(1))
    heights.add(Math.round((await row.boundingBox())?.height ?? 0));
  expect(heights.size).toBe(1);
  const left = async (name: string) => (await leadlog.page.getByTitle(name).boundingBox())?.x;
  expect(await left('شركة الاختبار المحدودة')).toBe(await left('Acme GmbH'));
});

test('at 200 % everything is there, and nothing has to be scrolled across', async ({
  api,
  leadlog,
  page,
}) => {
  await api.createAll(STRANGE);
  // What a window of 1280 × 800 has left when its page is twice as large.
  await page.setViewportSize({ width: 640, height: 400 });
  await leadlog.open();
  await expect(leadlog.leads).toHaveCount(STRANGE.length);
  expect((await overhang(page)).across).toBe(0);
  await expect(page.getByRole('link', { name: en.newLead })).toBeVisible();
  await leadlog.button('Industry').click();
  await expect(page.getByRole('menuitemradio', { name: 'Technology' })).toBeVisible();
});

test('a name without a space leaves the way back in its message', async ({
  api,
  leadlog,
  page,
}) => {
  const name = 'Donaudampfschifffahrt'.repeat(5);
  await api.create({ name });
  await leadlog.open();
  await leadlog.changeStatus(name, en.new, en.lost);
  const message = page.locator('mat-snack-bar-container');
  const right = async (it: Locator) =>
    it.evaluate((element) => element.getBoundingClientRect().right);
  expect(await right(leadlog.button(en.undo))).toBeLessThan(await right(message));
});

test('a double click makes one lead', async ({ api, leadlog }) => {
  await leadlog.open('leads/new');
  await leadlog.field(en.name).fill('Acme GmbH');
  await leadlog.button(en.create).dblclick();
  await expect(leadlog.heading('Acme GmbH')).toBeVisible();
  expect(await api.position()).toBe(1);
});

test('a lead that is about to lose points says when and why', async ({ api, leadlog, page }) => {
  await api.create({ name: 'Acme GmbH', last_activity_at: daysAgo(5) });
  await api.create({ name: 'Beta AG', last_activity_at: daysAgo(1) });
  await leadlog.open();
  const day = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'Europe/Berlin' }).format(
    Date.now() + 2 * 24 * 60 * 60 * 1000,
  );
  const badge = leadlog.button(`${en.priorityOf('Acme GmbH', 30)} ${day.slice(0, 3)}`);
  await expect(badge).toContainText(day.slice(0, 3));
  await expect(leadlog.button(en.priorityOf('Beta AG', 30))).toHaveText('30');
  await badge.hover();
  await expect(page.getByRole('tooltip')).toContainText(
    `Loses 10 points on ${day}: no activity for 7 days.`,
  );
});
