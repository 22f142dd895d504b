import { test as base } from '@playwright/test';
import { Api } from '../service/api.ts';
import { Service } from '../service/service.ts';
import { expect, test } from '../service/test.ts';

const OURS = 'https://app.example';
const ASKING = {
  'Access-Control-Request-Method': 'PATCH',
  'Access-Control-Request-Headers': 'content-type,if-match,x-tenant-id',
};

const namesOf = (headers: Headers) =>
  [...headers.keys()].filter((name) => name.startsWith('access-control-'));

test('without CORS_ORIGINS, no page of another origin reads anything', async ({ api }) => {
  const read = await api.get('/leads', { Origin: OURS });
  expect(namesOf(read.headers)).toEqual([]);
  const asked = await api.call('OPTIONS', '/leads/1', { headers: { Origin: OURS, ...ASKING } });
  expect(asked.status).toBe(405);
  expect(namesOf(asked.headers)).toEqual([]);
});

base(
  'pages of the origins that CORS_ORIGINS lists read all that is told, others nothing',
  async () => {
    const service = await Service.start({ CORS_ORIGINS: `${OURS}, http://localhost:4200` });
    const api = new Api(service.url, 'acme');
    const from = (origin: string, more = {}) => ({ Origin: origin, ...more });
    const allowedTo = ({ headers }: { headers: Headers }) =>
      headers.get('Access-Control-Allow-Origin');
    const created = await api.post('/leads', { name: 'Acme' }, from(OURS));
    const refused = await api.post('/leads', { name: '' }, from(OURS));
    const unread = await api.call('POST', '/leads', { raw: 'name', headers: from(OURS) });
    const strangers = ['https://evil.example', 'https://app.example.evil.example', 'null'];
    const others = await Promise.all(strangers.map((one) => api.get('/leads', from(one))));
    const ask = (origin: string) =>
      fetch(`${service.url}/leads/1`, { method: 'OPTIONS', headers: from(origin, ASKING) });
    const [preflight, foreign] = [await ask(OURS), await ask(strangers[0]!)];
    const plain = await api.call('OPTIONS', '/leads/1', { headers: from(OURS) });
    await service.dispose();

    expect([created.status, refused.status, unread.status]).toEqual([201, 422, 415]);
    for (const answer of [created, refused, unread, preflight])
      expect(allowedTo(answer)).toBe(OURS);
    const exposed = created.headers.get('Access-Control-Expose-Headers')?.split(',');
    for (const name of ['ETag', 'Location', 'Retry-After', 'X-Tenant-Position', 'X-Request-ID'])
      expect(exposed).toContain(name);
    expect(created.headers.get('Vary')).toBe('X-Tenant-ID, Authorization, Origin');
    expect(created.headers.get('Access-Control-Allow-Credentials')).toBeNull();

    expect(others.map(allowedTo)).toEqual([null, null, null]);
    expect(allowedTo(foreign)).toBeNull();

    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toContain('PATCH');
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toBe(
      ASKING['Access-Control-Request-Headers'],
    );
    expect(Number(preflight.headers.get('Access-Control-Max-Age'))).toBeGreaterThan(600);
    expect(plain.status, 'what is no preflight is a method that no endpoint has').toBe(405);
  },
);
