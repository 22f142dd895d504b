import { LeadRead } from '@leadlog/contracts/lead';
import { read } from '../service/api.ts';
import { daysAgo, fullLead, secondsAhead, withEmails } from '../service/leads.ts';
import { expect, test } from '../service/test.ts';

test('a name is enough; all else has its default', async ({ api, tenant }) => {
  const lead = await api.create({ name: 'Acme GmbH' });
  expect(lead).toMatchObject({
    id: 1,
    tenant_id: tenant,
    name: 'Acme GmbH',
    domain: null,
    status: 'new',
    employee_count: null,
    industry: null,
    last_activity_at: null,
    owner: null,
    archived: false,
    priority: 10,
    priority_until: null,
    primary_contact_id: null,
    primary_contact: null,
    version: 1,
  });
  expect(lead.updated_at).toBe(lead.created_at);
  expect(Math.abs(Date.now() - Date.parse(lead.created_at))).toBeLessThan(60_000);
});

test('a full lead keeps all that was given', async ({ api }) => {
  const given = fullLead();
  const { primary_contact, ...facts } = given;
  const lead = await api.create(given);
  expect(lead).toMatchObject({
    ...facts,
    priority: 95,
    primary_contact: {
      first_name: 'Ada',
      last_name: 'Lovelace',
      phone: '+49 30 1234567',
      emails: primary_contact.emails,
    },
  });
  expect(lead.primary_contact_id).toBe(lead.primary_contact?.id);
  const sevenDaysLater = new Date(Date.parse(facts.last_activity_at) + 7 * 24 * 3600 * 1000);
  expect(lead.priority_until).toBe(sevenDaysLater.toISOString());
});

test('the answer says where the lead is and at which version', async ({ api }) => {
  const answer = await api.post('/leads', fullLead());
  const lead = read(answer, LeadRead, 201);
  expect(answer.headers.get('Location')).toMatch(new RegExp(`/leads/${lead.id}$`));
  expect(answer.headers.get('ETag')).toBe('"1-95"');
  expect(read(await api.get(`/leads/${lead.id}`), LeadRead)).toEqual(lead);
});

test('null is the same as absent', async ({ api }) => {
  const lead = await api.create({
    name: 'Acme GmbH',
    domain: null,
    status: null,
    employee_count: null,
    industry: null,
    last_activity_at: null,
    owner: null,
    primary_contact: null,
  });
  expect(lead).toMatchObject({ status: 'new', domain: null, owner: null, primary_contact: null });
  const withContact = await api.create({
    name: 'Beta AG',
    primary_contact: { first_name: null, last_name: 'Noether', phone: null, emails: null },
  });
  expect(withContact.primary_contact).toMatchObject({ first_name: null, emails: [] });
});

test('texts are trimmed and composed, a domain is lower-cased', async ({ api }) => {
  const lead = await api.create({
    name: '  Cafe\u0301 Mu\u0308ller \n',
    domain: ' Café-MÜLLER.Example ',
    owner: ' mara ',
  });
  expect(lead).toMatchObject({
    name: 'Café Müller',
    domain: 'café-müller.example',
    owner: 'mara',
  });
});

test('a name has up to 200 code points', async ({ api }) => {
  const name = '😀'.repeat(200);
  expect((await api.create({ name })).name).toBe(name);
});

test('times with an offset are answered in UTC', async ({ api }) => {
  const lead = await api.create({ name: 'Acme', last_activity_at: '2026-01-20T10:00:00+01:00' });
  expect(lead.last_activity_at).toBe('2026-01-20T09:00:00.000Z');
});

test('a clock that runs half a minute ahead is tolerated', async ({ api }) => {
  const last_activity_at = secondsAhead(30);
  expect((await api.create({ name: 'Acme', last_activity_at })).priority).toBe(30);
});

