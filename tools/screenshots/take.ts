/** Takes pictures of every screen into dist/screenshots, from the built product with demo leads. */
import { chromium, type Browser, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { findChromium } from '../../apps/e2e/src/browser/chromium.ts';
import { Service } from '../../apps/e2e/src/service/service.ts';

const FOLDER = 'dist/screenshots';
const README_PICTURE = 'docs/images/lead-list.png';

const SIZES = {
  desktop: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
  tablet: { viewport: { width: 820, height: 1180 }, deviceScaleFactor: 1, hasTouch: true },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true },
  narrow: { viewport: { width: 320, height: 640 }, deviceScaleFactor: 2, hasTouch: true },
};
const THEMES = ['light', 'dark'] as const;
const LOCALES = { en: 'en-GB', de: 'de-DE' };

const SCREENS: Record<string, (page: Page) => Promise<void>> = {
  list: (page) => show(page, 'leads'),
  priority: async (page) => {
    await show(page, 'leads');
    await page
      .getByRole('button', { name: /^(Priority of|Priorität von)/ })
      .first()
      .focus();
    await page.getByRole('tooltip').waitFor();
  },
  edit: async (page) => {
    await show(page, 'leads');
    const box = page.getByRole('checkbox', { name: /^(Select|.* auswählen)/ });
    await box.nth(2).check();
    await box.nth(4).check();
    const cell = page.getByRole('gridcell').nth(3);
    // A phone has cards, which are edited on their own page.
    if (await cell.isVisible()) {
      await cell.dblclick();
      await page.locator('app-cell-editor input').fill('no host name');
      await page.keyboard.press('Enter');
      await page.locator('app-cell-editor .error').waitFor();
    }
  },
  filtered: async (page) => {
    await show(page, 'leads?industry=tech&min_priority=60&contact=a');
    const view = page.getByRole('button', { name: /^(View|Ansicht)$/ });
    if (!(await view.isVisible())) return;
    await view.click();
    await page.getByRole('radio').nth(1).check();
  },
  palette: async (page) => {
    await show(page, 'leads');
    await page.keyboard.press('Control+k');
    await page.getByRole('option').first().waitFor();
  },
  keys: async (page) => {
    await show(page, 'leads');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
  },
  undo: async (page) => {
    await show(page, 'leads');
    await page
      .getByRole('button', { name: /^Status (of|von)/ })
      .nth(2)
      .click();
    await page.getByRole('menuitemradio').last().click();
    await page.locator('mat-snack-bar-container button').waitFor();
  },
  away: async (page) => {
    await show(page, 'leads');
    await page.route('**/leads?*', (route) => route.abort());
    await page.locator('app-status-filter button').nth(1).click();
    await page.getByRole('alert').waitFor();
  },
  board: (page) => show(page, 'board'),
  'board-carried': async (page) => {
    await show(page, 'board');
    await page.locator('[data-card] a').nth(1).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
  },
  overview: (page) => show(page, 'overview'),
  'overview-table': async (page) => {
    await show(page, 'overview');
    const toggle = page.getByRole('button', { name: /^(Show as|Als .* zeigen)/ });
    await toggle.click();
    await toggle.scrollIntoViewIfNeeded();
  },
  'overview-empty': (page) => show(page, 'overview?tenant=nobody'),
  team: async (page) => {
    await addTenants(page);
    await show(page, 'team');
  },
  new: (page) => show(page, 'leads/new'),
  import: (page) => show(page, 'leads/import'),
  'import-columns': (page) => chooseFile(page, FILE),
  'import-refused': (page) => chooseFile(page, 'Notiz;Firmenbezeichnung\nx;Acme\n'),
  'import-checked': async (page) => {
    await chooseFile(page, FILE);
    await page.getByRole('button', { name: /^(Check all rows|Alle Zeilen prüfen)$/ }).click();
    await page.locator('app-import-report tbody tr').first().waitFor();
  },
  'import-earlier': async (page) => {
    for (let time = 0; time < 2; time++) {
      await chooseFile(page, FILE);
      await page.getByRole('button', { name: /^(Import now|Jetzt importieren)$/ }).click();
      await page.locator('app-import-report tbody tr').first().waitFor();
    }
  },
  views: async (page) => {
    await saveViews(page);
    await show(page, 'leads?status=new&min_priority=60');
    await page.getByRole('button', { name: /^(Saved views|Gespeicherte Ansichten)$/ }).click();
    await page.getByRole('dialog').getByRole('link').first().waitFor();
  },
  'list-menu': async (page) => {
    await show(page, 'leads');
    await page.getByRole('button', { name: /^(More|Mehr)$/ }).click();
    await page.getByRole('menu').waitFor();
  },
  'new-duplicates': async (page) => {
    await makeDuplicates(page);
    await show(page, 'leads/new');
    await page.getByRole('textbox', { name: 'Name' }).fill('Zwilling GmbH');
    await page.getByRole('textbox', { name: 'Domain' }).fill('zwilling.example');
    await page.locator('app-duplicate-panel li').first().waitFor();
    await page.locator('app-duplicate-panel li').first().scrollIntoViewIfNeeded();
  },
  'lead-duplicates': async (page) => {
    await show(page, `leads/${await makeDuplicates(page)}`);
    await page.locator('app-duplicate-panel li').first().scrollIntoViewIfNeeded();
  },
  lead: openLead,
  'lead-editing': async (page) => {
    await openLead(page);
    await page
      .getByRole('button', { name: /^(Edit|Bearbeiten): (Domain|Name)$/ })
      .last()
      .click();
    await page.getByRole('textbox', { name: 'Domain' }).fill('no host');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^(Edit the contact|Kontakt bearbeiten)$/ }).click();
    await page.getByRole('button', { name: /^(Call|Anruf)$/ }).click();
  },
  'lead-past': async (page) => {
    await openLead(page);
    await page.getByRole('slider').press('Home');
    await page.getByText(/Nothing can be changed here|Hier lässt sich nichts ändern/).waitFor();
  },
  'lead-conflict': async (page) => {
    await openLead(page);
    const edit = page.getByRole('button', { name: /^(Edit|Bearbeiten): Domain$/ });
    await edit.click();
    await changeDomain(page);
    await page.getByRole('textbox', { name: 'Domain' }).fill('mine.example');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
  },
  'lead-erasure': async (page) => {
    await openLead(page);
    await page.getByRole('button', { name: /^(More|Mehr)$/ }).click();
    await page.getByRole('menuitem').last().click();
    await page.getByRole('dialog').waitFor();
  },
  'lead-archived': async (page) => {
    await show(page, `leads/${await fullestLead(page, { archived: true })}`);
  },
  'lead-extreme': async (page) => {
    await show(page, `leads/${await fullestLead(page)}`);
  },
  'lead-timeline': async (page) => {
    await show(page, `leads/${await fullestLead(page)}`);
    await page.getByRole('heading', { level: 2 }).last().scrollIntoViewIfNeeded();
    await page
      .getByRole('heading', { level: 2 })
      .last()
      .evaluate((it) => it.scrollIntoView());
  },
};

