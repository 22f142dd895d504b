import { LeadRead } from '@leadlog/contracts/lead';
import { read } from '../service/api.ts';
import { fullLead } from '../service/leads.ts';
import { expect, test } from '../service/test.ts';

test('an archived lead is in no list but that of the archive', async ({ api }) => {
  await api.createAll([fullLead(), { name: 'Beta' }]);
  const archived = read(await api.post('/leads/1/archive'), LeadRead);
  expect(archived).toMatchObject({ archived: true, priority: 95, version: 2 });
  expect(await api.names({})).toEqual(['Beta']);
  expect(await api.names({ q: 'acme' })).toEqual([]);
  expect(await api.list({ archived: 'true' })).toMatchObject({ items: [archived], total: 1 });
  expect(await api.lead(1)).toEqual(archived);
});

test('a restored lead is in the lists again', async ({ api }) => {
  await api.create(fullLead());
  await api.post('/leads/1/archive');
  const restored = read(await api.post('/leads/1/restore'), LeadRead);
  expect(restored).toMatchObject({ archived: false, version: 3 });
  expect(await api.list()).toMatchObject({ items: [restored], total: 1 });
  expect(await api.list({ archived: 'true' })).toMatchObject({ total: 0 });
  expect((await api.history(1)).slice(1)).toMatchObject([
    { type: 'LeadArchived', data: {}, changes: [{ field: 'archived', from: false, to: true }] },
    { type: 'LeadRestored', data: {}, changes: [{ field: 'archived', from: true, to: false }] },
  ]);
});

test('what is so already is no event', async ({ api }) => {
  const created = await api.create(fullLead());
  expect(read(await api.post('/leads/1/restore'), LeadRead)).toEqual(created);
  const archived = read(await api.post('/leads/1/archive'), LeadRead);
  expect(read(await api.post('/leads/1/archive'), LeadRead)).toEqual(archived);
  expect(await api.position()).toBe(2);
});

test('an archived lead can still be worked on', async ({ api }) => {
  await api.create(fullLead());
  await api.post('/leads/1/archive');
  expect(await api.changeStatus(1, 'lost')).toMatchObject({ archived: true, status: 'lost' });
  expect(read(await api.patch('/leads/1', { name: 'Old' }), LeadRead).archived).toBe(true);
});
