import type { HeaderObject } from '@nestjs/swagger';

/** The headers by which answers say more than their body; those of HTTP itself are not named. */
export const ANSWER_HEADERS = {
  'X-Request-ID': {
    description: 'Ties the request to its log lines and events.',
    required: true,
    schema: { type: 'string', pattern: '^[!-~]{1,128}$' },
    example: '4bf92f3577b34da6a3ce929d0e0e4736',
  },
  'X-Tenant-Position': {
    description: "The position of the tenant's log that the answer reflects.",
    required: true,
    schema: { type: 'integer', minimum: 0 },
    example: 41,
  },
  ETag: {
    description: 'Version and priority of the lead: the tag changes when either does.',
    required: true,
    schema: { type: 'string', pattern: String.raw`^"\d+-\d+"$` },
    example: '"1-95"',
  },
  Location: {
    description: 'The path of what was created.',
    required: true,
    schema: { type: 'string', format: 'uri-reference' },
    example: '/leads/17',
  },
  'Idempotency-Replayed': {
    description: 'The answer is the first one to a request that was repeated.',
    schema: { type: 'string', enum: ['true'] },
  },
  'Content-Disposition': {
    description: 'The name of the file.',
    required: true,
    schema: { type: 'string' },
    example: 'attachment; filename="demo-history.ndjson"',
  },
  'RateLimit-Policy': {
    description: 'How many requests a tenant has in so many seconds, where that is limited.',
    schema: { type: 'string' },
    example: '"tenant";q=6000;w=60',
  },
  RateLimit: {
    description: 'How many requests are left, and in how many seconds there are all again.',
    schema: { type: 'string' },
    example: '"tenant";r=5999;t=60',
  },
  'Retry-After': {
    description: 'Seconds to wait before the next attempt.',
    required: true,
    schema: { type: 'integer', minimum: 0 },
    example: 15,
  },
} as const satisfies Record<string, HeaderObject>;
export type AnswerHeader = keyof typeof ANSWER_HEADERS;

/** The named headers, as a response of the document refers to them. */
export function headersOf(...names: AnswerHeader[]) {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
