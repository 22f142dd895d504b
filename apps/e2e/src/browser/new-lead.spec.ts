import { daysAgo } from '../service/leads.ts';
import { refuse } from './leadlog.ts';
import { expect, test } from './test.ts';
import { de, en } from './words.ts';

test.beforeEach(({ leadlog }) => leadlog.open('leads/new'));

test('errors show as one types, and go as one mends them', async ({ leadlog }) => {
  const employees = leadlog.field(en.employees);
  await employees.pressSequentially('12x');
  await expect(employees).toHaveAccessibleDescription('Enter a whole number.');
  await employees.press('Backspace');
  await expect(employees).not.toHaveAccessibleDescription(/whole number/);

  const domain = leadlog.field(en.domain);
  await domain.fill('acme example');
  await domain.blur();
  await expect(domain).toHaveAccessibleDescription('Enter a host name such as acme.example.');
  await domain.fill('acme.example');
  await expect(domain).not.toHaveAttribute('aria-invalid', 'true');
});

test('a form that stands checks what it sends, whatever has not come yet', async ({
  leadlog,
  page,
}) => {
  // What is asked for once the form is there is held back.
  await page.route('**/*.js', async (route) => {
    if (!(await leadlog.heading(en.newLead).isVisible())) await route.continue();
  });
  await page.reload();
  await leadlog.field(en.name).fill('Acme');
  await leadlog.field(en.employees).fill('many');
  await leadlog.button(en.create).click();
  await expect(leadlog.field(en.employees)).toHaveAccessibleDescription('Enter a whole number.');
});

test('the same e-mail in other case is refused at the second one', async ({ leadlog, page }) => {
  await page.getByRole('checkbox', { name: en.addContact }).check();
  for (const [n, address] of ['ada@acme.example', 'ADA@Acme.example'].entries()) {
    await leadlog.button(en.addEmail).click();
    await leadlog.field(en.email(n + 1)).fill(address);
  }
  await expect(leadlog.field(en.email(2))).toHaveAccessibleDescription(
    'This e-mail is there already.',
  );
  await expect(leadlog.field(en.email(1))).not.toHaveAttribute('aria-invalid', 'true');

  await leadlog.button('Remove e-mail 1').click();
  await expect(leadlog.field(en.email(1))).toHaveValue('ADA@Acme.example');
  await expect(leadlog.field(en.email(1))).not.toHaveAttribute('aria-invalid', 'true');
});

test('exactly one e-mail is the primary one, whatever is added and removed', async ({
  leadlog,
  page,
}) => {
  await page.getByRole('checkbox', { name: en.addContact }).check();
  for (const n of [1, 2, 3]) {
    await leadlog.button(en.addEmail).click();
    await leadlog.field(en.email(n)).fill(`person${n}@acme.example`);
  }
  const primary = page.getByRole('radio', { checked: true });
  await expect(primary).toHaveAccessibleName(en.primaryEmail(1));
  await page.getByRole('radio', { name: en.primaryEmail(3) }).check();
  await leadlog.button('Remove e-mail 1').click();
  await expect(primary).toHaveAccessibleName(en.primaryEmail(2));
  await leadlog.button('Remove e-mail 2').click();
  await expect(primary).toHaveAccessibleName(en.primaryEmail(1));
});

for (const [language, words] of Object.entries({ en, de }))
  test.describe(`in ${language}`, () => {
    test.use({ words });

    test('an invalid form is not sent; the first wrong field is led to', async ({
      api,
      leadlog,
    }) => {
      await leadlog.button(words.create).click();
      await expect(leadlog.field(words.name)).toBeFocused();
      await expect(leadlog.field(words.name)).toHaveAccessibleDescription(words.required);
      expect(await api.position()).toBe(0);
    });
  });

test('what only the server can refuse lands on its field', async ({ api, leadlog, page }) => {
  await leadlog.field(en.name).fill('Acme GmbH');
  const activity = page.getByLabel('Last activity');
  await activity.fill('2999-01-01T12:00');
  await leadlog.button(en.create).click();
  await expect(activity).toHaveAccessibleDescription('This lies in the future.');
  await expect(activity).toBeFocused();
  await expect(leadlog.field(en.name)).toHaveValue('Acme GmbH');
  expect(await api.position()).toBe(0);

  await activity.fill(daysAgo(3).slice(0, 16));
  await leadlog.button(en.create).click();
  await expect(leadlog.heading('Acme GmbH')).toBeVisible();
});

test('a rule that the application does not know is told in the words of the server', async ({
  leadlog,
  page,
}) => {
  const errors = [{ pointer: '/domain', detail: 'is on a black list', code: 'black_list' }];
  await page.route('**/leads', (route) =>
    refuse(route, { type: '/problems/validation', status: 422, errors }),
  );
  await leadlog.field(en.name).fill('Acme GmbH');
  await leadlog.field(en.domain).fill('acme.example');
  await leadlog.button(en.create).click();
  await expect(leadlog.field(en.domain)).toHaveAccessibleDescription('is on a black list');
});

test('a server that cannot answer loses nothing of what was entered', async ({ leadlog, page }) => {
  await page.route('**/leads', (route) => route.abort());
  await leadlog.field(en.name).fill('Acme GmbH');
  await leadlog.button(en.create).click();
  await expect(page.getByRole('alert')).toContainText('The server cannot be reached.');
  await expect(leadlog.field(en.name)).toHaveValue('Acme GmbH');
  await page.unroute('**/leads');
  await leadlog.button(en.create).click();
  await expect(leadlog.heading('Acme GmbH')).toBeVisible();
});

test('leaving asks before anything entered is lost', async ({ leadlog, page }) => {
  await leadlog.field(en.name).fill('Acme GmbH');
  await page.getByRole('link', { name: 'Cancel' }).click();
  const dialog = page.getByRole('dialog', { name: 'Discard the new lead?' });
  await dialog.getByRole('button', { name: 'Keep editing' }).click();
  await expect(leadlog.field(en.name)).toHaveValue('Acme GmbH');
  await page.getByRole('link', { name: 'Cancel' }).click();
  await dialog.getByRole('button', { name: 'Discard' }).click();
  await expect(leadlog.heading(en.leads)).toBeVisible();
});