async function show(page: Page, path: string): Promise<void> {
  await page.goto(`app/${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  // The live feed never rests, so that the network tells nothing.
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
}

/** Tenants beside the demo's. */
async function addTenants(page: Page): Promise<void> {
  const counts = { 'team-nord': 3, 'vertrieb-sueddeutschland-und-oesterreich': 2, 'team-sued': 5 };
  for (const [tenant, count] of Object.entries(counts))
    for (let n = 0; n < count; n++)
      await page.request.post('leads', {
        headers: { 'X-Tenant-ID': tenant },
        data: { name: `Lead ${n}`, status: n % 2 ? 'qualified' : 'new' },
      });
}

const FILE = `Firma;Website;Mitarbeiter;Branche;Status;Ansprechpartner;E-Mail;Telefon;Zuletzt gesprochen;Notiz
Müller & Söhne Maschinenbau GmbH;https://www.mueller-soehne.example;1.200;Maschinenbau;neu;Ada Lovelace;ada@mueller.example;+49 30 1234567;20.11.2026;Messe
Beta AG;beta.example;viele;Technologie;gewonnen;Grace Hopper;grace.beta.example;+49 40 7654321;;
;gamma.example;40;Handel;qualifiziert;;;;;ohne Namen
Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft;;55;Logistik;;;;;;
Delta KG;delta.example;12
`;

/** Two leads that may be the same. */
async function makeDuplicates(page: Page): Promise<number> {
  const lead = { name: 'Zwilling GmbH', domain: 'zwilling.example', status: 'qualified' };
  const long = 'Zwilling Haushaltswaren und Küchenmesser Vertriebsgesellschaft mbH & Co. KG';
  const ids = [];
  for (const data of [lead, { ...lead, name: long, status: 'lost' }]) {
    const answer = await page.request.post('leads', { headers: DEMO, data });
    ids.push(((await answer.json()) as { id: number }).id);
  }
  return ids[0] ?? 0;
}

async function saveViews(page: Page): Promise<void> {
  const views = {
    'Heute anrufen': { status: 'new', min_priority: 60 },
    'Vom Wettbewerb verloren, vor mehr als einem Jahr, mit Ansprechpartner': { status: 'lost' },
    'Meine in Technologie': { industry: 'tech', owner: 'mara' },
  };
  for (const [name, query] of Object.entries(views))
    await page.request.put(`views/${encodeURIComponent(name)}`, { headers: DEMO, data: { query } });
}

/** The import with a file chosen. */
async function chooseFile(page: Page, content: string): Promise<void> {
  await show(page, 'leads/import');
  await page.locator('input[type=file]').setInputFiles({
    name: 'Kontakte von der Messe 2026.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  });
  await page.getByRole('combobox').first().waitFor();
}

const DEMO = { 'X-Tenant-ID': 'demo', 'X-Actor': 'mara' };

/** A lead of which something is to be told: qualified, with a contact and activity. */
async function openLead(page: Page): Promise<void> {
  const answer = await page.request.get('leads?status=qualified&limit=1', { headers: DEMO });
  const { items } = (await answer.json()) as { items: { id: number }[] };
  const [lead] = items;
  if (!lead) throw new Error('no demo lead is qualified');
  await show(page, `leads/${lead.id}`);
}

/** Somebody else changes the domain of the lead on the page. */
async function changeDomain(page: Page): Promise<void> {
  const id = /leads\/(\d+)/.exec(page.url())?.[1];
  const domain = `theirs-${Date.now()}.example`;
  await page.request.patch(`leads/${id}`, { headers: DEMO, data: { domain } });
}

/** A lead with the longest of everything: name, domain, right-to-left text, e-mails and notes. */
async function fullestLead(page: Page, { archived = false } = {}): Promise<number> {
  const call = async (path: string, data?: object): Promise<number> => {
    const answer = await page.request.post(path, { headers: DEMO, data });
    if (!answer.ok()) throw new Error(await answer.text());
    return ((await answer.json()) as { id: number }).id;
  };
  const id = await call('leads', {
    name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft שלום עולם',
    domain: `${'a'.repeat(60)}.${'b'.repeat(30)}.example`,
    employee_count: 10_000_000,
    industry: 'real_estate',
    last_activity_at: new Date(Date.now() - 5 * 24 * 60 * 60 * 1000).toISOString(),
    owner: 'Maximiliane von und zu Hohenstein-Waldburg',
    primary_contact: {
      first_name: 'محمد',
      last_name: 'عبد الرحمن بن عوف',
      phone: '+49 (30) 123-4567',
      emails: Array.from({ length: 20 }, (_, n) => ({
        value: `somebody-${n}.with.a.long.name@subsidiary.of.a.company.example`,
        is_primary: n === 3,
      })),
    },
  });
  await call(`leads/${id}/activities`, { kind: 'call', note: 'Wants an offer. '.repeat(40) });
  await call(`leads/${id}/status?new_status=qualified`);
  if (archived) await call(`leads/${id}/archive`);
  return id;
}

/** Every size, theme and language. */
const VARIANTS = Object.entries(SIZES).flatMap(([size, options]) =>
  THEMES.flatMap((colorScheme) =>
    Object.entries(LOCALES).map(([language, locale]) => ({
      name: `${size}-${colorScheme}-${language}`,
      options: { ...options, colorScheme, locale },
    })),
  ),
);

/** `npm run screenshots -- lead-past phone-dark` takes only what has all of these in its name. */
const isWanted = (name: string): boolean =>
  process.argv
    .slice(2)
    .filter((argument) => !argument.startsWith('--'))
    .every((part) => name.includes(part));

async function takeAll(browser: Browser, baseURL: string): Promise<void> {
  for (const { name, options } of VARIANTS)
    for (const [screen, open] of Object.entries(SCREENS)) {
      const picture = `${screen}-${name}`;
      if (!isWanted(picture)) continue;
      // Each in a browser that remembers nothing of the one before.
      const context = await browser.newContext({
        ...options,
        baseURL,
        timezoneId: 'Europe/Berlin',
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      try {
        await open(page);
      } catch (error) {
        // Its picture tells more than the message; the others are taken all the same.
        console.error(`${picture}: ${String(error)}`);
        process.exitCode = 1;
      }
      await page.screenshot({ path: `${FOLDER}/${picture}.png` });
      await context.close();
    }
}

const service = await Service.start();
const browser = await chromium.launch(await findChromium());
try {
  execFileSync(process.execPath, ['tools/demo/fill.ts'], {
    env: { ...process.env, LEADLOG_URL: service.url },
    stdio: 'inherit',
  });
  await takeAll(browser, `${service.url}/`);
  console.log(`The pictures are in ${FOLDER}.`);
} finally {
  await browser.close();
  await service.dispose();
}

if (process.argv.includes('--readme')) {
  mkdirSync(dirname(README_PICTURE), { recursive: true });
  copyFileSync(`${FOLDER}/list-desktop-light-en.png`, README_PICTURE);
  console.log(`${README_PICTURE} is the list in English`);
}
