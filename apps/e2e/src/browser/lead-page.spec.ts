import type { Page } from '@playwright/test';
import { fullLead } from '../service/leads.ts';
import { Leadlog } from './leadlog.ts';
import { expect, test } from './test.ts';
import { de, en } from './words.ts';

const edit = (leadlog: Leadlog, field: string) => leadlog.button(`Edit: ${field}`);
const contact = (page: Page) => page.getByRole('region', { name: 'Contact' });
const facts = (page: Page) => page.getByRole('region', { name: 'Facts' });

for (const [language, words] of Object.entries({ en, de }))
  test.describe(`in ${language}`, () => {
    test.use({ words });

    test('a fact is edited in its place and the change undone from its toast', async ({
      api,
      leadlog,
      page,
    }) => {
      await api.create(fullLead());
      await leadlog.open('leads/1');
      await leadlog.button(words.edit(words.employees)).click();
      await expect(leadlog.field(words.employees)).toBeFocused();
      await page.keyboard.type('1500');
      await page.keyboard.press('Enter');
      await expect(page.getByText(words.thousand(1500), { exact: true })).toBeVisible();
      await expect(leadlog.history.first()).toContainText(words.thousand(1500));
      await leadlog.button(words.undo).click();
      await expect.poll(async () => (await api.lead(1)).employee_count).toBe(120);
      await expect(leadlog.history).toHaveCount(3);
    });

    test('an activity is logged by two keys', async ({ api, leadlog, page }) => {
      await api.create({ name: 'Acme GmbH' });
      await leadlog.open('leads/1');
      await expect(leadlog.history).toHaveCount(1);
      await page.keyboard.press('c');
      await page.keyboard.press('Enter');
      await expect(leadlog.history.first()).toContainText(words.loggedCall);
      await expect(leadlog.history.first()).toContainText(words.moved(10, 30));
    });
  });

test('Escape leaves a fact as it was, and an invalid one is refused at its field', async ({
  api,
  leadlog,
  page,
}) => {
  await api.create(fullLead());
  await leadlog.open('leads/1');
  await edit(leadlog, 'Domain').click();
  await leadlog.field('Domain').fill('no host');
  await page.keyboard.press('Enter');
  await expect(leadlog.field('Domain')).toHaveAccessibleDescription(
    'Enter a host name such as acme.example.',
  );
  await page.keyboard.press('Escape');
  await expect(facts(page).getByRole('link')).toHaveText(/acme\.example/);
  await expect(edit(leadlog, 'Domain')).toBeFocused();
  expect(await api.position()).toBe(1);
});

test('who says who they are takes over a lead and is named in its history', async ({
  api,
  leadlog,
  page,
}) => {
  await api.create({ name: 'Acme GmbH' });
  await leadlog.open('leads/1');
  await leadlog.button('Who are you?').click();
  await leadlog.field('I am').fill('Jürgen Öz');
  await page.keyboard.press('Enter');
  await leadlog.button('Assign to me').click();
  await expect(leadlog.history.first()).toContainText('Jürgen Öz assigned the lead to Jürgen Öz.');
  expect((await api.lead(1)).owner).toBe('Jürgen Öz');
  await leadlog.button('I am Jürgen Öz').click();
  await page.getByRole('link', { name: 'My leads' }).click();
  await expect(leadlog.leads).toHaveText(['Acme GmbH']);
});

test('a contact is changed part by part', async ({ api, leadlog, page }) => {
  await api.create(fullLead());
  await leadlog.open('leads/1');
  await expect(contact(page).getByRole('link', { name: /1234567/ })).toHaveAttribute(
    'href',
    'tel:+49301234567',
  );
  await leadlog.button('Make ada@acme.example the primary e-mail').click();
  await expect(contact(page).getByRole('listitem').filter({ hasText: 'ada@' })).toContainText(
    'primary',
  );
  await leadlog.button('Edit Office@Acme.example').click();
  await leadlog.field('Edit Office@Acme.example').fill('sales@acme.example');
  await page.keyboard.press('Enter');
  await expect(contact(page).getByRole('link', { name: 'sales@acme.example' })).toBeVisible();
  await leadlog.button('Edit the contact').click();
  await leadlog.field('Last name').fill('King');
  await page.keyboard.press('Enter');
  await expect(contact(page)).toContainText('Ada King');
  await expect(leadlog.history.first()).toContainText('Last name: Lovelace → King');
  expect((await api.lead(1)).primary_contact).toMatchObject({
    id: 1,
    last_name: 'King',
    emails: [
      { id: 1, value: 'ada@acme.example', is_primary: true },
      { value: 'sales@acme.example', is_primary: false },
    ],
  });
});

