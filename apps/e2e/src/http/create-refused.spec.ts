import { type Api, pointersOf, readProblem } from '../service/api.ts';
import { secondsAhead, withEmails } from '../service/leads.ts';
import { expect, test } from '../service/test.ts';

const PATH = '/leads';

/** What is refused leaves no trace. */
async function expectNothingWritten(api: Api) {
  expect(await api.position()).toBe(0);
  expect((await api.list()).total).toBe(0);
}

const contact = (primary_contact: unknown) => ({ name: 'Acme', primary_contact });
const emails = Array.from({ length: 21 }, (_, n) => ({ value: `person${n}@acme.example` }));

const refused: [what: string, body: unknown, ...pointers: string[]][] = [
  ['no name', {}, '/name'],
  ['name null', { name: null }, '/name'],
  ['a name of blanks', { name: ' \t ' }, '/name'],
  ['a name that is a number', { name: 7 }, '/name'],
  ['a name of 201 characters', { name: '😀'.repeat(201) }, '/name'],
  ['a NUL in the name', { name: 'a\u0000b' }, '/name'],
  ['a line break in the name', { name: 'a\nb' }, '/name'],
  ['a C1 control character in the name', { name: 'a\u0085b' }, '/name'],
  ['a lone surrogate in the name', { name: 'a\ud800b' }, '/name'],
  ['a control character in the owner', { name: 'Acme', owner: 'a\u001bb' }, '/owner'],
  ['a domain with a blank', { name: 'Acme', domain: 'acme example' }, '/domain'],
  ['a domain that is a URL', { name: 'Acme', domain: 'https://acme.example/' }, '/domain'],
  [
    'a domain of 254 characters',
    { name: 'Acme', domain: `${'a.'.repeat(123)}example.` },
    '/domain',
  ],
  ['an unknown status', { name: 'Acme', status: 'open' }, '/status'],
  ['no employees', { name: 'Acme', employee_count: 0 }, '/employee_count'],
  ['half an employee', { name: 'Acme', employee_count: 1.5 }, '/employee_count'],
  ['employees as text', { name: 'Acme', employee_count: '12' }, '/employee_count'],
  ['too many employees', { name: 'Acme', employee_count: 10_000_001 }, '/employee_count'],
  ['an unknown industry', { name: 'Acme', industry: 'space' }, '/industry'],
  ['an activity that is no time', { name: 'Acme', last_activity_at: 'today' }, '/last_activity_at'],
  ['an unknown field', { name: 'Acme', colour: 'red' }, '/colour'],
  ['a field that only answers have', { name: 'Acme', priority: 145 }, '/priority'],
  ['a contact without any field', contact({}), '/primary_contact'],
  ['a contact that is a text', contact('Ada'), '/primary_contact'],
  ['an unknown contact field', contact({ last_name: 'A', age: 36 }), '/primary_contact/age'],
  ['a first name of 101', contact({ first_name: 'a'.repeat(101) }), '/primary_contact/first_name'],
  ['an empty last name', contact({ last_name: '' }), '/primary_contact/last_name'],
  ['a phone with letters', contact({ phone: '+49 CALL ME' }), '/primary_contact/phone'],
  ['a phone of 2 characters', contact({ phone: '12' }), '/primary_contact/phone'],
  ['a phone of 41 characters', contact({ phone: '1'.repeat(41) }), '/primary_contact/phone'],
  ['more than 20 e-mails', withEmails(...emails), '/primary_contact/emails'],
  ['an e-mail without @', withEmails({ value: 'ada' }), '/primary_contact/emails/0/value'],
  [
    'an unknown e-mail field',
    contact({ emails: [{ value: 'a@acme.example', label: 'work' }] }),
    '/primary_contact/emails/0/label',
  ],
  [
    'the same e-mail in other case',
    withEmails({ value: 'jürgen@acme.example' }, { value: 'JÜRGEN@Acme.example' }),
    '/primary_contact/emails/1/value',
  ],
  [
    'several faults, each named',
    { name: '', employee_count: 0, industry: 'space', colour: 'red' },
    '/colour',
    '/employee_count',
    '/industry',
    '/name',
  ],
];

for (const [what, body, ...pointers] of refused)
  test(`refuses ${what}`, async ({ api }) => {
    expect(pointersOf(await api.post(PATH, body))).toEqual(pointers);
    await expectNothingWritten(api);
  });

test('refuses two primary e-mails', async ({ api }) => {
  const lead = withEmails(
    { value: 'a@acme.example', is_primary: true },
    { value: 'b@acme.example', is_primary: true },
  );
  const pointers = pointersOf(await api.post(PATH, lead));
  expect(pointers).toHaveLength(1);
  expect(pointers[0]).toMatch(/^\/primary_contact\/emails/);
  await expectNothingWritten(api);
});

test('refuses an activity in the future', async ({ api }) => {
  const lead = { name: 'Acme', last_activity_at: secondsAhead(300) };
  expect(pointersOf(await api.post(PATH, lead))).toEqual(['/last_activity_at']);
  await expectNothingWritten(api);
});

for (const body of [[], 'text', 7, null])
  test(`refuses a body that is ${JSON.stringify(body)}`, async ({ api }) => {
    const { status } = await api.post(PATH, body);
    // Whether JSON that is no object is malformed or invalid, the contract leaves open.
    expect([400, 422]).toContain(status);
    await expectNothingWritten(api);
  });

test('refuses malformed JSON', async ({ api }) => {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await api.call('POST', PATH, { raw: '{"name": ', headers });
  readProblem(answer, 'malformed-request');
  await expectNothingWritten(api);
});

test('takes a body of 1 MiB, and refuses one more byte', async ({ api }) => {
  const headers = { 'Content-Type': 'application/json' };
  const raw = JSON.stringify({ name: 'Acme' }).padEnd(1024 * 1024);
  readProblem(await api.call('POST', PATH, { raw: `${raw} `, headers }), 'payload-too-large');
  await expectNothingWritten(api);
  expect(await api.call('POST', PATH, { raw, headers })).toMatchObject({ status: 201 });
});

for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])
  test(`refuses a body of ${type}`, async ({ api }) => {
    const headers = { 'Content-Type': type };
    const answer = await api.call('POST', PATH, { raw: '{"name": "Acme"}', headers });
    readProblem(answer, 'unsupported-media-type');
    await expectNothingWritten(api);
  });
