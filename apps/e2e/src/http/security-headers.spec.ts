import { expect, test } from '../service/test.ts';

/** The directives of an answer's Content-Security-Policy by name. */
async function policyOf(url: string): Promise<Record<string, string>> {
  const { headers } = await fetch(url);
  const directives = (headers.get('content-security-policy') ?? '').split(';');
  return Object.fromEntries(directives.map((one) => one.split(/ (.*)/, 2)));
}

for (const path of ['/leads', '/health/live', '/openapi.json', '/problems/validation', '/nowhere'])
  test(`GET ${path} runs nothing, may not be framed, and is what its type says`, async ({
    baseURL,
  }) => {
    const { headers } = await fetch(`${baseURL}${path}`);
    expect(await policyOf(`${baseURL}${path}`)).toEqual({
      'default-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

test('the application runs scripts of its own only, and styles by a nonce of each answer', async ({
  baseURL,
}) => {
  const first = await fetch(`${baseURL}/app/leads/1`);
  const policy = first.headers.get('content-security-policy');
  const nonce = /ngCspNonce="([^"]+)"/.exec(await first.text())?.[1];
  expect(policy).toMatch(/script-src 'self';/);
  expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
  expect(policy).not.toContain('unsafe');
  expect(first.headers.get('cache-control')).toBe('no-store');
  const second = await fetch(`${baseURL}/app/leads/1`);
  expect(await second.text()).not.toContain(String(nonce));
});

test('Swagger UI runs scripts of its own only', async ({ baseURL }) => {
  expect(await policyOf(`${baseURL}/docs`)).toMatchObject({
    'default-src': "'none'",
    'script-src': "'self'",
  });
});

test('what the page loads is compressed, and kept for good where its name tells its content', async ({
  baseURL,
}) => {
  const page = await (await fetch(`${baseURL}/app/`)).text();
  const hashed = [...page.matchAll(/(?:src|href)="((?:main|chunk|styles)-[^"]+)"/g)];
  expect(hashed.length).toBeGreaterThan(3);
  for (const [, file] of hashed) {
    const { headers } = await fetch(`${baseURL}/app/${file}`);
    expect(headers.get('cache-control'), file).toBe('public, max-age=31536000, immutable');
    expect(headers.get('content-encoding') ?? 'short', file).toMatch(/^(br|gzip|short)$/);
  }
  const { headers } = await fetch(`${baseURL}/app/theme.js`);
  expect(headers.get('cache-control')).toBe('no-cache');
});

test('a browser that takes Brotli gets what the build has compressed, which is the same', async ({
  baseURL,
}) => {
  const page = await (await fetch(`${baseURL}/app/`)).text();
  const main = /src="(main-[^"]+)"/.exec(page)?.[1];
  const get = (encoding: string) =>
    fetch(`${baseURL}/app/${main}`, { headers: { 'Accept-Encoding': encoding } });
  const [compressed, gzipped] = [await get('br, gzip'), await get('gzip')];
  expect(compressed.headers.get('content-encoding')).toBe('br');
  expect(compressed.headers.get('content-type')).toBe(gzipped.headers.get('content-type'));
  expect(compressed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(compressed.headers.get('vary')).toContain('Accept-Encoding');
  expect(gzipped.headers.get('content-encoding')).toBe('gzip');
  expect(await compressed.text()).toBe(await gzipped.text());
});
