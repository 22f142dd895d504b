import { LeadRead } from '@leadlog/contracts/lead';
import { pointersOf, read, type Api } from '../service/api.ts';
import { fullLead } from '../service/leads.ts';
import { expect, test } from '../service/test.ts';

const PATH = '/leads/1/primary-contact';

const set = async (api: Api, contact: object) => read(await api.put(PATH, contact), LeadRead);
const ada = fullLead().primary_contact;

test('sets the contact of a lead that has none', async ({ api }) => {
  await api.create({ name: 'Acme' });
  const changed = await set(api, ada);
  expect(changed).toMatchObject({ priority: 30, primary_contact_id: 1, version: 2 });
  expect(changed.primary_contact).toEqual({
    id: 1,
    first_name: 'Ada',
    last_name: 'Lovelace',
    phone: '+49 30 1234567',
    emails: [
      { id: 1, value: 'ada@acme.example', is_primary: false },
      { id: 2, value: 'Office@Acme.example', is_primary: true },
    ],
  });
  expect(await api.lead(1)).toEqual(changed);
  expect(await api.list({ contact: 'lovelace' })).toMatchObject({ total: 1 });
});

test('replaces all of the contact, but not the numbers of what stays', async ({ api }) => {
  await api.create(fullLead());
  const contact = {
    first_name: 'Bea',
    emails: [{ value: 'bea@acme.example' }, { value: 'office@acme.example' }],
  };
  const changed = await set(api, contact);
  expect(changed.primary_contact).toEqual({
    id: 1,
    first_name: 'Bea',
    last_name: null,
    phone: null,
    emails: [
      { id: 3, value: 'bea@acme.example', is_primary: true },
      { id: 2, value: 'office@acme.example', is_primary: false },
    ],
  });
  expect(await api.lead(1), 'in the order given').toEqual(changed);
  expect(await api.list({ contact: 'lovelace' })).toMatchObject({ total: 0 });
  expect(await api.list({ contact: 'bea@' })).toMatchObject({ total: 1 });
});

test('the numbers of a tenant go on behind those of a contact that was set', async ({ api }) => {
  await api.create({ name: 'Acme' });
  await set(api, { emails: [{ value: 'a@acme.example' }, { value: 'b@acme.example' }] });
  const { primary_contact } = await api.create(fullLead());
  expect(primary_contact).toMatchObject({ id: 2, emails: [{ id: 3 }, { id: 4 }] });
});

test('the same contact is no event', async ({ api }) => {
  const created = await api.create(fullLead());
  expect(await set(api, ada)).toEqual(created);
  expect(await api.position()).toBe(1);
});

test('the history tells who it was, but the log not in the clear', async ({ api }) => {
  await api.create(fullLead());
  await set(api, { first_name: 'Bea' });
  const [, entry] = await api.history(1);
  expect(entry).toMatchObject({
    type: 'PrimaryContactSet',
    data: { id: 1, emails: [] },
    changes: [{ field: 'primary_contact', from: { first_name: 'Ada' }, to: { first_name: 'Bea' } }],
  });
  expect(JSON.stringify(entry?.data)).not.toMatch(/ada|bea/i);
});

test('removes the contact', async ({ api }) => {
  await api.create(fullLead());
  const removed = read(await api.delete(PATH), LeadRead);
  expect(removed).toMatchObject({ primary_contact: null, primary_contact_id: null, priority: 75 });
  expect(await api.lead(1)).toEqual(removed);
  expect(await api.list({ contact: 'ada' })).toMatchObject({ total: 0 });
  expect((await api.history(1))[1]).toMatchObject({
    type: 'PrimaryContactRemoved',
    data: { id: 1 },
    priority: { before: 95, after: 75 },
  });
  expect(read(await api.delete(PATH), LeadRead), 'once more is no event').toEqual(removed);
  expect(await api.position()).toBe(2);
});

for (const [what, take] of [
  ['removed', (api: Api) => api.delete(PATH)],
  ['erased', (api: Api) => api.post('/leads/1/erasure')],
] as const)
  test(`a contact after one that was ${what} is a new one`, async ({ api }) => {
    await api.create(fullLead());
    await take(api);
    expect((await set(api, ada)).primary_contact).toMatchObject({ id: 2, first_name: 'Ada' });
  });

const refused: [what: string, contact: unknown, ...pointers: string[]][] = [
  ['a contact without any field', {}, ''],
  ['no body', undefined, ''],
  ['an unknown field', { first_name: 'Ada', age: 36 }, '/age'],
  ['a phone with letters', { phone: 'CALL' }, '/phone'],
  ['no e-mail address', { emails: [{ value: 'ada' }] }, '/emails/0/value'],
  [
    'the same e-mail in other case',
    { emails: [{ value: 'a@acme.example' }, { value: 'A@acme.example' }] },
    '/emails/1/value',
  ],
  [
    'two primary e-mails',
    {
      emails: [
        { value: 'a@acme.example', is_primary: true },
        { value: 'b@acme.example', is_primary: true },
      ],
    },
    '/emails/1/is_primary',
  ],
];
for (const [what, contact, ...pointers] of refused)
  test(`refuses ${what}`, async ({ api }) => {
    await api.create(fullLead());
    expect(pointersOf(await api.put(PATH, contact))).toEqual(pointers);
    expect(await api.position()).toBe(1);
  });