test('a lead goes into the archive and comes back', async ({ api, leadlog, page }) => {
  await api.create(fullLead());
  await leadlog.open('leads/1');
  await leadlog.button('More').click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(page.getByText('This lead is archived')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Restore from the archive' }).click();
  await expect(page.getByText('This lead is archived')).toBeHidden();
  await expect(leadlog.history).toHaveCount(3);
});

test('an erasure says what is lost, and what was is erased in the past as well', async ({
  api,
  leadlog,
  page,
}) => {
  await api.create(fullLead());
  await api.changeStatus(1, 'qualified');
  await leadlog.open('leads/1');
  await leadlog.button('More').click();
  await page.getByRole('menuitem', { name: 'Erase personal data' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('the contact Ada Lovelace');
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(contact(page)).toContainText('No contact is known.');
  await expect(leadlog.history.first()).toContainText('erased the personal data');
  await page.getByRole('slider', { name: 'Time travel' }).press('Home');
  await expect(contact(page)).toContainText('The personal data was erased.');
});

test('a change is undone from the timeline, with a question where it has changed again', async ({
  api,
  leadlog,
  page,
}) => {
  await api.create({ name: 'Acme GmbH' });
  await api.changeStatus(1, 'qualified');
  await api.changeStatus(1, 'lost');
  await leadlog.open('leads/1');
  await leadlog.history.nth(1).hover();
  await leadlog.history.nth(1).getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByRole('dialog')).toContainText('Lost → New');
  await page.getByRole('button', { name: 'Undo all the same' }).click();
  await expect(leadlog.status('Acme GmbH', en.new)).toBeVisible();
  await expect(leadlog.history).toHaveCount(4);
});

test('the slider leads through the past by keyboard, and the address keeps it', async ({
  api,
  leadlog,
  page,
}) => {
  await api.create({ name: 'Acme GmbH' });
  await api.changeStatus(1, 'qualified');
  await api.patch('/leads/1', { name: 'Acme AG' });
  await leadlog.open('leads/1');
  const slider = page.getByRole('slider', { name: 'Time travel' });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(leadlog.heading('Acme GmbH')).toBeVisible();
  await expect(page.getByText('Nothing can be changed here.')).toBeVisible();
  await expect(page).toHaveURL(/as_of=/);
  await expect(page.getByRole('button', { name: /^Edit|^Status|^Undo|^Call/ })).toHaveCount(0);
  await page.reload();
  await expect(leadlog.heading('Acme GmbH')).toBeVisible();
  await page.getByRole('link', { name: 'Back to now' }).click();
  await expect(leadlog.heading('Acme AG')).toBeVisible();
  await expect(page).not.toHaveURL(/as_of=/);
});

test('j and k lead through the list that one came from', async ({ api, leadlog, page }) => {
  await api.createAll([{ name: 'C' }, { name: 'A' }, { name: 'B' }, { name: 'X', status: 'lost' }]);
  await leadlog.open('leads?status=new&sort=name');
  await leadlog.leads.first().click();
  await expect(leadlog.heading('A')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Next lead: B' })).toBeVisible();
  await page.keyboard.press('j');
  await expect(leadlog.heading('B')).toBeVisible();
  await page.keyboard.press('j');
  await expect(leadlog.heading('C')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Next lead/ })).toHaveCount(0);
  await page.keyboard.press('k');
  await expect(leadlog.heading('B')).toBeVisible();
});

test('two browsers: a change of one appears in the other, and under its edit is asked about', async ({
  api,
  browser,
  leadlog,
  page,
  tenant,
}) => {
  await api.create(fullLead());
  await leadlog.open('leads/1');
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const other = new Leadlog(await context.newPage(), en);
  await other.open(`leads/1?tenant=${tenant}`);
  await expect(leadlog.history).toHaveCount(1);

  await edit(leadlog, 'Domain').click();
  await leadlog.field('Domain').fill('mine.example');
  await edit(other, 'Domain').click();
  await other.field('Domain').fill('theirs.example');
  await other.page.keyboard.press('Enter');

  await expect(leadlog.field('Domain')).toHaveAccessibleDescription(/theirs\.example/);
  await expect(leadlog.history).toHaveCount(2);
  await leadlog.field('Domain').press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Somebody else was faster' });
  await expect(dialog).toContainText('theirs.example');
  expect((await api.lead(1)).domain).toBe('theirs.example');
  await dialog.getByRole('radio', { name: /Mine/ }).check();
  await dialog.getByRole('button', { name: 'Save this' }).click();
  await expect(facts(other.page).getByRole('link')).toHaveText(/mine\.example/);
  await context.close();
});

test('a double press makes one activity, and an outage loses nothing that was typed', async ({
  api,
  leadlog,
  page,
}) => {
  await api.create({ name: 'Acme GmbH' });
  await leadlog.open('leads/1');
  await page.route('**/activities', (route) => route.abort());
  await page.keyboard.press('o');
  const note = leadlog.field('What was said or agreed');
  await note.fill('Wants an offer');
  await note.press('Enter');
  await expect(page.getByRole('alert')).toContainText('The server cannot be reached.');
  await expect(note).toHaveValue('Wants an offer');
  await page.unroute('**/activities');
  await leadlog.button('Try again').dblclick();
  await expect(leadlog.history.first()).toContainText('Wants an offer');
  expect(await api.position()).toBe(2);
});

test('what is typed is not lost without a question', async ({ api, leadlog, page }) => {
  await api.create({ name: 'Acme GmbH' });
  await leadlog.open('leads/1');
  await page.keyboard.press('c');
  await leadlog.field('What was said or agreed').fill('Wants an offer');
  await page.getByRole('main').getByRole('link', { name: 'Leads', exact: true }).click();
  await page.getByRole('button', { name: 'Keep editing' }).click();
  await expect(leadlog.field('What was said or agreed')).toHaveValue('Wants an offer');
});
