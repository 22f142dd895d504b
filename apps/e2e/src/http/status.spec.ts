import { LeadRead } from '@leadlog/contracts/lead';
import { positionOf, read, readProblem } from '../service/api.ts';
import { fullLead } from '../service/leads.ts';
import { expect, test } from '../service/test.ts';

const QUALIFY = '/leads/1/status?new_status=qualified';

test('changes the status and nothing else', async ({ api }) => {
  const created = await api.create(fullLead());
  const answer = await api.post(QUALIFY);
  const changed = read(answer, LeadRead);
  const { status, priority, priority_breakdown, updated_at, version, ...rest } = changed;
  expect({ status, priority, version }).toEqual({ status: 'qualified', priority: 135, version: 2 });
  expect(priority_breakdown[0]).toEqual({ criterion: 'status', value: 'qualified', points: 50 });
  expect(Date.parse(updated_at)).toBeGreaterThanOrEqual(Date.parse(created.updated_at));
  expect(created).toMatchObject(rest);
  expect(answer.headers.get('ETag')).toBe('"2-135"');
  expect(positionOf(answer)).toBe(2);
  expect(await api.lead(1)).toEqual(changed);
});

test('every status may follow every other', async ({ api }) => {
  await api.create({ name: 'Acme' });
  const order = ['qualified', 'lost', 'new', 'lost', 'qualified', 'new'] as const;
  for (const status of order) expect((await api.changeStatus(1, status)).status).toBe(status);
  expect(await api.position()).toBe(1 + order.length);
});

test('the status that it already has is no event', async ({ api }) => {
  const created = await api.create(fullLead());
  expect(await api.changeStatus(1, 'new')).toEqual(created);
  expect(await api.position()).toBe(1);
  expect(await api.history(1)).toHaveLength(1);
});

for (const held of ['"1"', '"1-95"', '"1-10"'])
  test(`If-Match: ${held} holds for version 1`, async ({ api }) => {
    await api.create(fullLead());
    const answer = await api.post(QUALIFY, undefined, { 'If-Match': held });
    expect(read(answer, LeadRead).version).toBe(2);
  });

for (const stale of ['"1"', '"1-95"', '"3"', '"12"'])
  test(`If-Match: ${stale} fails for version 2`, async ({ api }) => {
    await api.create(fullLead());
    const changed = await api.changeStatus(1, 'qualified');
    const answer = await api.post('/leads/1/status?new_status=lost', undefined, {
      'If-Match': stale,
    });
    readProblem(answer, 'precondition-failed');
    expect(await api.lead(1)).toEqual(changed);
    expect(await api.position()).toBe(2);
  });

test('without If-Match nobody is refused for a race', async ({ api }) => {
  await api.create({ name: 'Acme' });
  const wanted = Array.from({ length: 12 }, (_, n) => (n % 2 ? 'lost' : 'qualified'));
  await Promise.all(wanted.map((status) => api.changeStatus(1, status)));
  const history = await api.history(1);
  expect((await api.lead(1)).version).toBe(history.length);
  for (const [index, { data }] of history.entries())
    if (index > 1) expect(data['from']).toBe(history[index - 1]?.data['to']);
});

test('of two changes on the same version one fails', async ({ api }) => {
  await api.create({ name: 'Acme' });
  const answers = await Promise.all(
    ['qualified', 'lost'].map((status) =>
      api.post(`/leads/1/status?new_status=${status}`, undefined, { 'If-Match': '"1"' }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect(await api.position()).toBe(2);
});

test('an unknown lead has no status', async ({ api }) => {
  readProblem(await api.post(QUALIFY), 'not-found');
  expect(await api.position()).toBe(0);
});
