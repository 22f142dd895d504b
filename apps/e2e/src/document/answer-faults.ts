import type { ApiDocument, DocumentedAnswer, Operation } from './api-document.ts';

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

/** What tells browsers to be careful, the same with every answer, and whose pages may read it. */
const OF_BROWSERS =
  /^(access-control-(allow-origin|expose-headers)|content-security-policy|cross-origin-.+|origin-agent-cluster|referrer-policy|x-content-type-options|x-dns-prefetch-control|x-download-options|x-frame-options|x-permitted-cross-domain-policies|x-xss-protection)$/;

const TO_DOCUMENT_STATUS =
  'a problem is named by its controller in ProblemResponses, or follows in apps/api/src/docs/problem-responses.ts';
const TO_DOCUMENT_HEADER = 'apps/api/src/docs/answer-headers.ts';

/** Served beside the API: the web application, and the documentation itself. */
const BESIDE = /^\/(app(\/.*)?|docs(\/.*)?|openapi\.(json|yaml))?$/;
const TENANT_ID = /^[a-z0-9][a-z0-9_-]{0,62}$/;
const PROBLEM = 'application/problem+json';

/** In what an answer differs from what the document says of it; empty where it does not. */
export function answerFaults(document: ApiDocument, asked: Asked, answer: Answered): string[] {
  const pathname = asked.path.split('?')[0]!;
  if (BESIDE.test(pathname) || isUnread(answer)) return [];
  const operations = isDecodable(pathname) ? document.operationsAt(pathname) : [];
  if (operations.length === 0) return unroutedFaults(answer, 404, []);
  // Every GET answers HEAD as well, with its headers alone.
  const method = asked.method === 'HEAD' ? 'GET' : asked.method;
  const operation = operations.find((one) => one.method === method);
  if (!operation) return unroutedFaults(answer, 405, operations);
  const documented = operation.responses[answer.status];
  if (!documented) return [`the status ${answer.status} is not documented (${TO_DOCUMENT_STATUS})`];
  return [
    ...headerFaults(document, documented, answer),
    ...positionFaults(operation, asked, answer),
    ...contentFaults(document, documented, asked, answer),
  ];
}

/** What is no percent-encoded UTF-8 is no path of the document's. */
function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

/** The bytes were no HTTP request: it was refused before anybody looked where it leads. */
function isUnread({ status, headers, text }: Answered): boolean {
  const isItsOwn = text === '' || text.includes('"instance":""');
  return status === 400 && headers.get('Connection') === 'close' && isItsOwn;
}

/** No operation took the request: there is no such path, or it has other methods. */
function unroutedFaults(
  { status, headers }: Answered,
  expected: 404 | 405,
  operations: readonly Operation[],
): string[] {
  // The host is looked at, and a body read, before anybody looks where it leads.
  if ([400, 413, 415, 421].includes(status))
    return isProblem(headers) ? [] : [`it is no ${PROBLEM}`];
  const faults: string[] = [];
  if (status !== expected)
    faults.push(`it is not documented, so that ${expected} is expected instead of ${status}`);
  if (!isProblem(headers)) faults.push(`it is no ${PROBLEM}`);
  const methods = operations.map(({ method }) => method);
  if (methods.includes('GET')) methods.push('HEAD');
  const allowed = methods.length > 0 ? methods.sort().join(', ') : null;
  if (headers.get('Allow') !== allowed)
    faults.push(`Allow is ${headers.get('Allow')}, but documented are ${allowed}`);
  return faults;
}

const isProblem = (headers: Headers) => headers.get('Content-Type')?.startsWith(PROBLEM) === true;

function headerFaults(
  document: ApiDocument,
  { headers: documented = {} }: DocumentedAnswer,
  { headers }: Answered,
): string[] {
  const known = new Set(Object.keys(documented).map((name) => name.toLowerCase()));
  const strange = [...headers.keys()].filter(
    (name) => !known.has(name) && !OF_HTTP.has(name) && !OF_BROWSERS.test(name),
  );
  const faults = strange.map(
    (name) => `the header ${name} is not documented (${TO_DOCUMENT_HEADER})`,
  );
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

/** Every answer to a tenant tells its position, unless the store fails or the host is nobody's. */
function positionFaults({ parameters }: Operation, asked: Asked, answer: Answered): string[] {
  const isOfTenant = parameters.some(({ name }) => name === 'X-Tenant-ID');
  const isNamed = TENANT_ID.test(asked.tenant ?? '');
  const isMissing = !answer.headers.has('X-Tenant-Position');
  const mayTell = answer.status < 500 && answer.status !== 421;
  return isOfTenant && isNamed && isMissing && mayTell
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
  if (!/[/+]json$/.test(String(type))) return document.faultsOf(documented.schema, text);
  const value = parse(text);
  if (value === undefined) return ['it is no JSON'];
  const faults = document.faultsOf(documented.schema, value);
  return type === PROBLEM ? [...faults, ...problemFaults(documented.examples, value)] : faults;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The examples of a refusal name all problems that may be its reason. */
function problemFaults(examples: Record<string, unknown> = {}, problem: unknown): string[] {
  const name = String((problem as { type?: unknown }).type).replace('/problems/', '');
  return Object.hasOwn(examples, name) ? [] : [`the problem ${name} is not documented here`];
}
