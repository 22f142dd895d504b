import type { Page } from '@playwright/test';
import axe, { type RunOnly } from 'axe-core';
import { fullLead } from '../service/leads.ts';
import { type Leadlog, refuse } from './leadlog.ts';
import { expect, test } from './test.ts';
import { en } from './words.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const ALL_RULES: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** A theme has other colours, and everything else in common. */
const RULES_OF_COLOR: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** On its way, a colour is neither what it was nor what it will be; what spins for ever has its own. */
const stand = (page: Page) =>
  page.waitForFunction(() =>
    document
      .getAnimations()
      .every((it) => it.playState !== 'running' || it.effect?.getTiming().iterations === Infinity),
  );

/** With axe in the page: where there are no frames, that takes a tenth of its builder's time. */
async function expectAccessible(page: Page, rules: RunOnly): Promise<void> {
  await stand(page);
  const found = await page.evaluate(async (runOnly) => {
    const { violations } = await window.axe.run({ runOnly, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
  }, rules);
  expect(found).toEqual([]);
}

const textColor = (page: Page) =>
  page.locator('body').evaluate((body) => getComputedStyle(body).color);

type Show = (page: Page, leadlog: Leadlog) => Promise<unknown>;

async function openList(page: Page, leadlog: Leadlog): Promise<void> {
  await leadlog.open();
  await page.getByRole('grid').waitFor();
}

const tenantOf = (page: Page) =>
  page.evaluate(() => (JSON.parse(localStorage['leadlog.tenants']) as string[])[0]);

async function openLead(leadlog: Leadlog): Promise<void> {
  await leadlog.open('leads/1');
  await expect(leadlog.history).toHaveCount(3);
}

async function chosenTenant(page: Page, leadlog: Leadlog): Promise<string> {
  await openList(page, leadlog);
  return String(await tenantOf(page));
}

const chooseFile = (page: Page, content: string) =>
  page
    .getByLabel(en.chooseFile)
    .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });

