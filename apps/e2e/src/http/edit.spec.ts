import { LeadRead } from '@leadlog/contracts/lead';
import { pointersOf, positionOf, read } from '../service/api.ts';
import { fullLead } from '../service/leads.ts';
import { expect, test } from '../service/test.ts';

test('changes the fields that are given and no others', async ({ api }) => {
  const created = await api.create(fullLead());
  const answer = await api.patch('/leads/1', { name: ' Acme AG ', employee_count: 250 });
  const edited = read(answer, LeadRead);
  const { name, employee_count, priority, priority_breakdown, updated_at, version, ...rest } =
    edited;
  expect({ name, employee_count, priority, version }).toEqual({
    name: 'Acme AG',
    employee_count: 250,
    priority: 105,
    version: 2,
  });
  expect(priority_breakdown[3]).toEqual({ criterion: 'company_size', value: 250, points: 30 });
  expect(updated_at >= created.updated_at).toBe(true);
  expect(created).toMatchObject(rest);
  expect(answer.headers.get('ETag')).toBe('"2-105"');
  expect(positionOf(answer)).toBe(2);
  expect(await api.lead(1)).toEqual(edited);
});

test('the history tells what changed, and of the owner apart', async ({ api }) => {
  await api.create(fullLead());
  const patch = { name: 'Acme GmbH', domain: 'acme.test', industry: 'retail', owner: 'jens' };
  expect(read(await api.patch('/leads/1', patch), LeadRead).version).toBe(3);
  const [, details, owner] = await api.history(1);
  expect(details).toMatchObject({
    type: 'LeadDetailsChanged',
    data: {
      domain: { from: 'acme.example', to: 'acme.test' },
      industry: { from: 'tech', to: 'retail' },
    },
    changes: [
      { field: 'domain', from: 'acme.example', to: 'acme.test' },
      { field: 'industry', from: 'tech', to: 'retail' },
    ],
    priority: { before: 95, after: 80 },
  });
  expect(owner).toMatchObject({
    type: 'LeadAssigned',
    data: { from: 'mara', to: 'jens' },
    changes: [{ field: 'owner', from: 'mara', to: 'jens' }],
    priority: { before: 80, after: 80 },
  });
});

test('null clears what is optional', async ({ api }) => {
  await api.create(fullLead());
  const nothing = { domain: null, employee_count: null, industry: null, owner: null };
  const cleared = read(await api.patch('/leads/1', nothing), LeadRead);
  expect(cleared).toMatchObject({ ...nothing, name: 'Acme GmbH', priority: 50 });
  expect(await api.list({ owner: 'mara' })).toMatchObject({ total: 0 });
});

test('what the lead has already is no event', async ({ api }) => {
  const { industry, owner, name } = fullLead();
  const created = await api.create(fullLead());
  const answer = await api.patch('/leads/1', { name, industry, owner, domain: 'ACME.example' });
  expect(read(answer, LeadRead)).toEqual(created);
  expect(await api.position()).toBe(1);
});

test('the lists find the lead by its new name', async ({ api }) => {
  await api.createAll([{ name: 'Acme' }, { name: 'Beta' }]);
  await api.patch('/leads/1', { name: 'Zeta Öl' });
  expect(await api.names({ q: 'acme' })).toEqual([]);
  expect(await api.names({ q: 'ÖL' })).toEqual(['Zeta Öl']);
  expect(await api.names({ sort: 'name' })).toEqual(['Beta', 'Zeta Öl']);
});

const refused: [what: string, body: unknown, ...pointers: string[]][] = [
  ['nothing', {}, ''],
  ['no object', [], ''],
  ['no body', undefined, ''],
  ['a name of null', { name: null }, '/name'],
  ['an empty name', { name: ' ' }, '/name'],
  ['a domain that is none', { domain: 'acme' + '.'.repeat(2) }, '/domain'],
  ['no employees', { employee_count: 0 }, '/employee_count'],
  ['an unknown industry', { industry: 'space' }, '/industry'],
  ['an owner of blanks', { owner: ' ' }, '/owner'],
  ['a status, which has a way of its own', { status: 'lost' }, '/status'],
  ['a contact, which has a way of its own', { primary_contact: null }, '/primary_contact'],
  ['several faults', { name: '', colour: 1 }, '/colour', '/name'],
];
for (const [what, body, ...pointers] of refused)
  test(`refuses ${what}`, async ({ api }) => {
    await api.create(fullLead());
    expect(pointersOf(await api.patch('/leads/1', body))).toEqual(pointers);
    expect(await api.position()).toBe(1);
  });
