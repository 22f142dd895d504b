import { daysAgo, fullLead } from '../service/leads.ts';
import { expect, test } from './test.ts';
import { de, en, type Words } from './words.ts';

for (const [language, words] of Object.entries({ en, de }) as [string, Words][])
  test.describe(`in ${language}`, () => {
    test.use({ words });

    test('the overview shows figures as bars and tables', async ({ api, leadlog, page }) => {
      await api.createAll([
        fullLead(),
        { name: 'Beta', status: 'qualified', last_activity_at: daysAgo(40) },
        { name: 'Gamma', status: 'lost' },
        { name: 'Delta' },
      ]);
      await leadlog.open('overview');
      await expect(leadlog.heading(words.overview)).toBeVisible();
      const byStatus = page.getByRole('table', { name: words.byStatus });
      await expect(byStatus.getByRole('row')).toHaveText([
        /./,
        new RegExp(`${words.new}\\s*2\\s*50`),
        new RegExp(`${words.qualified}\\s*1\\s*25`),
        new RegExp(`${words.lost}\\s*1\\s*25`),
      ]);
      const byWeek = page.getByRole('table', { name: words.byWeek });
      await expect(byWeek.getByRole('row')).toHaveCount(27);
      await expect(byWeek.getByRole('row').nth(1)).toContainText(/4\s*1$/);
      await leadlog.button(words.asTable).click();
      await expect(byWeek).toBeVisible();
      await expect(leadlog.button(words.asChart)).toBeFocused();
    });

    test('tenants stand side by side, and one is chosen by a link', async ({
      api,
      leadlog,
      otherApi,
      page,
    }) => {
      await api.createAll([fullLead(), { name: 'Beta' }]);
      await otherApi.create({ name: 'Theirs' });
      await leadlog.open('team');
      await expect(leadlog.heading(words.team)).toBeVisible();
      const row = page.getByRole('row').filter({ hasText: api.tenant });
      await expect(row.getByRole('cell').first()).toHaveText('2');
      await page.getByRole('link', { name: otherApi.tenant, exact: true }).click();
      await expect(leadlog.heading(words.leads)).toBeVisible();
      await expect(leadlog.leads).toHaveText(['Theirs']);
      await expect(leadlog.button(words.tenant(otherApi.tenant))).toBeVisible();
    });
  });

test('a figure opens the leads that it counts', async ({ api, leadlog, page }) => {
  await api.createAll([
    { name: 'Alpha', status: 'qualified' },
    { name: 'Beta', last_activity_at: daysAgo(40) },
    { name: 'Gamma', last_activity_at: daysAgo(2) },
    { ...fullLead(), name: 'Delta', status: 'qualified', last_activity_at: daysAgo(1) },
  ]);
  await leadlog.open('overview');
  await page.getByRole('link', { name: en.qualified, exact: true }).click();
  await expect(leadlog.leads).toHaveText(['Delta', 'Alpha']);
  await page.goBack();
  await page.getByRole('link', { name: '120 to 145', exact: true }).click();
  await expect(leadlog.leads).toHaveText(['Delta']);
});

test('the figures follow what others do', async ({ api, leadlog, page }) => {
  await api.create({ name: 'Alpha' });
  const feed = page.waitForRequest('**/events');
  await leadlog.open('overview');
  await feed;
  await expect(page.getByRole('link', { name: /^Leads\s*1$/ })).toBeVisible();
  await api.create({ name: 'Beta' });
  await expect(page.getByRole('link', { name: /^Leads\s*2$/ })).toBeVisible();
});

test('the team overview is sorted by its head, and its address says so', async ({
  api,
  leadlog,
  otherApi,
  page,
}) => {
  await api.createAll([{ name: 'A' }, { name: 'B' }]);
  await otherApi.create({ name: 'Theirs' });
  await leadlog.open('team');
  await page.getByRole('columnheader', { name: 'Leads' }).getByRole('button').click();
  await expect(page).toHaveURL(/team\?sort=-total$/);
  await expect(page.getByRole('columnheader', { name: 'Leads' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await page.reload();
  const names = page.getByRole('rowheader').getByRole('link');
  await expect(names.filter({ hasText: api.tenant })).toBeVisible();
  const all = await names.allTextContents();
  expect(all.indexOf(api.tenant)).toBeLessThan(all.indexOf(otherApi.tenant));
});
