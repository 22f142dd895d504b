import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { test as base } from '@playwright/test';
import { Api, type Answer, readProblem } from '../service/api.ts';
import { Service } from '../service/service.ts';
import { expect, test } from '../service/test.ts';

/** An answer to a request with these lines, which `fetch` would not send like this. */
async function ask(url: string, lines: string[], content = ''): Promise<Answer> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write([...lines, 'Connection: close', '', content].join('\r\n'));
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  const [statusLine = '', ...fields] = head.split('\r\n');
  const headers = new Headers(fields.map((field) => field.split(/:\s*(.*)/).slice(0, 2)) as []);
  return { status: Number(statusLine.split(' ')[1]), headers, text: body };
}

const asking = (url: string, path: string, host: string, ...more: string[]) =>
  ask(url, [`GET ${path} HTTP/1.1`, `Host: ${host}`, ...more]);

for (const host of ['localhost', '127.0.0.1:8080', '[::1]:3000', 'LOCALHOST:4200'])
  test(`answers for ${host}`, async ({ service }) => {
    expect(await asking(service.url, '/health/live', host)).toMatchObject({ status: 200 });
  });

for (const path of ['/leads', '/', '/app/', '/app/theme.js', '/docs', '/openapi.json', '/metrics'])
  test(`tells a page of a foreign domain nothing of ${path}`, async ({ api, service, tenant }) => {
    await api.create({ name: 'Secret' });
    const tenantHeader = `X-Tenant-ID: ${tenant}`;
    const refused = await asking(service.url, path, 'evil.example:3000', tenantHeader);
    readProblem(refused, 'unknown-host');
    expect(refused.headers.get('X-Tenant-Position')).toBeNull();
    expect(refused.text).not.toContain('Secret');
  });

test('a page of a foreign domain writes nothing', async ({ api, service, tenant }) => {
  const body = JSON.stringify({ name: 'Acme' });
  const lines = [
    'POST /leads HTTP/1.1',
    'Host: evil.example',
    `X-Tenant-ID: ${tenant}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
  ];
  const refused = await ask(service.url, lines, body);
  readProblem(refused, 'unknown-host');
  expect(await api.position()).toBe(0);
});

/** What proxies say of the request that they pass on, and anybody may say of his own. */
const FORWARDED = [
  'X-Forwarded-For: 203.0.113.7',
  'X-Forwarded-Host: localhost',
  'X-Forwarded-Proto: https',
  'X-Forwarded-Port: 443',
  'X-Real-IP: 203.0.113.7',
  'Forwarded: for=203.0.113.7;host=localhost;proto=https',
];

test('what a request says of the way that it has come changes nothing', async ({
  service,
  tenant,
}) => {
  const answers: Answer[] = [];
  for (const said of [[], FORWARDED])
    for (const [line, host] of [
      ['POST /leads HTTP/1.1', 'localhost'],
      ['GET /leads HTTP/1.1', 'evil.example'],
      ['GET / HTTP/1.1', 'localhost'],
    ] as const) {
      const lines = [
        line,
        `Host: ${host}`,
        `X-Tenant-ID: ${tenant}`,
        'X-Request-ID: same',
        ...said,
      ];
      const body = ['Content-Type: application/json', 'Content-Length: 15'];
      const isWrite = line.startsWith('POST');
      answers.push(
        await ask(
          service.url,
          [...lines, ...(isWrite ? body : [])],
          isWrite ? '{"name":"Acme"}' : '',
        ),
      );
    }
  const told = answers.map(({ status, headers }) => [status, headers.get('Location')]);
  expect(told).toEqual([
    [201, '/leads/1'],
    [421, null],
    [302, '/app/'],
    [201, '/leads/2'],
    [421, null],
    [302, '/app/'],
  ]);
  const names = (answer: Answer | undefined) => [...(answer?.headers.keys() ?? [])];
  for (const index of [0, 1, 2]) expect(names(answers[index + 3])).toEqual(names(answers[index]));
  expect(service.stdout).not.toContain('203.0.113.7');
});

for (const version of ['1.0', '1.1'])
  test(`a request of HTTP/${version} has to say whom it is for`, async ({ service }) => {
    const refused = await ask(service.url, [`GET /leads HTTP/${version}`]);
    readProblem(refused, 'malformed-request');
    expect(refused.text).toContain('Host');
  });

base('answers for the names that ALLOWED_HOSTS lists, and for no other', async () => {
  const hosts = 'crm.example, müller.example, 127.0.0.1';
  const service = await Service.start({ ALLOWED_HOSTS: hosts });
  const statusOf = async (host: string) =>
    (await asking(service.url, '/leads', host, 'X-Tenant-ID: acme')).status;
  const statuses = {
    'CRM.example:443': await statusOf('CRM.example:443'),
    'xn--mller-kva.example': await statusOf('xn--mller-kva.example'),
    localhost: await statusOf('localhost'),
    'www.crm.example': await statusOf('www.crm.example'),
  };
  const { stdout } = await service.stop();
  await service.dispose();
  expect(statuses).toEqual({
    'CRM.example:443': 200,
    'xn--mller-kva.example': 200,
    localhost: 421,
    'www.crm.example': 421,
  });
  expect(stdout, 'who runs it finds the reason').toMatch(/ALLOWED_HOSTS.*www\.crm\.example/);
});

base('that is open to others still answers for the loopback alone, and says so', async () => {
  const service = await Service.start({ HOST: '0.0.0.0', TRUST_TENANT_HEADER: 'true' });
  const refused = await asking(service.url, '/leads', 'crm.example', 'X-Tenant-ID: acme');
  const answered = await new Api(service.url, 'acme').get('/leads');
  const { stdout } = await service.stop();
  await service.dispose();
  readProblem(refused, 'unknown-host');
  expect(answered.status).toBe(200);
  expect(stdout).toMatch(/Answers for +localhost, 127\.0\.0\.1, \[::1\] \(ALLOWED_HOSTS/);
});
