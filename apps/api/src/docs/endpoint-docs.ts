import { LeadRead } from '@leadlog/contracts/lead';
import type { ProblemName } from '@leadlog/contracts/problem';
import { applyDecorators, HttpCode, UseGuards } from '@nestjs/common';
import { ApiExtension, ApiHeader, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { IdentityGuard } from '../http/identity';
import { RateLimitGuard } from '../http/rate-limit';
import { OWN_PROBLEMS } from './conventions';

/** A controller whose endpoints belong to a tenant: identified, answered and documented alike. */
export function TenantEndpoint() {
  return applyDecorators(
    UseGuards(IdentityGuard, RateLimitGuard),
    ApiHeader({
      name: 'X-Tenant-ID',
      required: true,
      description: 'The tenant, whose data alone is seen.',
      schema: { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]{0,62}$', default: 'demo' },
    }),
    ActorHeader(),
  );
}

export function ActorHeader() {
  return ApiHeader({
    name: 'X-Actor',
    description:
      'Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is.',
    schema: {
      type: 'string',
      pattern: '^([ -$&-~]|%[0-9A-Fa-f]{2})*$',
      default: 'anonymous',
    },
  });
}

/** The headers by which a write is made safe to repeat and, on a lead, safe from others' changes. */
export function WriteConditionHeaders(...more: 'If-Match'[]) {
  const ifMatch = more.map((name) =>
    ApiHeader({
      name,
      // No example: documentation would send it, to a lead of whatever version.
      description: 'Refuses the write (412) unless the lead is at this version, such as `"1"`.',
      schema: { type: 'string' },
    }),
  );
  const idempotencyKey = ApiHeader({
    name: 'Idempotency-Key',
    description: 'The same request with the same key gets the first answer again, for 24 hours.',
    schema: { type: 'string', pattern: '^[!-~]{1,255}$' },
  });
  return applyDecorators(idempotencyKey, ...ifMatch);
}

export function LeadIdParameter() {
  return ApiParam({
    name: 'id',
    description: 'The number of the lead.',
    schema: { type: 'integer', minimum: 1 },
    example: 1,
  });
}

/** An endpoint that writes one lead and answers with it. */
export function LeadWriteEndpoint(
  { operationId, summary, answer }: { operationId: string; summary: string; answer: string },
  { status = 200 } = {},
) {
  return applyDecorators(
    HttpCode(status),
    LeadIdParameter(),
    WriteConditionHeaders('If-Match'),
    ApiOperation({ operationId, summary }),
    ApiResponse({ status, standardSchema: LeadRead, description: answer }),
  );
}

/**
 * The problems that an endpoint may answer on its own account. Those that follow from what it is (a
 * tenant's, a write, one with an id or a condition) `addConventions` adds, and their schema.
 */
export function ProblemResponses(...problems: ProblemName[]) {
  return ApiExtension(OWN_PROBLEMS, problems);
}
