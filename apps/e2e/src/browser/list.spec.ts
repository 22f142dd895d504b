import { refuse } from './leadlog.ts';
import { expect, test } from './test.ts';
import { en } from './words.ts';

const LIST = /\/leads\?/;

const numbered = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ name: `Firma ${String(n + 1).padStart(2, '0')}` }));

test('search, filters, order and length live in the address', async ({ api, leadlog, page }) => {
  await api.createAll([
    ...numbered(55),
    { name: 'Andere AG' },
    { name: 'Firma X', status: 'lost' },
    { name: 'Firma Y', industry: 'tech', owner: 'mara', domain: 'y.example' },
  ]);
  await leadlog.open();
  await page.getByRole('searchbox', { name: 'Search leads' }).pressSequentially('firma');
  await expect(page).toHaveURL(/[?&]q=firma/);
  const filter = page.getByRole('group', { name: 'Filter by status' });
  await expect(filter.getByRole('button')).toHaveText([
    /All\s*57/,
    /New\s*56/,
    /Qualified\s*0/,
    /Lost\s*1/,
  ]);
  await filter.getByRole('button', { name: en.new }).click();
  await page.getByRole('columnheader', { name: en.name }).getByRole('button').click();
  await expect(page).toHaveURL(/[?&]sort=name/);
  const expectRows = async (count: number) => {
    await expect(leadlog.leads.first()).toHaveText('Firma 01');
    await expect(leadlog.leads).toHaveCount(count);
    await expect(page.getByText(`${count} of 56`)).toBeVisible();
  };
  await expectRows(50);
  await leadlog.button('Show 50 more').click();
  await expectRows(56);

  await page.reload();
  await expectRows(56);
  await expect(page.getByRole('searchbox')).toHaveValue('firma');
  await leadlog.leads.last().click();
  await expect(leadlog.heading('Firma Y')).toBeVisible();
  await page.goBack();
  await expectRows(56);
  await page.goBack();
  await expect(page).not.toHaveURL(/sort=name/);
  await page.goForward();
  await expectRows(56);
});

test('each filter narrows the list, is counted, and goes again', async ({ api, leadlog, page }) => {
  await api.createAll([
    { name: 'Alpha', industry: 'tech', owner: 'mara' },
    { name: 'Beta', industry: 'energy', owner: 'jo', status: 'qualified' },
    { name: 'Gamma', primary_contact: { last_name: 'Lovelace' } },
    { name: 'Delta' },
  ]);
  await api.post('/leads/4/archive');
  await leadlog.open();
  await expect(leadlog.leads).toHaveText(['Beta', 'Gamma', 'Alpha']);

  await leadlog.button('Industry').click();
  await page.getByRole('menuitemradio', { name: 'Technology' }).click();
  await expect(leadlog.leads).toHaveText(['Alpha']);
  await expect(page).toHaveURL(/industry=tech/);
  await leadlog.button('Industry: Technology').click();
  await page.getByRole('menuitemradio', { name: 'Any' }).click();

  await leadlog.button('Priority').first().click();
  await page.getByRole('menuitemradio', { name: 'at least 30' }).click();
  await expect(leadlog.leads).toHaveText(['Beta', 'Gamma']);
  await leadlog.button('Contact').click();
  await leadlog.field('Contact').fill('love');
  await page.keyboard.press('Enter');
  await expect(leadlog.leads).toHaveText(['Gamma']);
  await expect(page).toHaveURL(/min_priority=30&contact=love/);
  await leadlog.button('Clear filters').click();
  await expect(leadlog.leads).toHaveCount(3);

  await leadlog.button('Owner').click();
  await leadlog.field('Owner').fill('jo');
  await leadlog.button('Apply').click();
  await expect(leadlog.leads).toHaveText(['Beta']);
  await leadlog.button('Owner: jo').click();
  await leadlog.button('Remove').click();
  await leadlog.button('Archived').click();
  await expect(leadlog.leads).toHaveText(['Delta']);
  await page.reload();
  await expect(leadlog.leads).toHaveText(['Delta']);
});

test('rows and columns are as they were left', async ({ api, leadlog, page }) => {
  await api.create({ name: 'Acme GmbH', owner: 'mara' });
  await leadlog.open();
  const column = (name: string) => page.getByRole('columnheader', { name, exact: true });
  const width = async (name: string) => (await column(name).boundingBox())?.width ?? 0;
  await expect(column('Owner')).toHaveCount(0);
  await leadlog.button('View').click();
  await page.getByRole('checkbox', { name: 'Owner' }).check();
  await page.getByRole('checkbox', { name: 'Industry' }).uncheck();
  await page.getByRole('radio', { name: 'Dense' }).check();
  const before = await width('Owner');
  for (let n = 0; n < 5; n++) await leadlog.button('Make Owner wider').click();
  await expect.poll(() => width('Owner')).toBeGreaterThan(before + 60);
  await page.keyboard.press('Escape');

  await page.reload();
  await expect(column('Owner')).toBeVisible();
  await expect(column('Industry')).toHaveCount(0);
  expect(await width('Owner')).toBeGreaterThan(before + 60);
  const edge = await column('Domain').boundingBox();
  if (edge === null) throw new Error('no column');
  await page.mouse.move(edge.x + edge.width - 3, edge.y + 12);
  await page.mouse.down();
  await page.mouse.move(edge.x + edge.width - 80, edge.y + 12);
  await page.mouse.up();
  await expect.poll(() => width('Domain')).toBeLessThan(edge.width - 20);
});

test('the way back from a lead leads to the same list', async ({ api, leadlog, page }) => {
  await api.createAll(numbered(55));
  await leadlog.open('leads?sort=name&rows=100');
  await leadlog.leads.nth(52).click();
  await expect(leadlog.heading('Firma 53')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: en.leads, exact: true }).click();
  await expect(page).toHaveURL(/sort=name/);
  await expect(leadlog.leads).toHaveCount(55);
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

test('a server that goes away leaves what is known on the screen', async ({
  api,
  leadlog,
  page,
}) => {
  await api.create({ name: 'Acme GmbH' });
  await leadlog.open();
  await expect(leadlog.leads).toHaveText(['Acme GmbH']);
  await page.route(LIST, (route) => route.abort());
  await page.getByRole('columnheader', { name: en.name }).getByRole('button').click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('What you see below is from before.');
  await expect(leadlog.leads).toHaveText(['Acme GmbH']);
  await page.unroute(LIST);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toBeHidden();
});

test('an address without a lead says so', async ({ leadlog, page }) => {
  await leadlog.open('leads/17');
  await expect(leadlog.heading('No such lead')).toBeVisible();
  await page.getByRole('link', { name: 'Back to the leads' }).click();
  await expect(leadlog.heading(en.leads)).toBeVisible();
});
