import type { ApiDocument, DocumentedAnswer, Operation, Schema } from './api-document.ts';

/** A request, as far as its answer depends on it by the conventions of all endpoints. */
export interface Asked {
  method: string;
  /** With its query. */
  path: string;
  /** The `X-Tenant-ID` that was sent. */
  tenant: string | undefined;
}

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
}

/** Headers that belong to HTTP, or to the proxy in between, and are documented by no endpoint. */
const OF_HTTP = new Set(
  'cache-control connection content-length content-type date keep-alive transfer-encoding vary x-accel-buffering'.split(
    ' ',
  ),
);

/** Served beside the API: the web application, and the documentation itself. */
const BESIDE = /^\/(app(\/.*)?|docs(\/.*)?|openapi\.(json|yaml))?$/;
const TENANT_ID = /^[a-z0-9][a-z0-9_-]{0,62}$/;
const PROBLEM = 'application/problem+json';

/** In what an answer differs from what the document says of it; empty where it does not. */
export function answerFaults(document: ApiDocument, asked: Asked, answer: Answered): string[] {
  const pathname = asked.path.split('?')[0]!;
  if (BESIDE.test(pathname)) return [];
  const operations = document.operationsAt(pathname);
  if (operations.length === 0) return unroutedFaults(answer, 404, []);
  // Every GET answers HEAD as well, with its headers alone.
  const method = asked.method === 'HEAD' ? 'GET' : asked.method;
  const operation = operations.find((one) => one.method === method);
  if (!operation) return unroutedFaults(answer, 405, operations);
  const documented = operation.responses[answer.status];
  if (!documented) return [`the status ${answer.status} is not documented`];
  return [
    ...headerFaults(document, documented, answer),
    ...positionFaults(operation, asked, answer),
    ...contentFaults(document, documented, asked, answer),
  ];
}

/** No operation took the request: there is no such path, or it has other methods. */
function unroutedFaults(
  { status, headers }: Answered,
  expected: 404 | 405,
  operations: readonly Operation[],
): string[] {
  const faults: string[] = [];
  if (status !== expected)
    faults.push(`it is not documented, so that ${expected} is expected instead of ${status}`);
  if (!headers.get('Content-Type')?.startsWith(PROBLEM)) faults.push(`it is no ${PROBLEM}`);
  const methods = operations.map(({ method }) => method);
  if (methods.includes('GET')) methods.push('HEAD');
  const allowed = methods.length > 0 ? methods.sort().join(', ') : null;
  if (headers.get('Allow') !== allowed)
    faults.push(`Allow is ${headers.get('Allow')}, but documented are ${allowed}`);
  return faults;
}

function headerFaults(
  document: ApiDocument,
  { headers: documented = {} }: DocumentedAnswer,
  { headers }: Answered,
): string[] {
  const known = new Set(Object.keys(documented).map((name) => name.toLowerCase()));
  const strange = [...headers.keys()].filter((name) => !known.has(name) && !OF_HTTP.has(name));
  const faults = strange.map((name) => `the header ${name} is not documented`);
  for (const [name, { required, schema }] of Object.entries(documented)) {
    const value = headers.get(name);
    if (value === null) {
      if (required) faults.push(`the header ${name} is missing`);
      continue;
    }
    const wrong = document.faultsOf(schema, schema.type === 'integer' ? Number(value) : value);
    faults.push(...wrong.map((fault) => `the header ${name}: ${fault}`));
  }
  return faults;
}

/** Every answer to a tenant tells its position, unless the store is what fails. */
function positionFaults({ parameters }: Operation, asked: Asked, answer: Answered): string[] {
  const isOfTenant = parameters.some(({ name }) => name === 'X-Tenant-ID');
  const isNamed = TENANT_ID.test(asked.tenant ?? '');
  const isMissing = !answer.headers.has('X-Tenant-Position');
  return isOfTenant && isNamed && isMissing && answer.status < 500
    ? ['the header X-Tenant-Position is missing']
    : [];
}

function contentFaults(
  document: ApiDocument,
  { content }: DocumentedAnswer,
  { method }: Asked,
  { headers, text }: Answered,
): string[] {
  const type = headers.get('Content-Type')?.split(';')[0];
  if (content === undefined) return text === '' && !type ? [] : ['no content is documented'];
  const documented = content[String(type)];
  if (!documented) return [`the content type ${type} is not documented`];
  if (method === 'HEAD') return text === '' ? [] : ['an answer to HEAD has no content'];
  const faults = bodyFaults(document, documented.schema, String(type), text);
  return type === PROBLEM ? [...faults, ...problemFaults(documented.examples, text)] : faults;
}

function bodyFaults(document: ApiDocument, schema: Schema, type: string, text: string): string[] {
  if (!/[/+]json$/.test(type)) return document.faultsOf(schema, text);
  try {
    return document.faultsOf(schema, JSON.parse(text));
  } catch (error) {
    return [`it is no JSON: ${(error as Error).message}`];
  }
}

/** The examples of a refusal name all problems that may be its reason. */
function problemFaults(examples: Record<string, unknown> = {}, text: string): string[] {
  const name = (JSON.parse(text) as { type: string }).type.replace('/problems/', '');
  return Object.hasOwn(examples, name) ? [] : [`the problem ${name} is not documented here`];
}
