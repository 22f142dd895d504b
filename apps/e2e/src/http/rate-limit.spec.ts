import { test as base } from '@playwright/test';
import { Api, readProblem } from '../service/api.ts';
import { Service } from '../service/service.ts';
import { expect } from '../service/test.ts';

const LIMIT = 5;

const test = base.extend<{ limited: Service }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from it.
  limited: async ({}, use) => {
    const service = await Service.start({ RATE_LIMIT: String(LIMIT) });
    await use(service);
    await service.dispose();
  },
});

/**
 * More than two minutes' worth: should a new minute begin meanwhile, one of both is full. Each says
 * that it comes from elsewhere, which nobody can know of it.
 */
async function exhaust(api: Api) {
  const answers = [];
  for (let asked = 0; asked <= 2 * LIMIT; asked++)
    answers.push(await api.get('/leads', { 'X-Forwarded-For': `203.0.113.${asked}` }));
  return answers;
}

test('a tenant that asks too often is told when to go on', async ({ limited }) => {
  const answers = await exhaust(new Api(limited.url, 'greedy'));
  const refused = answers.filter(({ status }) => status !== 200);
  expect(refused.length).toBeGreaterThan(0);
  for (const answer of refused) {
    readProblem(answer, 'too-many-requests');
    const seconds = Number(answer.headers.get('Retry-After'));
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(answer.headers.get('RateLimit')).toBe(`"tenant";r=0;t=${seconds}`);
  }
});

test('others are answered meanwhile, and what belongs to no tenant as well', async ({
  limited,
}) => {
  const greedy = new Api(limited.url, 'greedy');
  await exhaust(greedy);
  expect(await new Api(limited.url, 'modest').get('/leads')).toMatchObject({ status: 200 });
  for (const path of ['/health/ready', '/metrics', '/app/', '/docs', '/problems/validation'])
    for (let asked = 0; asked <= LIMIT; asked++)
      expect(await greedy.get(path), path).toMatchObject({ status: 200 });
});
