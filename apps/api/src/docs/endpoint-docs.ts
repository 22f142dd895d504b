import { LeadRead } from '@leadlog/contracts/lead';
import { PROBLEMS } from '@leadlog/contracts/problem';
import { applyDecorators, HttpCode, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { IdentityGuard } from '../http/identity';
import { TenantAnswerInterceptor } from '../http/tenant-answer';

/** A controller whose endpoints belong to a tenant: identified, answered and documented alike. */
export function TenantEndpoint() {
  return applyDecorators(
    UseGuards(IdentityGuard),
    UseInterceptors(TenantAnswerInterceptor),
    ApiHeader({
      name: 'X-Tenant-ID',
      required: true,
      description: 'The tenant, whose data alone is seen.',
      schema: { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]{0,62}$', default: 'demo' },
    }),
    ApiHeader({
      name: 'X-Actor',
      description: 'Who acts: percent-encoded UTF-8. It stands in the log as it is.',
      schema: { type: 'string', maxLength: 200, default: 'anonymous' },
    }),
  );
}

/** The headers by which a write is made safe to repeat and, on a lead, safe from others' changes. */
export function WriteConditionHeaders(...more: 'If-Match'[]) {
  const ifMatch = more.map((name) =>
    ApiHeader({
      name,
      description: 'Refuses the write (412) unless the lead is at this version, such as "1".',
      schema: { type: 'string' },
    }),
  );
  const idempotencyKey = ApiHeader({
    name: 'Idempotency-Key',
    description: 'The same request with the same key gets the first answer again, for 24 hours.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  });
  return applyDecorators(idempotencyKey, ...ifMatch);
}

export function LeadIdParameter() {
  return ApiParam({ name: 'id', schema: { type: 'integer', minimum: 1 }, example: 1 });
}

/** An endpoint that writes one lead and answers with it. */
export function LeadWriteEndpoint(
  { summary, answer }: { summary: string; answer: string },
  { status = 200, hasBody = false } = {},
) {
  return applyDecorators(
    HttpCode(status),
    LeadIdParameter(),
    WriteConditionHeaders('If-Match'),
    ApiOperation({ summary }),
    ApiResponse({ status, standardSchema: LeadRead, description: answer }),
    ProblemResponses(400, 404, 412, ...(hasBody ? [413, 415] : []), 422),
  );
}

/** The problems that an endpoint answers, besides 500 and 503 which any may. */
export function ProblemResponses(...statuses: number[]) {
  const responses = [...new Set([...statuses, 500, 503])].map((status) =>
    ApiResponse({
      status,
      description: titlesOf(status),
      content: { 'application/problem+json': { schema: { $ref: PROBLEM_REF } } },
    }),
  );
  return applyDecorators(...responses);
}

/** The component under which `addProblemSchema` puts the schema of every problem. */
const PROBLEM_REF = '#/components/schemas/Problem';

function titlesOf(status: number): string {
  const titles = Object.values(PROBLEMS).filter((problem) => problem.status === status);
  return titles.map(({ title }) => title).join(' · ');
}
