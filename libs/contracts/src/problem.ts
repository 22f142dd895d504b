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
  'unknown-host': { status: 421, title: 'The service does not answer under this name' },
  validation: { status: 422, title: 'The request does not satisfy the contract' },
  'idempotency-key-reused': {
    status: 422,
    title: 'The idempotency key stands for another request',
  },
  'too-many-requests': { status: 429, title: 'The tenant has made its requests of this minute' },
  'too-many-feeds': { status: 429, title: 'Too many live feeds are open' },
  'too-many-downloads': { status: 429, title: 'Too many downloads are under way' },
  'too-many-imports': { status: 429, title: 'Too many imports are unfinished' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'The service cannot answer now' },
} as const satisfies Record<string, { status: number; title: string }>;
export type ProblemName = keyof typeof PROBLEMS;

type ProblemType = `/problems/${ProblemName}`;
const PROBLEM_TYPES = Object.keys(PROBLEMS).map((name) => `/problems/${name}` as ProblemType);

const ERROR_EXAMPLE = {
  pointer: '/primary_contact/emails/0/value',
  detail: 'must be an e-mail address such as ada@acme.example',
  code: 'email',
};

export const ProblemError = z
  .strictObject({
    pointer: z.string().optional().meta({ description: 'RFC 6901 pointer into the body.' }),
    parameter: z.string().optional().meta({ description: 'Name of the query parameter.' }),
    detail: z.string().meta({ description: 'The rule, in English.' }),
    code: z.string().meta({ description: 'Stable name of the rule, for translation.' }),
  })
  .meta({
    id: 'ProblemError',
    description: 'A rule that the request breaks, and where.',
    examples: [ERROR_EXAMPLE],
  });
export type ProblemError = z.output<typeof ProblemError>;

export const VALIDATION_EXAMPLE = {
  type: '/problems/validation',
  title: PROBLEMS.validation.title,
  status: 422,
  detail: `${ERROR_EXAMPLE.pointer} ${ERROR_EXAMPLE.detail}`,
  instance: '/leads',
  correlation_id: '4bf92f3577b34da6a3ce929d0e0e4736',
  errors: [ERROR_EXAMPLE],
} as const;

/** RFC 9457 problem details. */
export const Problem = z
  .strictObject({
    type: z.enum(PROBLEM_TYPES).meta({
      description: 'Which kind of problem it is: a page of this service that explains it.',
    }),
    title: z.string().meta({ description: 'The kind of problem, in English.' }),
    status: z.int().meta({ description: 'The HTTP status.' }),
    detail: z.string().meta({ description: 'What is wrong with this request.' }),
    instance: z.string().meta({ description: 'The path that was asked for.' }),
    correlation_id: z.string().meta({ description: 'The `X-Request-ID` of the answer.' }),
    errors: z.array(ProblemError).optional().meta({
      description: 'Where validation failed: each field of the body or parameter, with the rule.',
    }),
  })
  .meta({
    id: 'Problem',
    description: 'Why there is no answer: problem details as of RFC 9457.',
    examples: [VALIDATION_EXAMPLE],
  });
export type Problem = z.output<typeof Problem>;
