import type { Clock } from '@leadlog/event-store/event-store';
import type { ThrottlerStorage } from '@nestjs/throttler';

/**
 * Counts requests in windows that begin for everybody at once, so that a count costs the same
 * whatever the limit, and a window that is over is forgotten as a whole. The store that comes with
 * the throttler keeps the time of each request (docs/decisions/0018-limits.md).
 */
export class RequestCounts implements ThrottlerStorage {
  private counts = new Map<string, number>();
  private window = 0;

  constructor(private readonly clock: Clock) {}

  /** `ttl`, the length of a window, in milliseconds; times in the outcome in whole seconds. */
  increment(key: string, ttl: number, limit: number): ReturnType<ThrottlerStorage['increment']> {
    const now = this.clock().getTime();
    const window = Math.floor(now / ttl);
    if (window !== this.window) this.begin(window);
    const totalHits = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, totalHits);
    const timeToExpire = Math.ceil(((window + 1) * ttl - now) / 1000);
    const isBlocked = totalHits > limit;
    const timeToBlockExpire = isBlocked ? timeToExpire : 0;
    return Promise.resolve({ totalHits, timeToExpire, isBlocked, timeToBlockExpire });
  }

  private begin(window: number): void {
    this.window = window;
    this.counts = new Map();
  }
}
