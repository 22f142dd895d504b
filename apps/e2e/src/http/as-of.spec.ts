import { LeadRead } from '@leadlog/contracts/lead';
import { setTimeout as pause } from 'node:timers/promises';
import { parametersOf, positionOf, read, readProblem, type Api } from '../service/api.ts';
import { daysAgo, fullLead } from '../service/leads.ts';
import { expect, test } from '../service/test.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const at = (moment: string) => `/leads/1?as_of=${encodeURIComponent(moment)}`;
const asOf = async (api: Api, moment: string) => read(await api.get(at(moment)), LeadRead);
const later = (moment: string, ms: number) => new Date(Date.parse(moment) + ms).toISOString();

/** The next event is recorded at another millisecond than the one before. */
const nextMoment = () => pause(2);

test('shows the lead as it was after each of its events', async ({ api }) => {
  const states = [await api.create(fullLead())];
  for (const change of [
    () => api.post('/leads/1/status?new_status=qualified'),
    () => api.patch('/leads/1', { name: 'Acme AG', owner: null }),
    () => api.put('/leads/1/primary-contact', { first_name: 'Bea' }),
    () => api.post('/leads/1/archive'),
    () => api.delete('/leads/1/primary-contact'),
  ]) {
    await nextMoment();
    states.push(read(await change(), LeadRead));
  }
  for (const state of states) expect(await asOf(api, state.updated_at)).toEqual(state);
  const [first, second] = states;
  expect(await asOf(api, later(second!.updated_at, -1))).toEqual(first);
});

test('tells the priority as of then', async ({ api }) => {
  const lead = await api.create({ ...fullLead(), last_activity_at: daysAgo(0) });
  const until = String(lead.priority_until);
  expect(await asOf(api, later(until, -1))).toMatchObject({ priority: 95, priority_until: until });
  expect((await asOf(api, until)).priority).toBe(85);
  expect((await asOf(api, later(until, 30 * DAY_MS))).priority).toBe(75);
});

test('there was no lead before its creation', async ({ api }) => {
  const { created_at } = await api.create(fullLead());
  readProblem(await api.get(at(later(created_at, -1))), 'not-found');
  readProblem(await api.get(at('0000-01-01T00:00:00Z')), 'not-found');
  expect((await asOf(api, created_at)).version).toBe(1);
});

test('of a person who was erased it shows that there was one, with the points', async ({ api }) => {
  const created = await api.create(fullLead());
  await nextMoment();
  const set = read(await api.put('/leads/1/primary-contact', { first_name: 'Bea' }), LeadRead);
  await nextMoment();
  const erased = read(await api.post('/leads/1/erasure'), LeadRead);
  for (const { updated_at, version } of [created, set])
    expect(await asOf(api, updated_at)).toMatchObject({
      version,
      priority: 95,
      primary_contact_id: 1,
      primary_contact: { id: 1, erased: true },
    });
  expect(await asOf(api, erased.updated_at)).toEqual(erased);
});

test('has the ETag of then and the position of now', async ({ api }) => {
  const { created_at } = await api.create(fullLead());
  await nextMoment();
  await api.changeStatus(1, 'lost');
  const answer = await api.get(at(created_at));
  expect(answer.headers.get('ETag')).toBe('"1-95"');
  expect(positionOf(answer)).toBe(2);
});

test('takes a time with an offset', async ({ api }) => {
  await api.create({ name: 'Acme' });
  expect((await asOf(api, '2999-01-01T00:00:00+01:00')).name).toBe('Acme');
});

for (const query of ['as_of=yesterday', 'as_of=2026-11-22', 'as_of=0000-01-01T00:00:00%2B01:00'])
  test(`refuses ?${query}`, async ({ api }) => {
    await api.create(fullLead());
    expect(parametersOf(await api.get(`/leads/1?${query}`))).toEqual(['as_of']);
  });