/** Each screen in each of its states. */
const SCREENS: Record<string, Show> = {
  'the list': openList,
  'the list with a priority explained': async (page, leadlog) => {
    await openList(page, leadlog);
    await leadlog.button(en.priorityOf('Acme GmbH', 95)).focus();
    await page.getByRole('tooltip').waitFor();
  },
  'the list with a status menu': async (page, leadlog) => {
    await openList(page, leadlog);
    await leadlog.status('Acme GmbH', en.new).click();
    await page.getByRole('menu').waitFor();
  },
  'the list with a field being edited': async (page, leadlog) => {
    await openList(page, leadlog);
    await leadlog.leads.first().focus();
    await page.keyboard.press('e');
    await leadlog.field('Name of Acme GmbH').fill('');
    await page.keyboard.press('Enter');
    await page.getByText(en.required).waitFor();
  },
  'an edit in conflict': async (page, leadlog) => {
    await openList(page, leadlog);
    await leadlog.leads.first().focus();
    await page.keyboard.press('e');
    await page.route('**/leads/1', async (route) =>
      route.request().method() === 'PATCH'
        ? refuse(route, { type: '/problems/precondition-failed', status: 412 })
        : route.fulfill({ json: { ...(await (await route.fetch()).json()), name: 'Theirs' } }),
    );
    await leadlog.field('Name of Acme GmbH').fill('Mine');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
  },
  'the list with filters, dense': async (page, leadlog) => {
    await leadlog.open('leads?industry=tech&min_priority=30&owner=mara');
    await leadlog.button('View').click();
    await page.getByRole('radio', { name: 'Dense' }).check();
    await page.getByRole('dialog').waitFor();
  },
  'a filter by text': async (page, leadlog) => {
    await openList(page, leadlog);
    await leadlog.button('Contact').click();
    await page.getByRole('dialog').waitFor();
  },
  'leads selected': async (page, leadlog) => {
    await openList(page, leadlog);
    await page.getByRole('checkbox', { name: 'Select all leads shown' }).check();
    await page.getByText('2 selected').waitFor();
  },
  'a change of many that failed': async (page, leadlog) => {
    await openList(page, leadlog);
    await page.route('**/status?*', (route) => route.abort());
    await page.getByRole('checkbox', { name: 'Select all leads shown' }).check();
    await page
      .getByRole('region', { name: 'Selected leads' })
      .getByRole('button', { name: en.lost })
      .click();
    await page.getByRole('alert').waitFor();
  },
  'a change that can be undone': async (page, leadlog) => {
    await openList(page, leadlog);
    await leadlog.changeStatus('Acme GmbH', en.new, en.lost);
    await leadlog.button(en.undo).waitFor();
  },
  'changes of others that wait': async (page, leadlog) => {
    const feed = page.waitForRequest('**/events');
    await openList(page, leadlog);
    await feed;
    await leadlog.leads.first().hover();
    await page.request.post('/leads', {
      data: { name: 'Gamma' },
      headers: { 'X-Tenant-ID': String(await tenantOf(page)) },
    });
    await page.getByRole('button', { name: '1 change – show' }).waitFor();
  },
  'the palette': async (page, leadlog) => {
    await openList(page, leadlog);
    await page.keyboard.press('Control+k');
    await page.getByRole('option').first().waitFor();
  },
  'the sheet of all keys': async (page, leadlog) => {
    await openList(page, leadlog);
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
  },
  'the list whose server is away': async (page, leadlog) => {
    await openList(page, leadlog);
    await page.route('**/leads?*', (route) => route.abort());
    await page.getByRole('columnheader', { name: en.name }).getByRole('button').click();
    await page.getByText('What you see below is from before.').waitFor();
  },
  'the list without a hit': async (page, leadlog) => {
    await leadlog.open('leads?q=nothing');
    await page.getByRole('heading', { name: 'No lead matches' }).waitFor();
  },
  'the list that cannot be loaded': async (page, leadlog) => {
    await page.route('**/leads?*', (route) =>
      route.request().resourceType() === 'document'
        ? route.continue()
        : refuse(route, { type: '/problems/unavailable', status: 503 }),
    );
    await leadlog.open();
    await page.getByRole('alert').waitFor();
  },
  'a refused change of status': async (page, leadlog) => {
    await openList(page, leadlog);
    await page.route('**/status?*', (route) => route.abort());
    await leadlog.changeStatus('Acme GmbH', en.new, en.lost);
    await page.getByText(en.stays('Acme GmbH', en.new)).waitFor();
  },
  'an empty tenant': async (page, leadlog) => {
    await leadlog.open('leads?tenant=nobody-has-this-one');
    await page.getByText('npm run demo').waitFor();
  },
  'the choice of a tenant': async (page, leadlog) => {
    await openList(page, leadlog);
    await page.getByRole('button', { name: /^Tenant: / }).click();
    await page.getByRole('dialog').waitFor();
  },
  'the board': async (page, leadlog) => {
    await leadlog.open('board');
    await expect(page.getByRole('listitem')).toHaveCount(3);
  },
  'the board with a card in hand': async (page, leadlog) => {
    await leadlog.open('board');
    await page.getByRole('link', { name: 'Acme GmbH' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.getByText(en.over(en.qualified, 1, 1)).waitFor({ state: 'attached' });
  },
  'an empty board': async (page, leadlog) => {
    await leadlog.open('board?tenant=nobody-has-this-one');
    await page.getByText('npm run demo').waitFor();
  },
  'the overview': async (page, leadlog) => {
    await leadlog.open('overview');
    await page.getByRole('table', { name: en.byStatus }).waitFor();
  },
  'the overview with weeks as a table': async (_page, leadlog) => {
    await leadlog.open('overview');
    await leadlog.button(en.asTable).click();
  },
  'an empty overview': async (page, leadlog) => {
    await leadlog.open('overview?tenant=nobody-has-this-one');
    await page.getByText('npm run demo').waitFor();
  },
  'the overview that cannot be loaded': async (page, leadlog) => {
    await page.route('**/stats', (route) =>
      refuse(route, { type: '/problems/unavailable', status: 503 }),
    );
    await leadlog.open('overview');
    await page.getByRole('alert').waitFor();
  },
  'the team overview': async (page, leadlog) => {
    await leadlog.open('team?sort=-total');
    await page.getByRole('table').waitFor();
  },
  'an empty form': (_page, leadlog) => leadlog.open('leads/new'),
  'a form full of errors': async (page, leadlog) => {
    await leadlog.open('leads/new');
    await page.getByRole('checkbox', { name: en.addContact }).check();
    await leadlog.button(en.addEmail).click();
    await leadlog.button(en.create).click();
    await expect(leadlog.field(en.name)).toHaveAccessibleDescription(en.required);
  },
  'the question before a form is left': async (page, leadlog) => {
    await leadlog.open('leads/new');
    await leadlog.field(en.name).fill('Acme');
    await page.getByRole('link', { name: 'Cancel' }).click();
    await page.getByRole('dialog').waitFor();
  },
  'a lead with its history': async (_page, leadlog) => {
    await leadlog.open('leads/1');
    await expect(leadlog.history).toHaveCount(3);
  },
  'a lead with everything open to edit': async (page, leadlog) => {
    await openLead(leadlog);
    await leadlog.button('Edit: Domain').click();
    await leadlog.field('Domain').fill('no host');
    await leadlog.field('Domain').press('Enter');
    await leadlog.button('Edit: Industry').click();
    await leadlog.button('Edit the contact').click();
    await leadlog.button('Edit ada@acme.example').click();
    await page.keyboard.press('Escape');
    await leadlog.button('Add e-mail').click();
    await leadlog.button('Call').click();
    await leadlog.button('Just now – change the time').click();
    await page.getByLabel('When it happened').waitFor();
  },
  'a lead of which a menu is open': async (page, leadlog) => {
    await openLead(leadlog);
    await leadlog.button('More').click();
    await page.getByRole('menu').waitFor();
  },
  'an archived lead': async (page, leadlog) => {
    await openLead(leadlog);
    await leadlog.button('More').click();
    await page.getByRole('menuitem', { name: 'Archive' }).click();
    await page.getByText('This lead is archived').waitFor();
  },
  'the question before an erasure': async (page, leadlog) => {
    await openLead(leadlog);
    await leadlog.button('More').click();
    await page.getByRole('menuitem', { name: 'Erase personal data' }).click();
    await page.getByRole('dialog').waitFor();
  },
  'the question before newer changes are undone': async (page, leadlog) => {
    await openLead(leadlog);
    await leadlog.changeStatus('Acme GmbH', en.new, en.lost);
    await expect(leadlog.history).toHaveCount(4);
    await leadlog.history.nth(2).getByRole('button', { name: /^Undo/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
  },
  'a lead of the past': async (page, leadlog) => {
    await openLead(leadlog);
    await page.getByRole('slider').press('Home');
    await page.getByText('Nothing can be changed here.').waitFor();
  },
  'the question who one is': async (page, leadlog) => {
    await openLead(leadlog);
    await leadlog.button('Who are you?').click();
    await page.getByRole('dialog').waitFor();
  },
  'a lead that there is not': (_page, leadlog) => leadlog.open('leads/99'),
  'the choice of a file to import': (_page, leadlog) => leadlog.open('leads/import'),
  'a file that is refused': async (page, leadlog) => {
    await leadlog.open('leads/import');
    await chooseFile(page, 'PK\u0003\u0004');
    await page.getByRole('alert').waitFor();
  },
  'the columns and first rows of a file': async (page, leadlog) => {
    await leadlog.open('leads/import');
    await chooseFile(page, 'Company;Account;Employees;Note\nAcme;Acme;many;x\nBeta\n');
    await page.getByRole('cell', { name: 'This is not a whole number.' }).waitFor();
  },
  'a file without a company': async (page, leadlog) => {
    await leadlog.open('leads/import');
    await chooseFile(page, 'Number\n1\n');
    await page.getByRole('alert').waitFor();
  },
  'an import under way': async (page, leadlog) => {
    await page.route('**/imports/*', async (route) => {
      const job = { status: 'running', dry_run: false, rows: 50, imported: 20, refused: 1 };
      await route.fulfill({ json: job });
    });
    await leadlog.open('leads/import?job=any');
    await page.getByRole('progressbar').waitFor();
  },
  'what has come of an import': async (page, leadlog) => {
    await leadlog.open('leads/import');
    await chooseFile(page, 'Company;Employees\nAcme;many\nBeta;1\n');
    await leadlog.button(en.importNow).click();
    await leadlog.button(en.downloadRefused).waitFor();
  },
  'the menu of the list': async (page, leadlog) => {
    await openList(page, leadlog);
    await leadlog.button(en.more).click();
    await page.getByRole('menu').waitFor();
  },
  'the saved views': async (page, leadlog) => {
    await page.request.put('/views/Lost', {
      data: { query: { status: 'lost' } },
      headers: { 'X-Tenant-ID': await chosenTenant(page, leadlog) },
    });
    await leadlog.open('leads?status=lost');
    await leadlog.button(en.savedViews).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Lost' }).waitFor();
  },
  'a view being renamed': async (page, leadlog) => {
    await page.request.put('/views/Lost', {
      data: { query: { status: 'lost' } },
      headers: { 'X-Tenant-ID': await chosenTenant(page, leadlog) },
    });
    await openList(page, leadlog);
    await leadlog.button(en.savedViews).click();
    await leadlog.button(en.renameView('Lost')).click();
    await leadlog.field(en.viewName).fill('');
    await page.keyboard.press('Enter');
    await page.getByText(en.required).waitFor();
  },
  'no saved views': async (page, leadlog) => {
    await openList(page, leadlog);
    await leadlog.button(en.savedViews).click();
    await page.getByText('then save it here').waitFor();
  },
  'a form with possible duplicates': async (page, leadlog) => {
    await leadlog.open('leads/new');
    await leadlog.field(en.name).fill('Beta AG');
    await page.getByRole('region', { name: en.duplicates }).waitFor();
  },
  'a lead with possible duplicates': async (page, leadlog) => {
    const headers = { 'X-Tenant-ID': await chosenTenant(page, leadlog) };
    await page.request.post('/leads', { data: { name: 'beta ag', status: 'lost' }, headers });
    await leadlog.open('leads/2');
    await page.getByRole('region', { name: en.duplicates }).waitFor();
  },
  'a page that there is not': (_page, leadlog) => leadlog.open('nothing'),
};

for (const [name, show] of Object.entries(SCREENS))
  test(`axe finds nothing wrong with ${name}, light and dark`, async ({ api, leadlog, page }) => {
    await api.createAll([fullLead(), { name: 'Beta AG', status: 'lost' }]);
    await api.changeStatus(1, 'qualified');
    await api.changeStatus(1, 'new');
    await page.emulateMedia({ colorScheme: 'light' });
    await show(page, leadlog);
    await page.evaluate(axe.source);
    await expectAccessible(page, ALL_RULES);
    const light = await textColor(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => textColor(page)).not.toBe(light);
    await expectAccessible(page, RULES_OF_COLOR);
  });
