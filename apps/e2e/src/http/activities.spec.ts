import { LeadRead } from '@leadlog/contracts/lead';
import { pointersOf, positionOf, read, type Api } from '../service/api.ts';
import { daysAgo, fullLead, secondsAhead } from '../service/leads.ts';
import { expect, test } from '../service/test.ts';

const PATH = '/leads/1/activities';

const log = async (api: Api, activity: object) =>
  read(await api.post(PATH, activity), LeadRead, 201);
const untouched = () => ({ ...fullLead(), last_activity_at: null });

test('an activity of now makes the lead a fresh one', async ({ api }) => {
  const created = await api.create(untouched());
  expect(created.priority).toBe(75);
  const answer = await api.post(PATH, { kind: 'call' });
  const lead = read(answer, LeadRead, 201);
  expect(lead).toMatchObject({ priority: 95, version: 2, last_activity_at: lead.updated_at });
  expect(lead.priority_until).not.toBeNull();
  expect(positionOf(answer)).toBe(2);
  expect(await api.lead(1)).toEqual(lead);
  expect(await api.list()).toMatchObject({ items: [lead] });
});

for (const kind of ['call', 'email', 'meeting', 'note'])
  test(`logs a ${kind} of another day`, async ({ api }) => {
    await api.create(untouched());
    const occurred_at = daysAgo(10);
    const lead = await log(api, { kind, occurred_at });
    expect(lead).toMatchObject({ last_activity_at: occurred_at, priority: 85 });
    expect((await api.history(1))[1]).toMatchObject({
      type: 'ActivityLogged',
      data: { kind, occurred_at },
      changes: [{ field: 'last_activity_at', from: null, to: occurred_at }],
      priority: { before: 75, after: 85 },
    });
  });

test('the last activity is the newest of what was given and logged', async ({ api }) => {
  const given = (await api.create(fullLead())).last_activity_at;
  expect((await log(api, { kind: 'call', occurred_at: daysAgo(20) })).last_activity_at).toBe(given);
  const newer = daysAgo(1);
  expect((await log(api, { kind: 'call', occurred_at: newer })).last_activity_at).toBe(newer);
  expect((await log(api, { kind: 'call', occurred_at: daysAgo(9) })).last_activity_at).toBe(newer);
  expect(await api.history(1)).toHaveLength(4);
});

test('a note is in the history, but apart from its data', async ({ api }) => {
  await api.create(fullLead());
  const note = 'Ada wants an offer:\n\t120 seats, Müller & Söhne 🚀';
  await log(api, { kind: 'note', note: `  ${note}\n` });
  const [, entry] = await api.history(1);
  expect(entry?.changes).toContainEqual({ field: 'note', from: null, to: note });
  expect(JSON.stringify(entry?.data)).not.toContain('Ada');
});

test('an erasure takes the notes with it, not that there was an activity', async ({ api }) => {
  await api.create(fullLead());
  const { last_activity_at } = await log(api, { kind: 'call', note: 'Ada likes chess' });
  const erased = read(await api.post('/leads/1/erasure'), LeadRead);
  expect(erased.last_activity_at).toBe(last_activity_at);
  const answer = await api.get('/leads/1/history');
  expect(answer.text).not.toContain('chess');
  expect((await api.history(1))[1]?.changes).toContainEqual({
    field: 'note',
    from: null,
    to: { erased: true },
  });
});

test('takes a clock that runs ahead by less than a minute', async ({ api }) => {
  await api.create(fullLead());
  const occurred_at = secondsAhead(30);
  expect((await log(api, { kind: 'call', occurred_at })).last_activity_at).toBe(occurred_at);
});

test('takes a note of 2,000 characters, however many bytes they have', async ({ api }) => {
  await api.create(fullLead());
  await log(api, { kind: 'note', note: '😀'.repeat(2000) });
});

const refused: [what: string, activity: () => unknown, ...pointers: string[]][] = [
  ['no kind', () => ({}), '/kind'],
  ['an unknown kind', () => ({ kind: 'fax' }), '/kind'],
  ['no body', () => undefined, ''],
  ['an unknown field', () => ({ kind: 'call', by: 'mara' }), '/by'],
  ['no time', () => ({ kind: 'call', occurred_at: 'today' }), '/occurred_at'],
  ['the future', () => ({ kind: 'call', occurred_at: secondsAhead(300) }), '/occurred_at'],
  ['an empty note', () => ({ kind: 'note', note: '' }), '/note'],
  ['a note of 2,001 characters', () => ({ kind: 'note', note: '😀'.repeat(2001) }), '/note'],
  ['a NUL in a note', () => ({ kind: 'note', note: 'a\u0000b' }), '/note'],
  ['a carriage return in a note', () => ({ kind: 'note', note: 'a\r\nb' }), '/note'],
  ['a lone surrogate in a note', () => ({ kind: 'note', note: 'a\ud800b' }), '/note'],
];
for (const [what, activity, ...pointers] of refused)
  test(`refuses ${what}`, async ({ api }) => {
    await api.create(fullLead());
    expect(pointersOf(await api.post(PATH, activity()))).toEqual(pointers);
    expect(await api.position()).toBe(1);
  });
