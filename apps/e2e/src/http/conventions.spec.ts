import { type Answer, positionOf, readProblem } from '../service/api.ts';
import { fullLead } from '../service/leads.ts';
import { expect, test } from '../service/test.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const JSON_BODY = { 'Content-Type': 'application/json' };

const answers = test.extend<{ tenantAnswers: Record<string, Answer> }>({
  /** One of each kind of answer that a tenant with one lead gets. */
  tenantAnswers: async ({ api }, use) => {
    await api.create(fullLead());
    const oversized = '"'.padEnd(1024 * 1024 + 1);
    await use({
      list: await api.get('/leads'),
      lead: await api.get('/leads/1'),
      history: await api.get('/leads/1/history'),
      unchanged: await api.get('/leads/1', { 'If-None-Match': '"1-95"' }),
      'no change of status': await api.post('/leads/1/status?new_status=new'),
      'malformed JSON': await api.call('POST', '/leads', { raw: '{', headers: JSON_BODY }),
      'unknown lead': await api.get('/leads/2'),
      'stale version': await api.post('/leads/1/status?new_status=lost', undefined, {
        'If-Match': '"9"',
      }),
      oversized: await api.call('POST', '/leads', { raw: oversized, headers: JSON_BODY }),
      'wrong media type': await api.call('POST', '/leads', { raw: 'name=Acme' }),
      'invalid body': await api.post('/leads', {}),
      'invalid query': await api.get('/leads?limit=0'),
    });
  },
});

answers('every tenant answer names the position that it reflects', ({ tenantAnswers }) => {
  for (const [what, answer] of Object.entries(tenantAnswers))
    expect.soft(answer.headers.get('X-Tenant-Position'), what).toBe('1');
});

answers('no tenant answer may be kept or shared by a cache', ({ tenantAnswers }) => {
  for (const [what, { headers }] of Object.entries(tenantAnswers)) {
    expect.soft(headers.get('Cache-Control'), what).toBe('private, no-store');
    const vary = (headers.get('Vary') ?? '').toLowerCase().split(/,\s*/);
    expect.soft(vary, what).toEqual(expect.arrayContaining(['x-tenant-id', 'authorization']));
  }
});

answers('every answer has a correlation id of its own', ({ tenantAnswers }) => {
  const ids = Object.values(tenantAnswers).map(({ headers }) => headers.get('X-Request-ID'));
  for (const id of ids) expect(id).toMatch(UUID);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the position grows by one with every event', async ({ api }) => {
  expect(positionOf(await api.get('/leads'))).toBe(0);
  expect(positionOf(await api.post('/leads', { name: 'A' }))).toBe(1);
  expect(positionOf(await api.post('/leads', { name: 'B' }))).toBe(2);
  expect(positionOf(await api.post('/leads/1/status?new_status=lost'))).toBe(3);
  expect(positionOf(await api.get('/leads/2'))).toBe(3);
});

const malformedTenants: [what: string, tenant: string][] = [
  ['empty', ''],
  ['upper case', 'Acme'],
  ['a blank inside', 'ac me'],
  ['a leading hyphen', '-acme'],
  ['a leading underscore', '_acme'],
  ['a dot', 'acme.example'],
  ['a path', '../acme'],
  ['64 characters', 'a'.repeat(64)],
  ['two tenants', 'acme, beta'],
];
for (const [what, tenant] of malformedTenants)
  test(`refuses a tenant header with ${what}`, async ({ api }) => {
    const headers = { 'X-Tenant-ID': tenant };
    readProblem(await api.get('/leads', headers), 'invalid-tenant');
    readProblem(await api.get('/leads/1', headers), 'invalid-tenant');
    readProblem(await api.post('/leads', { name: 'Acme' }, headers), 'invalid-tenant');
  });

test('refuses a request without a tenant', async ({ service, api }) => {
  const response = await fetch(`${service.url}/leads`);
  const { status, headers } = response;
  readProblem({ status, headers, text: await response.text() }, 'invalid-tenant');
  expect((await api.get('/leads')).status).toBe(200);
});

for (const tenant of ['a', '7', 'a-b_c', `a${'b'.repeat(62)}`])
  test(`takes the tenant ${tenant}`, async ({ api }) => {
    expect((await api.get('/leads', { 'X-Tenant-ID': tenant })).status).toBe(200);
  });

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = (trace: string) => `00-${trace}-00f067aa0ba902b7-01`;
const correlations: [what: string, sent: Record<string, string>, expected: string | RegExp][] = [
  ['X-Request-ID as it is', { 'X-Request-ID': 'order/66-a~!' }, 'order/66-a~!'],
  ['128 characters of it', { 'X-Request-ID': 'x'.repeat(128) }, 'x'.repeat(128)],
  ['the trace id of traceparent', { traceparent: traceparent(TRACE) }, TRACE],
  [
    'traceparent before X-Request-ID',
    { traceparent: traceparent(TRACE), 'X-Request-ID': 'mine' },
    TRACE,
  ],
  [
    'X-Request-ID beside a malformed traceparent',
    { traceparent: '00-xyz', 'X-Request-ID': 'mine' },
    'mine',
  ],
  [
    'X-Request-ID beside an all-zero trace',
    { traceparent: traceparent('0'.repeat(32)), 'X-Request-ID': 'mine' },
    'mine',
  ],
  ['a new one instead of 129 characters', { 'X-Request-ID': 'x'.repeat(129) }, UUID],
  ['a new one instead of one with blanks', { 'X-Request-ID': 'a b' }, UUID],
  ['a new one instead of Latin-1', { 'X-Request-ID': 'ä' }, UUID],
  ['a new one instead of none', {}, UUID],
];
for (const [what, sent, expected] of correlations)
  test(`correlates by ${what}`, async ({ api }) => {
    const answer = await api.post('/leads', { name: 'Acme' }, sent);
    const id = answer.headers.get('X-Request-ID');
    if (typeof expected === 'string') expect(id).toBe(expected);
    else expect(id).toMatch(expected);
    expect((await api.history(1))[0]?.correlation_id).toBe(id);
    const refused = readProblem(await api.get('/leads/9', sent), 'not-found');
    if (typeof expected === 'string') expect(refused.correlation_id).toBe(expected);
  });

const actors: [what: string, sent: Record<string, string>, stored: string][] = [
  ['nobody named', {}, 'anonymous'],
  ['plain', { 'X-Actor': 'mara@acme.example' }, 'mara@acme.example'],
  ['percent-encoded', { 'X-Actor': encodeURIComponent('Jürgen Müller') }, 'Jürgen Müller'],
  ['200 characters', { 'X-Actor': 'a'.repeat(200) }, 'a'.repeat(200)],
];
for (const [what, sent, stored] of actors)
  test(`an actor, ${what}, stands in the history`, async ({ api }) => {
    await api.create({ name: 'Acme' }, sent);
    expect((await api.history(1))[0]?.actor).toBe(stored);
  });

for (const [what, actor] of [
  ['of 201 characters', 'a'.repeat(201)],
  ['that is no UTF-8', '%FF%FE'],
  ['with a broken escape', '%E4%'],
] as const)
  test(`refuses an actor ${what}`, async ({ api }) => {
    const answer = await api.post('/leads', { name: 'Acme' }, { 'X-Actor': actor });
    readProblem(answer, 'invalid-actor');
    expect(await api.position()).toBe(0);
  });

test('a problem names a page that the service itself serves', async ({ api, service }) => {
  const { type } = readProblem(await api.get('/leads/1'), 'not-found');
  const page = await fetch(new URL(type, service.url));
  expect(page.status).toBe(200);
});
