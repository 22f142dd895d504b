import { LeadRead } from '@leadlog/contracts/lead';
import { parametersOf, read, readProblem } from '../service/api.ts';
import { fullLead } from '../service/leads.ts';
import { expect, test } from '../service/test.ts';

/** Every way to change a lead of which all fields are known: each makes one event. */
const CHANGES: [method: string, path: string, body?: object][] = [
  ['PATCH', '/leads/1', { name: 'Acme AG' }],
  ['POST', '/leads/1/status?new_status=lost'],
  ['PUT', '/leads/1/primary-contact', { emails: [{ value: 'bea@acme.example' }] }],
  ['DELETE', '/leads/1/primary-contact'],
  ['POST', '/leads/1/archive'],
  ['POST', '/leads/1/activities', { kind: 'note', note: 'Ada' }],
  ['POST', '/leads/1/erasure'],
];

for (const [method, path, body] of CHANGES) {
  test(`${method} ${path} holds to If-Match`, async ({ api }) => {
    const created = await api.create(fullLead());
    const changeAt = (version: string) =>
      api.call(method, path, { body, headers: { 'If-Match': version } });
    readProblem(await changeAt('"2"'), 'precondition-failed');
    expect(await api.lead(1)).toEqual(created);
    expect((await changeAt('"1-95"')).status).toBeLessThan(300);
    expect(await api.position()).toBe(2);
  });

  test(`${method} ${path} can be repeated`, async ({ api }) => {
    await api.create(fullLead());
    const change = () => api.call(method, path, { body, headers: { 'Idempotency-Key': 'k' } });
    const first = await change();
    await api.patch('/leads/1', { owner: 'jens' });
    const again = await change();
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
    expect({ status: again.status, text: again.text }).toEqual({
      status: first.status,
      text: first.text,
    });
    expect(again.headers.get('ETag')).toBe(first.headers.get('ETag'));
    expect(await api.position()).toBe(3);
  });

  test(`${method} ${path} refuses an unknown parameter`, async ({ api }) => {
    await api.create(fullLead());
    const query = path.includes('?') ? '&colour=red' : '?colour=red';
    expect(parametersOf(await api.call(method, path + query, { body }))).toEqual(['colour']);
    expect(await api.position()).toBe(1);
  });
}

test('a repeated contact shows a person who was erased since as erased', async ({ api }) => {
  await api.create({ name: 'Acme' });
  const set = () =>
    api.put('/leads/1/primary-contact', { first_name: 'Ada' }, { 'Idempotency-Key': 'k' });
  const first = read(await set(), LeadRead);
  await api.post('/leads/1/erasure');
  expect(read(await set(), LeadRead)).toEqual({
    ...first,
    primary_contact: { id: 1, erased: true },
  });
});
