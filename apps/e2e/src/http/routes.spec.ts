import { readProblem } from '../service/api.ts';
import { fullLead } from '../service/leads.ts';
import { expect, test } from '../service/test.ts';

/** A request as a browser or a monitor makes it: no tenant. */
const visit = async (url: string) => {
  const response = await fetch(url, { redirect: 'manual' });
  return {
    status: response.status,
    type: response.headers.get('Content-Type') ?? '',
    location: response.headers.get('Location'),
    text: await response.text(),
  };
};

for (const path of ['/nothing', '/leads/1/nothing', '/lead'])
  test(`there is no ${path}`, async ({ api }) => {
    readProblem(await api.get(path), 'not-found');
    readProblem(await api.post(path, {}), 'not-found');
  });

for (const [method, path, ...allowed] of [
  ['DELETE', '/leads', 'GET', 'POST'],
  ['PUT', '/leads', 'GET', 'POST'],
  ['DELETE', '/leads/1', 'GET', 'PATCH'],
  ['GET', '/leads/1/primary-contact', 'DELETE', 'PUT'],
  ['GET', '/leads/1/activities', 'POST'],
  ['DELETE', '/leads/1/archive', 'POST'],
  ['DELETE', '/leads/1/status', 'POST'],
  ['DELETE', '/leads/1/history', 'GET'],
  ['DELETE', '/leads/duplicates', 'POST'],
  ['POST', '/leads/1/duplicates', 'GET'],
  ['POST', '/me', 'GET'],
  ['POST', '/views', 'GET'],
  ['GET', '/views/hot', 'DELETE', 'PUT'],
  ['PUT', '/leads/import', 'POST'],
  ['POST', '/leads/export', 'GET'],
  ['DELETE', '/imports/1', 'GET'],
  ['POST', '/imports/1/refused', 'GET'],
] as const)
  test(`${method} ${path} is not allowed`, async ({ api }) => {
    await api.create(fullLead());
    const answer = await api.call(method, path);
    readProblem(answer, 'method-not-allowed');
    const allow = (answer.headers.get('Allow') ?? '').split(/,\s*/);
    expect(allow).toEqual(expect.arrayContaining([...allowed]));
    expect(allow).not.toContain(method);
    expect(await api.position()).toBe(1);
  });

test('the origin leads to the application', async ({ service }) => {
  const { status, location } = await visit(`${service.url}/`);
  expect([301, 302, 303, 307, 308]).toContain(status);
  expect(new URL(String(location), service.url).pathname).toBe('/app/');
});

test('the application can be entered by any of its addresses', async ({ service }) => {
  const enter = async (path: string) => {
    const page = await visit(`${service.url}/app/${path}`);
    return { ...page, text: page.text.replace(/ngCspNonce="[^"]+"/, '') };
  };
  const index = await enter('');
  expect(index).toMatchObject({ status: 200, type: expect.stringContaining('text/html') });
  expect(index.text).toContain('<base href="/app/"');
  for (const path of ['leads/new', 'leads/17', 'leads?status=new&page=2'])
    expect(await enter(path)).toEqual(index);
});

test('the application gets its scripts', async ({ service }) => {
  const { text } = await visit(`${service.url}/app/`);
  const script = /<script[^>]* src="([^"]+)"/.exec(text)?.[1];
  const answer = await visit(`${service.url}/app/${script}`);
  expect(answer).toMatchObject({ status: 200, type: expect.stringContaining('javascript') });
});

for (const path of ['live', 'ready'])
  test(`/health/${path} answers without a tenant`, async ({ service }) => {
    expect((await visit(`${service.url}/health/${path}`)).status).toBe(200);
  });

test('/openapi.json describes every endpoint in OpenAPI 3.1', async ({ service }) => {
  const { status, type, text } = await visit(`${service.url}/openapi.json`);
  expect({ status, type }).toEqual({
    status: 200,
    type: expect.stringContaining('application/json'),
  });
  const { openapi, paths } = JSON.parse(text) as { openapi: string; paths: object };
  expect(openapi).toMatch(/^3\.1\./);
  expect(paths).toMatchObject({
    '/leads': { get: {}, post: {} },
    '/leads/import': { post: {} },
    '/leads/export': { get: {} },
    '/imports/{id}': { get: {} },
    '/imports/{id}/refused': { get: {} },
    '/leads/{id}': { get: {}, patch: {} },
    '/leads/{id}/primary-contact': { put: {}, delete: {} },
    '/leads/{id}/archive': { post: {} },
    '/leads/{id}/restore': { post: {} },
    '/leads/{id}/activities': { post: {} },
    '/leads/{id}/status': { post: {} },
    '/leads/{id}/history': { get: {} },
    '/leads/duplicates': { post: {} },
    '/leads/{id}/duplicates': { get: {} },
    '/history': { get: {} },
    '/history/verification': { get: {} },
    '/history/checkpoint': { get: {} },
    '/history/keys': { get: {} },
    '/history/export': { get: {} },
    '/events': { get: {} },
    '/stats': { get: {} },
    '/me/tenants': { get: {} },
    '/me': { get: {} },
    '/views': { get: {} },
    '/views/{name}': { put: {}, delete: {} },
  });
});

test('/docs shows the documentation to a person', async ({ service }) => {
  const response = await fetch(`${service.url}/docs`);
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toContain('text/html');
});
