import { refuse } from './leadlog.ts';
import { expect, test } from './test.ts';
import { de, en } from './words.ts';

const STATUS_CHANGE = /\/leads\/\d+\/status\?/;

for (const [language, words] of Object.entries({ en, de }))
  test.describe(`in ${language}`, () => {
    test.use({ words });

    test('a refused change shows at once, falls back, and the reason is told', async ({
      api,
      leadlog,
      page,
    }) => {
      await api.create({ name: 'Acme GmbH' });
      await leadlog.open();
      const answer = Promise.withResolvers<void>();
      await page.route(STATUS_CHANGE, async (route) => {
        await answer.promise;
        await refuse(route, { type: '/problems/unavailable', status: 503 });
      });

      await leadlog.changeStatus('Acme GmbH', words.new, words.lost);
      await expect(leadlog.status('Acme GmbH', words.lost)).toBeVisible();
      answer.resolve();
      await expect(leadlog.status('Acme GmbH', words.new)).toBeVisible();
      const notice = page.getByText(words.stays('Acme GmbH', words.new));
      await expect(notice).toContainText(words.unavailable);
      expect((await api.lead(1)).status).toBe('new');

      await page.unroute(STATUS_CHANGE);
      await leadlog.changeStatus('Acme GmbH', words.new, words.lost);
      await expect(leadlog.status('Acme GmbH', words.lost)).toBeVisible();
      await expect.poll(async () => (await api.lead(1)).status).toBe('lost');
    });
  });

test('a change on the lead page is part of its history at once', async ({ api, leadlog }) => {
  await api.create({ name: 'Acme GmbH' });
  await leadlog.open('leads/1');
  await leadlog.changeStatus('Acme GmbH', en.new, en.qualified);
  await expect(leadlog.history.first()).toContainText(en.changed(en.new, en.qualified));
  await expect(leadlog.history.first()).toContainText(en.moved(10, 50));
});

test('a lead that no longer fits the filter leaves the list', async ({ api, leadlog, page }) => {
  await api.createAll([{ name: 'Acme GmbH' }, { name: 'Beta AG' }]);
  await leadlog.open('leads?status=new');
  await expect(leadlog.leads).toHaveText(['Acme GmbH', 'Beta AG']);
  await leadlog.changeStatus('Acme GmbH', en.new, en.lost);
  await expect(leadlog.leads).toHaveText(['Beta AG']);
  const filter = page.getByRole('group', { name: 'Filter by status' });
  await expect(filter.getByRole('button')).toHaveText([
    /All\s*2/,
    /New\s*1/,
    /Qualified\s*0/,
    /Lost\s*1/,
  ]);
});
