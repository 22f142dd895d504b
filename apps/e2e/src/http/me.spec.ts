import { Me } from '@leadlog/contracts/me';
import { Api, parametersOf, read, readProblem } from '../service/api.ts';
import { expect, test } from '../service/own-service.ts';

const ROLES = ['sales', 'auditor', 'admin'];

/** As somebody asks who does not know any tenant yet. */
async function whoAmI(url: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/me`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

test('without a tenant, one learns who one is and which tenants there are', async ({ own }) => {
  expect(read(await whoAmI(own.url), Me)).toEqual({
    actor: 'anonymous',
    roles: ROLES,
    tenants: [],
  });
  for (const tenant of ['zeta', 'acme', 'acme-2'])
    await new Api(own.url, tenant).create({ name: 'Acme' });
  await new Api(own.url, 'only-read').list();
  const actor = { 'X-Actor': 'J%C3%BCrgen' };
  expect(read(await whoAmI(own.url, actor), Me)).toEqual({
    actor: 'Jürgen',
    roles: ROLES,
    tenants: ['acme', 'acme-2', 'zeta'],
  });
});

test('a tenant that is named makes no difference, an actor that cannot be one is refused', async ({
  own,
}) => {
  expect(await whoAmI(own.url, { 'X-Tenant-ID': 'Not one' })).toMatchObject({ status: 200 });
  readProblem(await whoAmI(own.url, { 'X-Actor': '%FF' }), 'invalid-actor');
});

test('takes no parameter, and is kept by no cache', async ({ own, api }) => {
  expect(parametersOf(await api.get('/me?tenant=acme'))).toEqual(['tenant']);
  const { headers } = await whoAmI(own.url);
  expect(headers.get('Cache-Control')).toBe('private, no-store');
});
