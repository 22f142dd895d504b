import type { Locator, Page } from '@playwright/test';
import { refuse } from './leadlog.ts';
import { expect, test } from './test.ts';
import { de, en, type Words } from './words.ts';

const STATUS_CHANGE = /\/leads\/\d+\/status\?/;

/** The leads of a column, by the name of its status. */
const cards = (page: Page, status: string): Locator =>
  page.getByRole('list', { name: status, exact: true }).getByRole('link');

/** From the middle of one thing to the middle of another, in steps like a hand's. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await lift(page, from);
  await over(page, to);
  await page.mouse.up();
}

async function lift(page: Page, card: Locator): Promise<void> {
  await card.hover();
  await page.mouse.down();
}

async function over(page: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('there is nothing to drag to');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 12 });
}

const column = (page: Page, status: string) =>
  page.getByRole('list', { name: status, exact: true });

for (const [language, words] of Object.entries({ en, de }) as [string, Words][])
  test.describe(`in ${language}`, () => {
    test.use({ words });

    test('a card is dragged to another status, and back by Undo', async ({
      api,
      leadlog,
      page,
    }) => {
      await api.createAll([{ name: 'Alpha' }, { name: 'Beta', domain: 'beta.example' }]);
      await leadlog.open('board');
      await expect(cards(page, words.new)).toHaveText(['Beta', 'Alpha']);
      await expect(page.getByRole('heading', { level: 2 })).toHaveText([
        `${words.new} 2`,
        `${words.qualified} 0`,
        `${words.lost} 0`,
      ]);
      await drag(page, cards(page, words.new).first(), column(page, words.qualified));
      await expect(cards(page, words.qualified)).toHaveText(['Beta']);
      await expect(leadlog.button(words.priorityOf('Beta', 60))).toBeVisible();
      await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(`${words.new} 1`);
      await leadlog.button(words.undo).click();
      await expect(cards(page, words.new)).toHaveText(['Beta', 'Alpha']);
      expect((await api.history(2)).map(({ type }) => type)).toEqual([
        'LeadCreated',
        'StatusChanged',
        'StatusChanged',
      ]);
    });

    test('a refused card shows at once, goes back, and the reason is told', async ({
      api,
      leadlog,
      page,
    }) => {
      await api.create({ name: 'Alpha' });
      await leadlog.open('board');
      const answer = Promise.withResolvers<void>();
      await page.route(STATUS_CHANGE, async (route) => {
        await answer.promise;
        await refuse(route, { type: '/problems/unavailable', status: 503 });
      });
      await drag(page, cards(page, words.new), column(page, words.lost));
      await expect(cards(page, words.lost)).toHaveText(['Alpha']);
      answer.resolve();
      await expect(cards(page, words.new)).toHaveText(['Alpha']);
      await expect(page.getByText(words.stays('Alpha', words.new))).toContainText(
        words.unavailable,
      );
      expect((await api.lead(1)).status).toBe('new');
    });

    test('a card is picked up, carried and dropped by keys', async ({ api, leadlog, page }) => {
      await api.createAll([{ name: 'Alpha' }, { name: 'Beta', status: 'qualified' }]);
      await leadlog.open('board');
      await cards(page, words.new).focus();
      await page.keyboard.press('Space');
      await expect(page.getByText(words.pickedUp('Alpha', words.new))).toBeAttached();
      await page.keyboard.press('ArrowRight');
      await expect(page.getByText(words.over(words.qualified, 1, 2))).toBeAttached();
      await page.keyboard.press('Escape');
      await expect(cards(page, words.new)).toBeFocused();
      expect((await api.lead(1)).status).toBe('new');

      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await expect(cards(page, words.qualified)).toHaveText(['Alpha', 'Beta']);
      await expect(cards(page, words.qualified).first()).toBeFocused();
      await expect.poll(async () => (await api.lead(1)).status).toBe('qualified');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(leadlog.heading('Beta')).toBeVisible();
    });
  });

test('a menu moves a card as well', async ({ api, leadlog, page }) => {
  await api.create({ name: 'Alpha' });
  await leadlog.open('board');
  await leadlog.button('Move Alpha to another status').click();
  await page.getByRole('menuitemradio', { name: en.lost }).click();
  await expect(cards(page, en.lost)).toHaveText(['Alpha']);
  await expect(leadlog.button('Move Alpha to another status')).toBeFocused();
  await expect.poll(async () => (await api.lead(1)).status).toBe('lost');
});

test('a column shows its first cards, and more when asked', async ({ api, leadlog, page }) => {
  await Promise.all(Array.from({ length: 25 }, (_, n) => api.create({ name: `Lead ${n}` })));
  await leadlog.open('board');
  await expect(cards(page, en.new)).toHaveCount(20);
  await leadlog.button('Show 20 more').click();
  await expect(cards(page, en.new)).toHaveCount(25);
});

test('the board is searched and narrowed, and its address says so', async ({
  api,
  leadlog,
  page,
}) => {
  await api.createAll([
    { name: 'Alpha', owner: 'mara' },
    { name: 'Beta', owner: 'jens' },
  ]);
  await leadlog.open('board?owner=jens');
  await expect(cards(page, en.new)).toHaveText(['Beta']);
  await page.getByRole('searchbox').fill('alp');
  await expect(cards(page, en.new)).toHaveCount(0);
  await leadlog.button('Clear filters').click();
  await expect(cards(page, en.new)).toHaveText(['Alpha']);
  await expect(page).toHaveURL(/board\?q=alp$/);
});

test('from a card one goes on through its column, and back to the board', async ({
  api,
  leadlog,
  page,
}) => {
  await api.createAll([
    { name: 'Alpha', owner: 'mara' },
    { name: 'Beta', owner: 'mara' },
    { name: 'Gamma' },
    { name: 'Delta', owner: 'mara', status: 'lost' },
  ]);
  await leadlog.open('board?owner=mara');
  await page.getByRole('link', { name: 'Alpha' }).click();
  await expect(leadlog.heading('Alpha')).toBeVisible();
  await page.keyboard.press('j');
  await expect(leadlog.heading('Beta')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: en.board, exact: true }).click();
  await expect(page).toHaveURL(/board\?owner=mara$/);
  await expect(cards(page, en.lost)).toHaveText(['Delta']);
});

test('what others do appears, and nothing moves below the pointer', async ({
  api,
  leadlog,
  page,
}) => {
  await api.createAll([{ name: 'Alpha' }, { name: 'Beta' }]);
  const feed = page.waitForRequest('**/events');
  await leadlog.open('board');
  await feed;
  await api.changeStatus(1, 'qualified');
  await expect(cards(page, en.qualified)).toHaveText(['Alpha']);

  await cards(page, en.new).hover();
  await api.changeStatus(2, 'lost');
  await expect(page.getByText('By now “Lost”')).toBeVisible();
  await expect(cards(page, en.new)).toHaveText(['Beta']);
  await leadlog.button('1 change – show').click();
  await expect(cards(page, en.lost)).toHaveText(['Beta']);
});

