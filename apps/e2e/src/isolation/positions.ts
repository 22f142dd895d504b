import type { Operation } from '../document/api-document.ts';
import { type Canaries, LEADS_OF_OTHER } from './canaries.ts';

/**
 * Where in a request something of a tenant can be named, by the name of the parameter: what another
 * tenant would put there to get at it. Where a name means different things on different paths, the
 * path goes before it: `/imports/{id} id`.
 */
const POSITIONS: Record<string, (of: Canaries) => (string | number)[]> = {
  id: ({ leadIds }) => leadIds,
  lead_id: ({ leadIds }) => leadIds,
  q: ({ name, email }) => [name, name.slice(0, 2), email],
  contact: ({ email, name }) => [email, 'canary', name],
  owner: ({ owner, actor }) => [owner, actor],
  actor: ({ actor }) => [actor],
  cursor: ({ cursor }) => [cursor],
  after: ({ position }) => [0, LEADS_OF_OTHER, position],
  'Last-Event-ID': ({ position }) => [0, LEADS_OF_OTHER, position],
  'If-Match': ({ etag }) => [etag, '"1"', '*'],
  'If-None-Match': ({ etag }) => [etag, '*'],
  'Idempotency-Key': ({ idempotencyKey }) => [idempotencyKey],
  'X-Actor': ({ actor }) => [actor],
  as_of: ({ time }) => [time],
  from: ({ time }) => [time],
  to: ({ time }) => [time],
};

/** The positions that search: by what another tenant has, they find nothing. */
const SEARCHES = new Set(['q', 'contact', 'owner', 'actor', 'lead_id']);

/** Parameters that choose among what is the caller's own, and can name nothing of anybody's. */
const NAMES_NOTHING = new Set([
  ...['archived', 'format', 'industry', 'limit', 'min_priority', 'new_status', 'offset', 'sort'],
  ...['status', 'type', 'X-Tenant-ID'],
]);

/** Values for parameters that have to be there. */
const REQUIRED: Record<string, string> = { format: 'ndjson', new_status: 'lost' };

/** Bodies for operations that take one: what the first tenant sent, or searches for what it has. */
const BODIES: Record<string, (of: Canaries) => unknown> = {
  createLead: ({ lead }) => lead,
  editLead: () => ({ owner: 'other' }),
  setPrimaryContact: () => ({ first_name: 'Other' }),
  logActivity: () => ({ kind: 'call' }),
};

/** Operations of no tenant, and why they may tell what they tell. */
export const WITHOUT_TENANT: Record<string, string> = {
  checkLiveness: 'tells of the process alone',
  checkReadiness: 'tells of the store alone',
  explainProblem: 'a page that is the same for everybody',
  readMetrics: 'figures for the operator; how many leads a tenant has is one, by the contract',
};

/** A lead that both tenants have. */
const OWN_LEAD = 1;

export interface Attempt {
  path: string;
  headers: Record<string, string>;
  body?: unknown;
  /** What has to come of it. */
  expected: 'nothing there' | 'nothing found' | 'nothing of the other';
}

/**
 * All that a tenant can try at an operation with what belongs to another: each thing in each place,
 * on a lead of the other tenant as on an own one.
 * @throws Error that says what to add for an operation or parameter that is new
 */
export function attempts(operation: Operation, of: Canaries): Attempt[] {
  const { operationId, parameters, requestBody } = operation;
  if (requestBody && !BODIES[operationId])
    throw new Error(`${operationId} takes a body: add one to BODIES in isolation/positions.ts`);
  const body = BODIES[operationId]?.(of);
  const ids = parameters.filter((parameter) => parameter.in === 'path');
  const leads = ids.length === 0 ? [null] : [...valuesOf(operation, ids[0]!.name, of), OWN_LEAD];
  const others = parameters.filter((parameter) => parameter.in !== 'path');
  const tries = others.flatMap(({ name, in: place }) =>
    valuesOf(operation, name, of).map((value) => ({ name, place, value: String(value) })),
  );
  return leads.flatMap((lead) =>
    [null, ...tries].map((attempt) => ({
      ...request(operation, lead, attempt),
      body,
      expected: expectedOf(lead, attempt?.name),
    })),
  );
}

function expectedOf(lead: string | number | null, name = ''): Attempt['expected'] {
  if (lead !== null && lead !== OWN_LEAD) return 'nothing there';
  return SEARCHES.has(name) ? 'nothing found' : 'nothing of the other';
}

function valuesOf({ operationId, path }: Operation, name: string, of: Canaries) {
  if (NAMES_NOTHING.has(name)) return [];
  const position = POSITIONS[`${path} ${name}`] ?? POSITIONS[name];
  if (position) return position(of);
  throw new Error(
    `${operationId} has the parameter ${name}: add to POSITIONS in isolation/positions.ts what of ` +
      'another tenant it could name, or to NAMES_NOTHING that it can name nothing',
  );
}

function request(
  { path, parameters }: Operation,
  lead: string | number | null,
  attempt: { name: string; place: string; value: string } | null,
) {
  const required = parameters.filter((one) => one.in === 'query' && one.required);
  const query = new URLSearchParams(required.map(({ name }) => [name, REQUIRED[name] ?? '']));
  if (attempt?.place === 'query') query.set(attempt.name, attempt.value);
  const headers = attempt?.place === 'header' ? { [attempt.name]: attempt.value } : {};
  const address = path.replace(/\{\w+\}/, String(lead));
  return { path: query.size > 0 ? `${address}?${query}` : address, headers };
}