test('the first e-mail becomes the primary one if none is flagged', async ({ api }) => {
  const lead = await api.create(
    withEmails({ value: 'a@acme.example' }, { value: 'b@acme.example' }),
  );
  expect(lead.primary_contact).toMatchObject({
    emails: [
      { value: 'a@acme.example', is_primary: true },
      { value: 'b@acme.example', is_primary: false },
    ],
  });
});

test('a contact may have twenty e-mails', async ({ api }) => {
  const emails = Array.from({ length: 20 }, (_, n) => ({ value: `person${n}@acme.example` }));
  const { primary_contact: contact } = await api.create(withEmails(...emails));
  expect(contact && 'emails' in contact && contact.emails.length).toBe(20);
});

test('two contacts, also of one tenant, may have the same e-mail', async ({ api }) => {
  await api.createAll([
    withEmails({ value: 'a@acme.example' }),
    withEmails({ value: 'a@acme.example' }),
  ]);
  expect((await api.list()).total).toBe(2);
});

test('ids are numbered from 1 within each tenant', async ({ api, otherApi }) => {
  const [first, second] = await api.createAll([fullLead(), fullLead()]);
  const other = await otherApi.create(fullLead());
  expect([first?.id, second?.id, other.id]).toEqual([1, 2, 1]);
  expect([first, second, other].map((lead) => lead?.primary_contact_id)).toEqual([1, 2, 1]);
});

test('leads created at the same time each get their own id and event', async ({ api }) => {
  const names = Array.from({ length: 20 }, (_, n) => `Lead ${n}`);
  const leads = await Promise.all(names.map((name) => api.create({ name })));
  const ids = leads.map(({ id }) => id).sort((a, b) => a - b);
  expect(ids).toEqual(names.map((_, index) => index + 1));
  expect(await api.position()).toBe(20);
});

test('a body of exactly 1 MiB is read', async ({ api }) => {
  const raw = JSON.stringify({ name: 'Acme' }).padEnd(1024 * 1024);
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  read(await api.call('POST', '/leads', { raw, headers }), LeadRead, 201);
});

const priorities = [
  { points: 50, why: 'qualified', lead: { status: 'qualified' } },
  { points: 0, why: 'lost', lead: { status: 'lost' } },
  { points: 30, why: 'a contact', lead: { primary_contact: { last_name: 'Noether' } } },
  { points: 20, why: 'a domain', lead: { domain: 'acme.example' } },
  { points: 20, why: '49 employees', lead: { employee_count: 49 } },
  { points: 30, why: '50 employees', lead: { employee_count: 50 } },
  { points: 30, why: '200 employees', lead: { employee_count: 200 } },
  { points: 40, why: '201 employees', lead: { employee_count: 201 } },
  { points: 25, why: 'tech', lead: { industry: 'tech' } },
  { points: 25, why: 'finance', lead: { industry: 'finance' } },
  { points: 25, why: 'healthcare', lead: { industry: 'healthcare' } },
  { points: 10, why: 'retail', lead: { industry: 'retail' } },
  { points: 30, why: 'activity 6.9 days ago', lead: { last_activity_at: daysAgo(6.9) } },
  { points: 20, why: 'activity 7.1 days ago', lead: { last_activity_at: daysAgo(7.1) } },
  { points: 20, why: 'activity 29.9 days ago', lead: { last_activity_at: daysAgo(29.9) } },
  { points: 10, why: 'activity 30.1 days ago', lead: { last_activity_at: daysAgo(30.1) } },
] as const;
const CRITERIA = [
  'status',
  'primary_contact',
  'domain',
  'company_size',
  'industry',
  'last_activity',
];

for (const { points, why, lead } of priorities)
  test(`priority ${points}: ${why}`, async ({ api }) => {
    const created = await api.create({ name: 'Acme', ...lead });
    expect(created.priority).toBe(points);
    expect(created.priority_breakdown.map(({ criterion }) => criterion)).toEqual(CRITERIA);
    const sum = created.priority_breakdown.reduce((total, part) => total + part.points, 0);
    expect(sum).toBe(points);
  });
