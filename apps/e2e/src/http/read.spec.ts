import { LeadRead } from '@leadlog/contracts/lead';
import { Problem } from '@leadlog/contracts/problem';
import { type Answer, read, readProblem } from '../service/api.ts';
import { fullLead } from '../service/leads.ts';
import { expect, test } from '../service/test.ts';

test('reads a lead with its ETag', async ({ api }) => {
  const created = await api.create(fullLead());
  const answer = await api.get(`/leads/${created.id}`);
  expect(read(answer, LeadRead)).toEqual(created);
  expect(answer.headers.get('ETag')).toBe('"1-95"');
});

test('an unchanged lead is not sent again', async ({ api }) => {
  const { id } = await api.create(fullLead());
  const unchanged = await api.get(`/leads/${id}`, { 'If-None-Match': '"1-95"' });
  expect(unchanged).toMatchObject({ status: 304, text: '' });
  expect(unchanged.headers.get('ETag')).toBe('"1-95"');
});

test('a changed lead is sent again', async ({ api }) => {
  const { id } = await api.create(fullLead());
  await api.changeStatus(id, 'qualified');
  const answer = await api.get(`/leads/${id}`, { 'If-None-Match': '"1-95"' });
  expect(read(answer, LeadRead).status).toBe('qualified');
  expect(answer.headers.get('ETag')).toBe('"2-135"');
});

/** An answer without what tells one request from another, its body byte for byte. */
function impersonal({ status, headers, text }: Answer, id: number) {
  const { correlation_id, instance } = Problem.parse(JSON.parse(text));
  return {
    status,
    headers: [...headers.keys()].sort(),
    body: text
      .replace(correlation_id, 'CORRELATION')
      .replace(instance, 'INSTANCE')
      .replaceAll(String(id), 'ID'),
  };
}

const CALLS: [method: string, path: (id: number) => string, body?: object][] = [
  ['GET', (id) => `/leads/${id}`],
  ['GET', (id) => `/leads/${id}?as_of=2999-01-01T00:00:00Z`],
  ['GET', (id) => `/leads/${id}/history`],
  ['POST', (id) => `/leads/${id}/status?new_status=lost`],
  ['PATCH', (id) => `/leads/${id}`, { name: 'Other' }],
  ['PUT', (id) => `/leads/${id}/primary-contact`, { first_name: 'Bea' }],
  ['DELETE', (id) => `/leads/${id}/primary-contact`],
  ['POST', (id) => `/leads/${id}/archive`],
  ['POST', (id) => `/leads/${id}/restore`],
  ['POST', (id) => `/leads/${id}/activities`, { kind: 'call' }],
  ['POST', (id) => `/leads/${id}/erasure`],
];
for (const [method, path, body] of CALLS)
  test(`${method} ${path(7)}: another tenant's lead is as unknown as one that nobody has`, async ({
    api,
    otherApi,
  }) => {
    const others = await otherApi.createAll(Array.from({ length: 7 }, () => fullLead()));
    const foreign = await api.call(method, path(7), { body });
    const unknown = await api.call(method, path(8), { body });
    readProblem(foreign, 'not-found');
    expect(impersonal(foreign, 7)).toEqual(impersonal(unknown, 8));
    expect(await otherApi.lead(7)).toEqual(others[6]);
  });

for (const id of ['0', '01', '-1', '1.0', 'abc', '1e0', '99999999999999999999'])
  test(`no lead has the id ${id}`, async ({ api }) => {
    await api.create(fullLead());
    readProblem(await api.get(`/leads/${id}`), 'not-found');
    readProblem(await api.get(`/leads/${id}/history`), 'not-found');
    readProblem(await api.post(`/leads/${id}/status?new_status=lost`), 'not-found');
    expect(await api.position()).toBe(1);
  });
