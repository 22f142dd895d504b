import { randomUUID } from 'node:crypto';
import { Feed } from '../service/feed.ts';
import { type LogLine, logLines } from '../service/log-lines.ts';
import { expect, test } from '../service/own-service.ts';
import type { Ending } from '../service/service.ts';

/** The lines that were logged of requests to a route. */
function requestsTo(route: string, { stdout }: Ending): LogLine[] {
  return logLines(stdout).filter((line) => line['route'] === route);
}

test('logs each request with its route, outcome and correlation, and for whom it was made', async ({
  own,
  api,
}) => {
  await api.create({ name: 'Acme' });
  await api.get('/leads/1?as_of=2200-01-01T00:00:00Z', {
    'X-Actor': 'mara',
    'X-Request-ID': 'first',
  });
  await api.get('/leads/2', { 'X-Request-ID': 'second' });
  await fetch(`${own.url}/nowhere/1?secret=1`, { headers: { 'X-Request-ID': 'third' } });
  const ending = await own.stop();
  const of = { level: 30, method: 'GET', duration_ms: expect.any(Number) };
  expect(requestsTo('/leads/:id', ending)).toMatchObject([
    { ...of, status: 200, tenant: 'acme', actor: 'mara', correlation_id: 'first' },
    { ...of, status: 404, tenant: 'acme', actor: 'anonymous', correlation_id: 'second' },
  ]);
  expect(requestsTo('other', ending)).toMatchObject([
    { ...of, status: 404, correlation_id: 'third' },
  ]);
});

test('logs a request that is not waited for to its end', async ({ own, api }) => {
  const feed = await Feed.open(api);
  feed.close();
  expect(requestsTo('/events', await own.stop())).toMatchObject([{ status: 200, aborted: true }]);
});

test('logs neither persons nor what was searched, nor the address of a request', async ({
  own,
  api,
}) => {
  const [first_name, last_name, sought] = [randomUUID(), randomUUID(), randomUUID()];
  const contact = {
    first_name,
    last_name,
    phone: '+49 30 987654321',
    emails: [{ value: `${first_name}@acme.example` }],
  };
  await api.create({ name: 'Acme', primary_contact: contact }, { 'X-Actor': 'mara' });
  await api.post('/leads', { name: '', primary_contact: contact });
  await api.get(`/leads?q=${sought}`);
  await fetch(`${own.url}/${sought}`);
  const { stdout, stderr } = await own.stop();
  expect(stdout).toContain('mara');
  for (const secret of [first_name, last_name, '987654321', sought])
    expect(`${stdout}${stderr}`).not.toContain(secret);
});
