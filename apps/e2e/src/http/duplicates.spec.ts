import { DuplicateList } from '@leadlog/contracts/duplicates';
import {
  type Api,
  pointersOf,
  parametersOf,
  positionOf,
  read,
  readProblem,
} from '../service/api.ts';
import { fullLead, withEmails } from '../service/leads.ts';
import { expect, test } from '../service/test.ts';

const PATH = '/leads/duplicates';

const search = async (api: Api, known: object) =>
  read(await api.post(PATH, known), DuplicateList).items;
const found = async (api: Api, known: object) =>
  (await search(api, known)).map(({ lead, reasons }) => [lead.id, ...reasons]);
const foundOf = async (api: Api, id: number) =>
  read(await api.get(`/leads/${id}/duplicates`), DuplicateList).items.map(({ lead, reasons }) => [
    lead.id,
    ...reasons,
  ]);

test('a lead that is there already is shown before it is created, and not refused', async ({
  api,
}) => {
  const lead = await api.create(fullLead());
  const known = { name: 'ACME gmbh', domain: 'Acme.example', emails: ['OFFICE@acme.EXAMPLE'] };
  expect(await search(api, known)).toEqual([{ lead, reasons: ['domain', 'email', 'name'] }]);
  const again = await api.create(fullLead());
  expect(await foundOf(api, again.id)).toEqual([[lead.id, 'domain', 'email', 'name']]);
  expect(await foundOf(api, lead.id)).toEqual([[again.id, 'domain', 'email', 'name']]);
});

test('each reason suffices, and those with the most come first', async ({ api }) => {
  await api.createAll([
    { name: 'By domain', domain: 'müller.example' },
    { name: 'Müller GmbH' },
    {
      ...withEmails({ value: 'a@b.example' }, { value: 'Jörg@müller.example' }),
      name: 'By e-mail',
    },
    { name: 'MÜLLER GMBH', domain: 'xn--mller-kva.example', status: 'lost' },
    { name: 'Other', domain: 'mueller.example' },
  ]);
  const known = { name: 'müller gmbh', domain: 'müller.example', emails: ['jörg@müller.example'] };
  expect(await found(api, known)).toEqual([
    [4, 'domain', 'name'],
    [3, 'email'],
    [1, 'domain'],
    [2, 'name'],
  ]);
  expect(await found(api, { domain: 'xn--mller-kva.example' })).toEqual([
    [1, 'domain'],
    [4, 'domain'],
  ]);
  expect(await found(api, { emails: ['nobody@b.example'] })).toEqual([]);
  expect(await foundOf(api, 5)).toEqual([]);
});

test('what leads hold now counts: archived ones as well, erased persons not', async ({ api }) => {
  await api.createAll([fullLead(), { name: 'New' }]);
  await api.post('/leads/1/archive');
  await api.post('/leads/1/erasure');
  expect(await found(api, { emails: ['ada@acme.example'] })).toEqual([]);
  await api.patch('/leads/2', { domain: 'acme.example' });
  const [duplicate, ...others] = read(await api.get('/leads/2/duplicates'), DuplicateList).items;
  expect(others).toEqual([]);
  expect(duplicate).toMatchObject({ reasons: ['domain'], lead: { id: 1, archived: true } });
});

test('no more than twenty are shown, the most urgent ones', async ({ api }) => {
  await api.createAll(Array.from({ length: 21 }, () => ({ name: 'Acme' })));
  await api.changeStatus(21, 'qualified');
  const ids = (await found(api, { name: 'acme' })).map(([id]) => id);
  expect(ids).toEqual([21, ...Array.from({ length: 19 }, (_, n) => n + 1)]);
});

test('no tenant finds the leads of another', async ({ api, otherApi }) => {
  await otherApi.create(fullLead());
  expect(await search(api, { name: 'Acme GmbH', domain: 'acme.example' })).toEqual([]);
  readProblem(await api.get('/leads/1/duplicates'), 'not-found');
});

test('asking writes nothing, and tells the position', async ({ api }) => {
  await api.create(fullLead());
  expect(positionOf(await api.post(PATH, { name: 'Acme' }))).toBe(1);
  expect(positionOf(await api.get('/leads/1/duplicates'))).toBe(1);
  expect(await api.position()).toBe(1);
});

for (const [body, pointer] of [
  [{}, ''],
  [{ name: null, emails: [] }, ''],
  [{ name: 'a'.repeat(201) }, '/name'],
  [{ domain: 'not a domain' }, '/domain'],
  [{ emails: ['ada'] }, '/emails/0'],
  [{ name: 'Acme', colour: 'red' }, '/colour'],
] as const)
  test(`refuses ${JSON.stringify(body).slice(0, 50)}`, async ({ api }) => {
    expect(pointersOf(await api.post(PATH, body))).toEqual([pointer]);
  });

test('takes no parameter', async ({ api }) => {
  await api.create(fullLead());
  expect(parametersOf(await api.post(`${PATH}?limit=5`, { name: 'A' }))).toEqual(['limit']);
  expect(parametersOf(await api.get('/leads/1/duplicates?limit=5'))).toEqual(['limit']);
});

for (const id of ['9', '0', 'x'])
  test(`there are no duplicates of lead ${id}`, async ({ api }) => {
    readProblem(await api.get(`/leads/${id}/duplicates`), 'not-found');
  });
