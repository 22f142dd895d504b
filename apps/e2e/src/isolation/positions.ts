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
  '/imports/{id} id': ({ importId }) => [importId],
  '/imports/{id}/refused id': ({ importId }) => [importId],
  '/views/{name} name': ({ view }) => [view],
};

/** The positions that name a thing which has to be there: for another tenant it is not. */
const NAMES_A_THING = new Set(['id']);

/** The positions that search: by what another tenant has, they find nothing. */
const SEARCHES = new Set(['q', 'contact', 'owner', 'actor', 'lead_id']);

/** Parameters that choose among what is the caller's own, and can name nothing of anybody's. */
const NAMES_NOTHING = new Set([
  ...['archived', 'format', 'industry', 'limit', 'min_priority', 'new_status', 'offset', 'sort'],
  ...['status', 'type', 'X-Tenant-ID', 'map', 'dry_run', 'force'],
]);

/** Values for parameters that have to be there. */
const REQUIRED: Record<string, string> = { format: 'ndjson', new_status: 'lost' };

/** Bodies for operations that take one: what the first tenant sent, or searches for what it has. */
const BODIES: Record<string, (of: Canaries) => unknown> = {
  createLead: ({ lead }) => lead,
  editLead: () => ({ owner: 'other' }),
  setPrimaryContact: () => ({ first_name: 'Other' }),
  logActivity: () => ({ kind: 'call' }),
  findDuplicates: ({ name, email }) => ({ name, emails: [email] }),
  saveView: () => ({ query: { status: 'new' } }),
  importLeads: ({ file }) => file,
};

/** Operations of no tenant, and why they may tell what they tell. */
export const WITHOUT_TENANT: Record<string, string> = {
  checkLiveness: 'tells of the process alone',
  checkReadiness: 'tells of the store alone',
  explainProblem: 'a page that is the same for everybody',
  readMe: 'without a token everybody may see every tenant, and is told their names',
  compareTenants:
    'figures of the tenants that one may see: without a token of all, by the contract',
  readMetrics: 'figures for the operator; how many leads a tenant has is one, by the contract',
};

/** A lead that both tenants have; stands in a path where nothing of the other one does. */
const OWN_LEAD = '1';

export interface Attempt {
  path: string;
  headers: Record<string, string>;
  /** JSON, or a file as text. */
  body?: unknown;
  /** What has to come of it: a 404, an empty list, or whatever shows nothing of the other. */
  expected: 'nothing there' | 'nothing found' | 'nothing of the other';
}

/**
 * All that a tenant can try at an operation with what belongs to another: each thing in each place,
 * and each place beside a thing of its own as beside one of the other.
 * @throws Error that says what to add for an operation or parameter that is new
 */
export function attempts(operation: Operation, of: Canaries): Attempt[] {
  const { operationId, parameters, requestBody } = operation;
  if (requestBody && !BODIES[operationId])
    throw new Error(`${operationId} takes a body: add one to BODIES in isolation/positions.ts`);
  const body = BODIES[operationId]?.(of);
  const triesAt = (isInPath: boolean) =>
    parameters
      .filter((parameter) => (parameter.in === 'path') === isInPath)
      .flatMap(({ name, in: place }) =>
        valuesOf(operation, name, of).map((value) => ({ name, place, value: String(value) })),
      );
  // Its own thing comes last: only what succeeds takes the other's Idempotency-Key for itself.
  return [...triesAt(true), null].flatMap((thing) =>
    [null, ...triesAt(false)].map((other) => ({
      ...request(operation, thing, other),
      body,
      expected: expectedOf(thing?.name, other?.name),
    })),
  );
}

function expectedOf(thing = '', other = ''): Attempt['expected'] {
  if (NAMES_A_THING.has(thing)) return 'nothing there';
  return SEARCHES.has(other) ? 'nothing found' : 'nothing of the other';
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

interface Try {
  name: string;
  place: string;
  value: string;
}

function request({ path, parameters }: Operation, thing: Try | null, other: Try | null) {
  const required = parameters.filter((one) => one.in === 'query' && one.required);
  const query = new URLSearchParams(required.map(({ name }) => [name, REQUIRED[name] ?? '']));
  if (other?.place === 'query') query.set(other.name, other.value);
  const headers = other?.place === 'header' ? { [other.name]: other.value } : {};
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(name === thing?.name ? thing.value : OWN_LEAD),
  );
  return { path: query.size > 0 ? `${address}?${query}` : address, headers };
}
