import { PROBLEMS, VALIDATION_EXAMPLE, type ProblemName } from '@leadlog/contracts/problem';
import type { ResponseObject } from '@nestjs/swagger';
import { EXPLANATIONS } from '../problems/explanations';
import { ANSWER_HEADERS, headersOf } from './answer-headers';

/** What of an operation decides which problems it may answer. */
export interface OperationTraits {
  isOfTenant: boolean;
  namesActor: boolean;
  readsBody: boolean;
  hasId: boolean;
  isRepeatable: boolean;
  isConditional: boolean;
}

/** The problems that follow from what an operation is. All others are named at its controller. */
const FOLLOWS: Partial<Record<ProblemName, (operation: OperationTraits) => boolean>> = {
  'malformed-request': () => true,
  'invalid-tenant': ({ isOfTenant }) => isOfTenant,
  'invalid-actor': ({ namesActor }) => namesActor,
  'invalid-idempotency-key': ({ isRepeatable }) => isRepeatable,
  'not-found': ({ hasId }) => hasId,
  'precondition-failed': ({ isConditional }) => isConditional,
  'payload-too-large': ({ readsBody }) => readsBody,
  'unsupported-media-type': ({ readsBody }) => readsBody,
  'unknown-host': () => true,
  validation: ({ isOfTenant }) => isOfTenant,
  'idempotency-key-reused': ({ isRepeatable }) => isRepeatable,
  'too-many-requests': ({ isOfTenant }) => isOfTenant,
  internal: () => true,
  unavailable: () => true,
};

/** The problems that an operation may answer, those included that it has of its own. */
export function problemsOf(operation: OperationTraits, own: readonly ProblemName[]): ProblemName[] {
  const names = Object.keys(PROBLEMS) as ProblemName[];
  return names.filter((name) => own.includes(name) || FOLLOWS[name]?.(operation));
}

/** The answer by which problems of one status are told. */
export function problemResponse(names: readonly ProblemName[]): ResponseObject {
  const isToBeRetried = names.some((name) => PROBLEMS[name].status === 429);
  return {
    description: names.map((name) => PROBLEMS[name].title).join(' · '),
    headers: {
      ...headersOf('X-Request-ID', 'RateLimit-Policy', 'RateLimit'),
      ...(isToBeRetried && headersOf('Retry-After')),
      'X-Tenant-Position': { ...ANSWER_HEADERS['X-Tenant-Position'], required: false },
    },
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(names.map((name) => [name, { value: example(name) }])),
      },
    },
  };
}

function example(name: ProblemName) {
  if (name === 'validation') return VALIDATION_EXAMPLE;
  const { title, status } = PROBLEMS[name];
  return {
    type: `/problems/${name}`,
    title,
    status,
    detail: EXPLANATIONS[name].en,
    instance: VALIDATION_EXAMPLE.instance,
    correlation_id: VALIDATION_EXAMPLE.correlation_id,
  };
}
