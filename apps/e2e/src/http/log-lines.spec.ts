import { ApiDocument, type Operation } from '../document/api-document.ts';
import { fillWithCanaries, LEADS_OF_OTHER } from '../isolation/canaries.ts';
import { attempts, WITHOUT_TENANT } from '../isolation/positions.ts';
import { Api } from '../service/api.ts';
import { fullLead } from '../service/leads.ts';
import { logLines } from '../service/log-lines.ts';
import { expect, test } from '../service/own-service.ts';
import { Service } from '../service/service.ts';

test('each command is a line: on which lead, what happened, and at which positions', async ({
  own,
  api,
}) => {
  const who = { 'X-Actor': 'mara', 'X-Request-ID': 'request-1' };
  const lead = fullLead();
  await api.create(lead, { ...who, 'Idempotency-Key': 'k' });
  await api.create(lead, { ...who, 'Idempotency-Key': 'k' });
  await api.changeStatus(1, 'qualified', who);
  await api.changeStatus(1, 'qualified', who);
  await api.post('/leads/9/status?new_status=lost', undefined, who);
  await api.post('/leads/1/archive', undefined, { ...who, 'If-Match': '"9"' });
  const { stdout } = await own.stop();
  const lines = logLines(stdout).filter(({ context }) => context === 'Command');
  const of = { level: 30, tenant: 'acme', lead: 1, actor: 'mara', correlation_id: 'request-1' };
  expect(lines).toMatchObject([
    { ...of, msg: 'CreateLead', events: ['LeadCreated'], positions: [1] },
    { ...of, msg: 'CreateLead', events: [], positions: [], replayed: true },
    {
      ...{ ...of, msg: 'ChangeStatus', events: ['StatusChanged'], positions: [2] },
      status: { from: 'new', to: 'qualified' },
    },
    { ...of, msg: 'ChangeStatus', events: [], positions: [] },
    { ...of, msg: 'ChangeStatus', lead: 9, error: 'LeadRefused' },
    { ...of, msg: 'ArchiveLead', error: 'VersionMismatch' },
  ]);
});

test('no operation has personal data, tokens or queries logged, however much is', async () => {
  const service = await Service.start({ LOG_LEVEL: 'trace' });
  const api = new Api(service.url, 'canary-tenant');
  const canaries = await fillWithCanaries(api);
  const secrets = { Authorization: 'Bearer canary-token', Cookie: 'session=canary-cookie' };
  let asked = 0;
  const ask = async ({ method }: Operation, path: string, more: RequestInit = {}) => {
    asked += 1;
    const headers = { 'X-Tenant-ID': api.tenant, ...secrets, ...more.headers };
    const answer = await fetch(`${service.url}${path}`, { method, ...more, headers });
    // A feed has no end of its own.
    if (answer.headers.get('Content-Type')?.startsWith('text/event-stream'))
      await answer.body?.cancel();
    else await answer.text();
  };
  for (const operation of (await ApiDocument.at(service.url)).operations) {
    await ask(operation, `${operation.path.replaceAll(/\{\w+\}/g, '1')}?canary-query=canary-value`);
    if (operation.operationId in WITHOUT_TENANT) continue;
    for (const { path, headers, body } of attempts(operation, canaries)) {
      const isFile = typeof body === 'string';
      const type = isFile ? 'text/csv' : 'application/json';
      const content = isFile ? body : body === undefined ? undefined : JSON.stringify(body);
      await ask(operation, path, {
        headers: { ...headers, ...(content && { 'Content-Type': type }) },
        ...(content !== undefined && { body: content }),
      });
    }
  }
  const { stdout, stderr } = await service.stop();
  await service.dispose();
  const requests = logLines(stdout).filter(({ route }) => route !== undefined);
  expect(requests.length).toBeGreaterThan(asked);
  expect(asked).toBeGreaterThan(LEADS_OF_OTHER * 50);
  const { tenant } = api;
  // The actor and the correlation are what a line is found by; a tenant is not a person.
  const told = [tenant, canaries.actor];
  const { email, idempotencyKey, cursor, texts } = canaries;
  const correlation = String(texts.find((text) => text.startsWith('canary-id-')));
  const hidden = [...texts, email, idempotencyKey, cursor, 'canary-token', 'canary-cookie'];
  for (const text of [...hidden, 'canary-query', 'canary-value', 'canary.example'])
    if (![...told, correlation].includes(text))
      expect(`${stdout}${stderr}`.includes(text), `the log tells ${text}`).toBe(false);
});

test('the level is changed while the service runs', async () => {
  const service = await Service.start({ LOG_LEVEL: 'warn' });
  const api = new Api(service.url, 'acme');
  const switched = async (times: number) => {
    service.signal('SIGUSR2');
    await expect.poll(() => service.stdout.split('log level changed').length - 1).toBe(times);
  };
  await api.create({ name: 'before' }, { 'X-Request-ID': 'before' });
  await switched(1);
  await api.create({ name: 'between' }, { 'X-Request-ID': 'between' });
  await switched(2);
  await api.create({ name: 'after' }, { 'X-Request-ID': 'after' });
  const { stdout } = await service.stop();
  await service.dispose();
  const told = logLines(stdout).map((line) => line['correlation_id'] ?? line['to']);
  expect(new Set(told)).toEqual(new Set(['debug', 'between', 'warn']));
});
