import type { Clock } from '@leadlog/event-store/event-store';
import { Inject, Injectable, type DynamicModule, type ExecutionContext } from '@nestjs/common';
import { ThrottlerGuard, ThrottlerModule, type ThrottlerRequest } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { SETTINGS } from '../providers';
import type { ApplicationSettings } from '../settings';
import { callerOf } from './identity';
import { ProblemDetails } from './problem-details';
import { RequestCounts } from './request-counts';

const MINUTE = 60_000;
const ALLOWED = Promise.resolve(true);

/** How many requests a minute each tenant may make; 0: as many as it likes. */
export function rateLimit(limit: number, clock: Clock): DynamicModule {
  return ThrottlerModule.forRoot({
    throttlers: [{ name: 'tenant', ttl: MINUTE, limit }],
    storage: new RequestCounts(clock),
  });
}

/**
 * Keeps a tenant to its requests a minute, so that none takes the service from the others. Stands
 * behind the `IdentityGuard`: nobody uses up what belongs to a tenant that is not his. The headers
 * are those of draft-ietf-httpapi-ratelimit-headers-10.
 */
@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  @Inject(SETTINGS) private readonly settings!: ApplicationSettings;

  /** The throttler looks a handler's settings up one by one, also where nothing is limited. */
  override canActivate(context: ExecutionContext): Promise<boolean> {
    return this.settings.RATE_LIMIT === 0 ? ALLOWED : super.canActivate(context);
  }

  protected override async handleRequest(asked: ThrottlerRequest): Promise<boolean> {
    const { limit, ttl, blockDuration } = asked;
    const name = asked.throttler.name ?? '';
    const http = asked.context.switchToHttp();
    const { tenantId } = callerOf(http.getRequest<Request>());
    const { totalHits, timeToExpire, isBlocked } = await this.storageService.increment(
      tenantId,
      ttl,
      limit,
      blockDuration,
      name,
    );
    const left = Math.max(0, limit - totalHits);
    http.getResponse<Response>().set({
      'RateLimit-Policy': `"${name}";q=${limit};w=${ttl / 1000}`,
      RateLimit: `"${name}";r=${left};t=${timeToExpire}`,
    });
    if (isBlocked) throw tooManyRequests(limit, timeToExpire);
    return true;
  }
}

function tooManyRequests(limit: number, seconds: number): ProblemDetails {
  return new ProblemDetails(
    'too-many-requests',
    `The tenant has made its ${limit} requests of this minute.`,
    undefined,
    { 'Retry-After': String(seconds) },
  );
}
