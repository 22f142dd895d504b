import { refuse } from './leadlog.ts';
import { expect, test } from './test.ts';
import { en } from './words.ts';

const LIST = /\/leads\?/;

const numbered = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ name: `Firma ${String(n + 1).padStart(2, '0')}` }));

test('search, filter, order and page live in the address', async ({ api, leadlog, page }) => {
  await api.createAll([
    ...numbered(45),
    { name: 'Andere AG' },
    { name: 'Firma X', status: 'lost' },
  ]);
  await leadlog.open();
  await page.getByRole('searchbox', { name: 'Search leads' }).pressSequentially('firma');
  await expect(page).toHaveURL(/[?&]q=firma/);
  const filter = page.getByRole('group', { name: 'Filter by status' });
  await expect(filter.getByRole('button')).toHaveText([
    /All\s*46/,
    /New\s*45/,
    /Qualified\s*0/,
    /Lost\s*1/,
  ]);
  await filter.getByRole('button', { name: en.new }).click();
  await page.getByRole('columnheader', { name: en.name }).getByRole('button').click();
  await expect(page).toHaveURL(/[?&]sort=name/);
  const expectPage = async (first: string, count: number, range: string) => {
    await expect(leadlog.leads.first()).toHaveText(first);
    await expect(leadlog.leads).toHaveCount(count);
    await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText(range);
  };
  await expectPage('Firma 01', 20, '1–20 of 45');
  await leadlog.button('Next page').click();
  await expectPage('Firma 21', 20, '21–40 of 45');
  await leadlog.button('Next page').click();
  await expectPage('Firma 41', 5, '41–45 of 45');

  await page.reload();
  await expectPage('Firma 41', 5, '41–45 of 45');
  await expect(page.getByRole('searchbox')).toHaveValue('firma');
  await leadlog.leads.first().click();
  await expect(leadlog.heading('Firma 41')).toBeVisible();
  await page.goBack();
  await expectPage('Firma 41', 5, '41–45 of 45');
  await page.goBack();
  await expectPage('Firma 21', 20, '21–40 of 45');
  await page.goForward();
  await expectPage('Firma 41', 5, '41–45 of 45');
});

test('the way back from a lead leads to the same page of the list', async ({
  api,
  leadlog,
  page,
}) => {
  await api.createAll(numbered(25));
  await leadlog.open('leads?sort=name&page=2');
  await leadlog.leads.first().click();
  await expect(leadlog.heading('Firma 21')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: en.leads, exact: true }).click();
  await expect(page).toHaveURL(/sort=name/);
  await expect(leadlog.leads.first()).toHaveText('Firma 21');
});

test('a column sorts, and sorts the other way round', async ({ api, leadlog, page }) => {
  await api.createAll([{ name: 'Beta' }, { name: 'alpha' }, { name: 'Ärger' }]);
  await leadlog.open();
  const column = page.getByRole('columnheader', { name: en.name });
  await column.getByRole('button').click();
  await expect(column).toHaveAttribute('aria-sort', 'ascending');
  await expect(leadlog.leads).toHaveText(['alpha', 'Beta', 'Ärger']);
  await column.getByRole('button').click();
  await expect(column).toHaveAttribute('aria-sort', 'descending');
  await expect(leadlog.leads).toHaveText(['Ärger', 'Beta', 'alpha']);
});

test('a priority explains itself', async ({ api, leadlog, page }) => {
  await api.create({ name: 'Acme GmbH', employee_count: 120, industry: 'tech' });
  await leadlog.open();
  await leadlog.button(en.priorityOf('Acme GmbH', 45)).hover();
  const explanation = page.getByRole('tooltip');
  await expect(explanation).toContainText('45 of 145 points');
  await expect(explanation).toContainText('Company size');
});

test('an empty tenant says how to get leads', async ({ page, leadlog, tenant }) => {
  await leadlog.open();
  await expect(page.getByRole('heading', { name: `No leads in “${tenant}” yet` })).toBeVisible();
  await expect(page.getByText('npm run demo')).toBeVisible();
  await page.getByRole('link', { name: en.newLead }).first().click();
  await expect(leadlog.heading(en.newLead)).toBeVisible();
});

test('a search without a hit can be taken back', async ({ api, leadlog, page }) => {
  await api.create({ name: 'Acme GmbH' });
  await leadlog.open('leads?q=%25&status=lost');
  await expect(page.getByRole('heading', { name: 'No lead matches' })).toBeVisible();
  await leadlog.button('Clear search and filter').click();
  await expect(leadlog.leads).toHaveText(['Acme GmbH']);
});

test('a list that cannot be loaded says why, and can be asked for again', async ({
  api,
  leadlog,
  page,
}) => {
  await api.create({ name: 'Acme GmbH' });
  await page.route(LIST, (route) =>
    route.request().resourceType() === 'document'
      ? route.continue()
      : refuse(route, { type: '/problems/unavailable', status: 503 }),
  );
  await leadlog.open();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(en.unavailable);
  await expect(alert).toContainText('of-the-test');
  await page.unroute(LIST);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(leadlog.leads).toHaveText(['Acme GmbH']);
});

test('an address without a lead says so', async ({ leadlog, page }) => {
  await leadlog.open('leads/17');
  await expect(leadlog.heading('No such lead')).toBeVisible();
  await page.getByRole('link', { name: 'Back to the leads' }).click();
  await expect(leadlog.heading(en.leads)).toBeVisible();
});
