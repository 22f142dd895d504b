import { TestClock } from '@leadlog/event-store/test-store';
import { RequestCounts } from './request-counts';

const MINUTE = 60_000;
const LIMIT = 2;

describe('the count of requests', () => {
  let clock: TestClock;
  let counts: RequestCounts;

  beforeEach(() => {
    clock = new TestClock(new Date('2026-11-22T10:00:20.001Z'));
    counts = new RequestCounts(clock.now);
  });

  const count = (tenant = 'acme') => counts.increment(tenant, MINUTE, LIMIT);

  it('blocks what goes beyond the limit, until the window ends', async () => {
    expect(await count()).toMatchObject({ totalHits: 1, timeToExpire: 40, isBlocked: false });
    expect(await count()).toMatchObject({ totalHits: 2, isBlocked: false });
    expect(await count()).toMatchObject({ isBlocked: true, timeToBlockExpire: 40 });
    clock.set('2026-11-22T10:00:59.999Z');
    expect(await count()).toMatchObject({ isBlocked: true, timeToBlockExpire: 1 });
    clock.set('2026-11-22T10:01:00.000Z');
    expect(await count()).toMatchObject({ totalHits: 1, timeToExpire: 60, isBlocked: false });
  });

  it('blocks a tenant and no other', async () => {
    for (let request = 0; request <= LIMIT; request++) await count('greedy');
    expect(await count('greedy')).toMatchObject({ isBlocked: true });
    expect(await count('modest')).toMatchObject({ totalHits: 1, isBlocked: false });
  });
});
