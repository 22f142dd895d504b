import { fullLead } from '../service/leads.ts';
import { expectNoOverhang } from './overhang.ts';
import { expect, test } from './test.ts';
import { de, en } from './words.ts';

const SIZES = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true },
};

for (const [size, options] of Object.entries(SIZES))
  for (const words of [en, de])
    test.describe(`${size}, ${words.locale}`, () => {
      test.use({ ...options, words });

      test('a lead that may be there already is shown while it is entered, but never refused', async ({
        api,
        context,
        leadlog,
        page,
      }) => {
        await api.create({ ...fullLead(), name: 'Acme GmbH', domain: 'acme.example' });
        await leadlog.open('leads/new');
        await leadlog.field(words.name).fill('ACME gmbh');
        const found = page.getByRole('region', { name: words.duplicates });
        await expect(found.getByRole('listitem')).toContainText(words.sameName);
        await leadlog.field(words.domain).fill('acme.example');
        await expect(found.getByRole('listitem')).toContainText(words.sameDomain);
        await expectNoOverhang(page);

        const opening = context.waitForEvent('page');
        await found.getByRole('link').click();
        const other = await opening;
        await expect(
          other.getByRole('heading', { level: 1, name: 'Acme GmbH', exact: true }),
        ).toBeVisible();
        await other.close();
        await expect(leadlog.field(words.name)).toHaveValue('ACME gmbh');

        await leadlog.button(words.create).click();
        await expect(leadlog.heading('ACME gmbh')).toBeVisible();
        await found.getByRole('link', { name: 'Acme GmbH' }).click();
        await expect(leadlog.heading('Acme GmbH')).toBeVisible();
        await expect(found.getByRole('link', { name: 'ACME gmbh' })).toBeVisible();
        await expectNoOverhang(page);
      });
    });

test('a lead that is edited to be like no other has no duplicates', async ({
  api,
  leadlog,
  page,
}) => {
  await api.createAll([{ name: 'Acme' }, { name: 'Acme' }]);
  await leadlog.open('leads/1');
  const found = page.getByRole('region', { name: en.duplicates });
  await expect(found).toBeVisible();
  await leadlog.button(en.edit(en.name)).click();
  await leadlog.field(en.name).fill('Gamma');
  await page.keyboard.press('Enter');
  await expect(found).toBeHidden();
});
