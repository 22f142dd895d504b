import { expect, test } from '../service/test.ts';

const LEADS = [
  { name: 'Müller & Söhne GmbH', domain: 'mueller-soehne.example' },
  { name: 'MÜLLER AG', domain: 'ag.example' },
  { name: 'Straße und Weg KG', domain: null },
  { name: 'Strassenbau West', domain: null },
  { name: 'Rabatt 100% Handel', domain: null },
  { name: 'under_score', domain: null },
  { name: 'Hotel "Zur Post"', domain: null },
  { name: "O'Hara Ltd", domain: null },
  { name: 'Stern * Licht', domain: null },
  { name: 'Sonne OR Mond', domain: null },
  { name: 'Back\\slash', domain: null },
  { name: 'Žluťoučký kůň', domain: 'kůň.example' },
  { name: '東京商事', domain: null },
] as const;

const searches: [q: string, ...names: string[]][] = [
  ['müller', 'Müller & Söhne GmbH', 'MÜLLER AG'],
  ['MÜLL', 'Müller & Söhne GmbH', 'MÜLLER AG'],
  ['mu\u0308ller', 'Müller & Söhne GmbH', 'MÜLLER AG'],
  ['mueller', 'Müller & Söhne GmbH'],
  ['straße', 'Straße und Weg KG'],
  ['strasse', 'Strassenbau West'],
  ['%', 'Rabatt 100% Handel'],
  ['_', 'under_score'],
  ['"', 'Hotel "Zur Post"'],
  ['"zur post"', 'Hotel "Zur Post"'],
  ["'", "O'Hara Ltd"],
  ["o'h", "O'Hara Ltd"],
  ['*', 'Stern * Licht'],
  ['n * l', 'Stern * Licht'],
  ['e OR m', 'Sonne OR Mond'],
  ['Sonne OR Stern'],
  ['Müller NOT AG'],
  ['name:Müller'],
  ['rabatt*'],
  ['^und'],
  ['\\', 'Back\\slash'],
  ['ag.ex', 'MÜLLER AG'],
  ['ž', 'Žluťoučký kůň'],
  ['KŮŇ.', 'Žluťoučký kůň'],
  ['東', '東京商事'],
  ['京商', '東京商事'],
  ['und', 'Straße und Weg KG', 'under_score'],
  ['  sonne  ', 'Sonne OR Mond'],
  ['sonne  or'],
];

test('finds a part of the name or domain in any case, taken literally', async ({ api }) => {
  await api.createAll([...LEADS]);
  for (const [q, ...names] of searches)
    await test.step(`q=${q}`, async () => {
      expect(await api.names({ q, sort: 'created_at' })).toEqual(names);
      expect((await api.list({ q, limit: 1 })).total).toBe(names.length);
    });
});

test('finds a lead from its first moment on, together with the status', async ({ api }) => {
  await api.createAll([{ name: 'Nordwind', status: 'lost' }, { name: 'Nordlicht' }]);
  expect(await api.names({ q: 'nord', status: 'lost' })).toEqual(['Nordwind']);
  await api.changeStatus(2, 'lost');
  expect((await api.list({ q: 'nord', status: 'lost' })).total).toBe(2);
  expect((await api.list({ q: 'nord', status: 'new' })).total).toBe(0);
});

test('pages through what it finds', async ({ api }) => {
  await api.createAll(Array.from({ length: 9 }, (_, n) => ({ name: `Treffer ${n}` })));
  await api.create({ name: 'Anderes' });
  const page = await api.list({ q: 'treff', limit: 4, offset: 4, sort: 'name' });
  expect(page.items.map(({ name }) => name)).toEqual(
    [4, 5, 6, 7].map((number) => `Treffer ${number}`),
  );
  expect(page.total).toBe(9);
});

test('each page has the total of its moment', async ({ api }) => {
  await api.createAll([{ name: 'Treffer 1' }, { name: 'Treffer 2' }, { name: 'Anderes' }]);
  const total = async (offset: number) =>
    (await api.list({ q: 'treff', limit: 1, offset, sort: 'name' })).total;
  expect([await total(0), await total(1)]).toEqual([2, 2]);
  await api.changeStatus(1, 'lost');
  expect((await api.list({ q: 'treff', status: 'new', limit: 1 })).total).toBe(1);
  await api.create({ name: 'Treffer 3' });
  expect([await total(1), await total(2), await total(0)]).toEqual([3, 3, 3]);
});
