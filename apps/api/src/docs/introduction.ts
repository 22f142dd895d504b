/** What an integrator reads first, above all endpoints. */
export const INTRODUCTION = `An event-sourced lead CRM. Every tenant sees only its own leads.

The examples run as they stand against the tenant \`demo\`, which \`npm run demo\` fills.

**Errors** are problem details (RFC 9457), \`application/problem+json\`: their \`type\` is a page of this
service that explains them. A path that is not listed here is answered by 404, a method that a path
does not have by 405 with \`Allow\`. Every \`GET\` answers \`HEAD\` as well.

**Unknown** fields of a body and parameters of a query are refused by name (422). An optional field may
be \`null\`, which is the same as absent; an empty parameter counts as absent.

**Limits.** Where the service limits the requests of a tenant, every answer to it names the limit in
\`RateLimit-Policy\` and what is left of it in \`RateLimit\`; a 429 says in \`Retry-After\` when to go on.

**Consistency.** \`X-Tenant-Position\` says which state of the tenant's log an answer reflects. A write is
visible to every later read.

**Repeating a write** is safe with an \`Idempotency-Key\`; \`If-Match\` makes it safe from others' changes.

**Correlation.** An answer's \`X-Request-ID\`, which also stands in the log and in the history, is the
trace id of the request's \`traceparent\`, else its \`X-Request-ID\`, else a new one.

**Texts** are trimmed and Unicode NFC, their lengths count code points. Control characters are refused;
in notes newline and tab are none.`;

export const TAGS = {
  leads: 'Companies to be won, the most urgent first, and all that can be done to one.',
  imports: 'Files of leads, read in as jobs.',
  views: 'Views of the list that a tenant keeps by name.',
  history: "The tenant's log: read, followed, exported and proved.",
  me: 'Who asks, and what they may see.',
  statistics: 'How many leads, in which state, and how they came.',
  operations: 'For those who run the service. No tenant needed.',
  problems: 'What the problems mean, for people. No tenant needed.',
};