test('while a card is carried, its place is shown by its priority', async ({
  api,
  leadlog,
  page,
}) => {
  await api.createAll([
    { name: 'Alpha' },
    { name: 'High', status: 'qualified', domain: 'high.example' },
    { name: 'Low', status: 'qualified' },
  ]);
  await leadlog.open('board');
  await lift(page, cards(page, en.new));
  await over(page, column(page, en.qualified));
  const items = column(page, en.qualified).locator('> li:not(.cdk-drag-placeholder)');
  await expect(items).toHaveText([/High/, '', /Low/]);
  await over(page, page.getByRole('heading', { level: 2, name: en.new }));
  await over(page, column(page, en.new));
  await expect(items).toHaveCount(2);
  await page.mouse.up();
  await expect(cards(page, en.new)).toHaveText(['Alpha']);
  expect(await api.position()).toBe(3);
});

test('Escape puts a card back that a pointer carries', async ({ api, leadlog, page }) => {
  await api.createAll([{ name: 'Alpha' }, { name: 'Beta', status: 'qualified' }]);
  await leadlog.open('board');
  await lift(page, cards(page, en.new));
  await over(page, column(page, en.qualified));
  const items = column(page, en.qualified).locator('> li:not(.cdk-drag-placeholder)');
  await expect(items).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(items).toHaveCount(1);
  await expect(page.locator('.cdk-drag-preview')).toHaveCount(0);
  await page.mouse.up();
  await expect(cards(page, en.new)).toHaveText(['Alpha']);
  expect(await api.position()).toBe(2);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  const tab = (page: Page, status: string) =>
    page.getByRole('group', { name: 'Filter by status' }).getByRole('button', { name: status });

  /** Fingers as the browser's own protocol moves them. */
  async function touch(page: Page) {
    const session = await page.context().newCDPSession(page);
    return async (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
      });
  }

  const middleOf = async (target: Locator) => {
    const box = await target.boundingBox();
    if (box === null) throw new Error('there is nothing to touch');
    return [box.x + box.width / 2, box.y + box.height / 2] as const;
  };

  test('a card goes to the name of another status', async ({ api, leadlog, page }) => {
    await api.createAll([{ name: 'Alpha' }, { name: 'Beta' }]);
    await page.clock.install();
    await leadlog.open('board');
    await expect(tab(page, en.new)).toHaveText(/New\s*2/);
    const finger = await touch(page);
    const [x, y] = await middleOf(cards(page, en.new).first());
    const [toX, toY] = await middleOf(tab(page, en.lost));
    await finger('touchStart', x, y);
    await page.clock.fastForward('01');
    await finger('touchMove', x, y - 40);
    await expect(page.locator('.cdk-drag-preview')).toBeVisible();
    await finger('touchMove', (x + toX) / 2, (y + toY) / 2);
    await finger('touchMove', toX, toY);
    await finger('touchEnd');
    await expect(tab(page, en.lost)).toHaveText(/Lost\s*1/);
    await expect(cards(page, en.new)).toHaveText(['Beta']);
    await tab(page, en.lost).tap();
    await expect(cards(page, en.lost)).toHaveText(['Alpha']);
    await expect(page).toHaveURL(/board\?status=lost$/);
  });

  test('a menu moves a card by touch', async ({ api, leadlog, page }) => {
    await api.create({ name: 'Alpha' });
    await leadlog.open('board');
    await leadlog.button('Move Alpha to another status').tap();
    await page.getByRole('menuitemradio', { name: en.qualified }).tap();
    await expect(tab(page, en.qualified)).toHaveText(/Qualified\s*1/);
    await expect(cards(page, en.new)).toHaveCount(0);
  });
});
