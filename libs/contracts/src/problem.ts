import * as z from 'zod';

/** The one catalogue of errors: each has a stable name, an HTTP status and a title. */
export const PROBLEMS = {
  'malformed-request': { status: 400, title: 'The request cannot be read' },
  'invalid-tenant': { status: 400, title: 'The tenant header is missing or malformed' },
  'invalid-actor': { status: 400, title: 'The actor header is malformed' },
  'invalid-idempotency-key': { status: 400, title: 'The idempotency key is malformed' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  'position-ahead': { status: 410, title: 'The log has not come as far as this position' },
  'precondition-failed': { status: 412, title: 'The lead has changed meanwhile' },
  'payload-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The media type is not supported' },
  validation: { status: 422, title: 'The request does not satisfy the contract' },
  'idempotency-key-reused': {
    status: 422,
    title: 'The idempotency key stands for another request',
  },
  'too-many-feeds': { status: 429, title: 'Too many live feeds are open' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'The service cannot answer now' },
} as const satisfies Record<string, { status: number; title: string }>;
export type ProblemName = keyof typeof PROBLEMS;

export const ProblemError = z
  .strictObject({
    pointer: z.string().optional().meta({ description: 'RFC 6901 pointer into the body.' }),
    parameter: z.string().optional().meta({ description: 'Name of the query parameter.' }),
    detail: z.string(),
    code: z.string().meta({ description: 'Stable name of the rule, for translation.' }),
  })
  .meta({ id: 'ProblemError' });
export type ProblemError = z.output<typeof ProblemError>;

/** RFC 9457 problem details. */
export const Problem = z
  .strictObject({
    type: z.string().meta({ example: '/problems/validation' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    correlation_id: z.string(),
    errors: z.array(ProblemError).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.output<typeof Problem>;
