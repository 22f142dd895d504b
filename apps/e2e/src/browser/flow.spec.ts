import { expect, test } from './test.ts';
import { de, en } from './words.ts';

for (const [language, words] of Object.entries({ en, de }))
  test.describe(`in ${language}`, () => {
    test.use({ words });

    test('create a lead, see it in its place, qualify it, read its history', async ({
      api,
      leadlog,
      page,
    }) => {
      await api.createAll([
        { name: 'Alpha AG', status: 'qualified', industry: 'tech', employee_count: 500 },
        { name: 'Zeta KG', status: 'lost' },
      ]);
      await leadlog.open();
      await expect(leadlog.leads).toHaveText(['Alpha AG', 'Zeta KG']);

      await page.getByRole('link', { name: words.newLead }).click();
      await expect(leadlog.heading(words.newLead)).toBeVisible();
      await leadlog.field(words.name).fill('Müller GmbH');
      await leadlog.field(words.domain).fill('mueller.example');
      await leadlog.field(words.employees).fill('120');
      await page
        .getByRole('combobox', { name: words.industry })
        .selectOption({ label: words.technology });
      await page.getByRole('checkbox', { name: words.addContact }).check();
      await leadlog.field(words.lastName).fill('Noether');
      for (const [n, address] of ['office@mueller.example', 'emmy@mueller.example'].entries()) {
        await leadlog.button(words.addEmail).click();
        await leadlog.field(words.email(n + 1)).fill(address);
      }
      await page.getByRole('radio', { name: words.primaryEmail(2) }).check();
      await expect(page.getByRole('complementary', { name: words.preview })).toContainText('75');
      await leadlog.button(words.create).click();

      await expect(leadlog.heading('Müller GmbH')).toBeVisible();
      await expect(leadlog.history).toHaveCount(1);
      await expect(leadlog.history).toContainText(words.created);
      expect((await api.lead(3)).primary_contact).toMatchObject({
        last_name: 'Noether',
        emails: [
          { value: 'office@mueller.example', is_primary: false },
          { value: 'emmy@mueller.example', is_primary: true },
        ],
      });

      await page.getByRole('main').getByRole('link', { name: words.leads, exact: true }).click();
      await expect(leadlog.leads).toHaveText(['Alpha AG', 'Müller GmbH', 'Zeta KG']);
      await leadlog.changeStatus('Müller GmbH', words.new, words.qualified);
      await expect(leadlog.status('Müller GmbH', words.qualified)).toBeVisible();
      await expect(leadlog.leads).toHaveText(['Müller GmbH', 'Alpha AG', 'Zeta KG']);
      await expect(leadlog.button(words.priorityOf('Müller GmbH', 115))).toBeVisible();

      await leadlog.leads.first().click();
      await expect(leadlog.heading('Müller GmbH')).toBeVisible();
      await expect(leadlog.history).toHaveCount(2);
      await expect(leadlog.history.first()).toContainText(
        words.changed(words.new, words.qualified),
      );
      await expect(leadlog.history.first()).toContainText(words.moved(75, 115));
    });
  });
