import type { LeadCreateInput } from '@leadlog/contracts/lead';
import { type Answer, parametersOf, positionOf } from '../service/api.ts';
import { importFile } from '../service/imports.ts';
import { fullLead } from '../service/leads.ts';
import { expect, test } from '../service/test.ts';

const HEADER =
  'id,name,domain,status,employee_count,industry,owner,last_activity_at,priority,created_at,' +
  'contact_first_name,contact_last_name,contact_phone,emails';

const rowsOf = ({ text }: Answer) => text.split('\r\n').slice(1, -1);
const idsOf = (answer: Answer) => rowsOf(answer).map((row) => Number(row.split(',')[0]));

test('has the columns of the contract, and a row a lead', async ({ api, tenant }) => {
  const given = fullLead();
  const { created_at } = await api.create(given);
  const { created_at: second } = await api.create({ name: 'Beta, "B"; C' });
  const answer = await api.get('/leads/export');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('Content-Disposition')).toBe(
    `attachment; filename="${tenant}-leads.csv"`,
  );
  expect(positionOf(answer)).toBe(2);
  expect(answer.text.split('\r\n')).toEqual([
    HEADER,
    `1,Acme GmbH,acme.example,new,120,tech,mara,${given.last_activity_at},95,${created_at},` +
      "Ada,Lovelace,'+49 30 1234567,Office@Acme.example;ada@acme.example",
    `2,"Beta, ""B""; C",,new,,,,,10,${second},,,,`,
    '',
  ]);
});

test('lists what the list shows for the same filters, in its order, in full', async ({
  api,
  otherApi,
}) => {
  await otherApi.create({ name: 'Theirs' });
  const statuses = ['new', 'qualified', 'lost'] as const;
  const rows = Array.from(
    { length: 450 },
    (_, index) => `Lead ${index % 90},${statuses[index % 3]},${index % 2 ? 'IT' : 'Handel'},`,
  );
  await importFile(api, `name,status,industry,owner\n${rows.join('\n')}`);
  await api.post('/leads/7/archive');
  for (const query of [
    '',
    'status=qualified',
    'q=lead%201&industry=tech',
    'sort=name',
    'sort=-created_at&min_priority=25',
    'archived=true',
  ]) {
    const listed: number[] = [];
    for (let cursor = ''; ;) {
      const page = await api.list({
        ...Object.fromEntries(new URLSearchParams(query)),
        limit: 200,
        ...(cursor && { cursor }),
      });
      listed.push(...page.items.map(({ id }) => id));
      if (page.next_cursor === null) break;
      cursor = page.next_cursor;
    }
    expect(idsOf(await api.get(`/leads/export?${query}`)), query).toEqual(listed);
  }
});

test('imports again without loss', async ({ api, otherApi }) => {
  const emails = [{ value: 'a@x.example' }, { value: 'B@x.example', is_primary: true }];
  const leads: LeadCreateInput[] = [
    fullLead(),
    { name: '=HYPERLINK("x";"y")', owner: '@mara', domain: 'müller.example' },
    { name: "'=1+1", owner: "''-x", status: 'lost', industry: 'real_estate' },
    { name: '+1, "2"; 3\u2028\t4'.replace('\t', ' '), employee_count: 10_000_000 },
    { name: "'quoted'", primary_contact: { last_name: '-minus', emails } },
    { name: '🚀 "', primary_contact: { phone: '+49 (30) 1' } },
    { name: 'https://acme.example', domain: 'www.acme.example' },
    { name: '2026-11-20', last_activity_at: '2001-02-03T04:05:06.789Z' },
  ];
  await api.createAll(leads);
  const { text } = await api.get('/leads/export?sort=created_at');
  for (const line of text.split('\r\n')) expect(line).not.toMatch(/(^|,)"?[=+\-@]/);
  expect(await importFile(otherApi, text)).toMatchObject({ imported: leads.length, refused: 0 });
  const again = await otherApi.get('/leads/export?sort=created_at');
  const facts = (csv: string) =>
    csv.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z(?=,[^,]*,[^,]*,[^,]*,[^,]*\r)/g, '');
  expect(facts(again.text)).toBe(facts(text));
});

test('an export of nothing has a header', async ({ api }) => {
  expect((await api.get('/leads/export')).text).toBe(`${HEADER}\r\n`);
});

test('HEAD tells of an export without making it', async ({ api }) => {
  await api.create({ name: 'A' });
  const { status, headers, text } = await api.call('HEAD', '/leads/export');
  expect({ status, text }).toEqual({ status: 200, text: '' });
  expect(headers.get('Content-Type')).toContain('text/csv');
});

for (const [query, parameter] of [
  ['limit=10', 'limit'],
  ['offset=0', 'offset'],
  ['cursor=x', 'cursor'],
  ['sort=size', 'sort'],
  ['status=open', 'status'],
  ['format=csv', 'format'],
] as const)
  test(`refuses /leads/export?${query}`, async ({ api }) => {
    expect(parametersOf(await api.get(`/leads/export?${query}`))).toEqual([parameter]);
  });
