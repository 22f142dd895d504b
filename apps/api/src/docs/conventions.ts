import { PROBLEMS, type ProblemName } from '@leadlog/contracts/problem';
import type {
  ComponentsObject,
  OpenAPIObject,
  OperationObject,
  ParameterObject,
  ReferenceObject,
  ResponseObject,
} from '@nestjs/swagger';
import { ANSWER_HEADERS, headersOf, type AnswerHeader } from './answer-headers';
import { problemResponse, problemsOf, type OperationTraits } from './problem-responses';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Method = (typeof METHODS)[number];

/** Under which a controller says what problems its operation has of its own; gone afterwards. */
export const OWN_PROBLEMS = 'x-problems';

const LEAD_READ = '#/components/schemas/LeadRead';

/**
 * Adds to each operation what the conventions of every endpoint promise and no controller repeats:
 * the headers of its answers, the conditions of its requests and the problems it may answer. What
 * several operations share moves to the document's components.
 */
export function addConventions(document: OpenAPIObject): void {
  const components: Required<Pick<ComponentsObject, 'headers' | 'parameters' | 'responses'>> = {
    headers: ANSWER_HEADERS,
    parameters: {},
    responses: {},
  };
  for (const path of Object.values(document.paths))
    for (const method of METHODS) {
      const operation = path[method];
      if (!operation) continue;
      addConditionalRead(method, operation);
      addAnswerHeaders(operation);
      addProblems(method, operation, components.responses);
      arrangeParameters(operation, components.parameters);
    }
  document.components = { ...document.components, ...components };
}

/** A single lead is not sent again to whoever has it. */
function addConditionalRead(method: Method, operation: OperationObject): void {
  if (method !== 'get' || !answersOf(operation).some(isLead)) return;
  operation.parameters?.push({
    name: 'If-None-Match',
    in: 'header',
    description: 'The `ETag` of the lead that is known, such as `"1-95"`: 304 if it is the same.',
    schema: { type: 'string' },
  });
  operation.responses['304'] = {
    description: 'The lead has not changed.',
    headers: headersOf('ETag'),
  };
}

function addAnswerHeaders(operation: OperationObject): void {
  const { isOfTenant, isRepeatable } = traitsOf(operation);
  for (const answer of answersOf(operation)) {
    const names: AnswerHeader[] = ['X-Request-ID'];
    if (isOfTenant) names.push('X-Tenant-Position', 'RateLimit-Policy', 'RateLimit');
    if (isLead(answer)) names.push('ETag');
    if (isRepeatable) names.push('Idempotency-Replayed');
    answer.headers = { ...headersOf(...names), ...answer.headers };
  }
}

function addProblems(
  method: Method,
  operation: OperationObject,
  shared: NonNullable<ComponentsObject['responses']>,
): void {
  const { [OWN_PROBLEMS]: own = [] } = operation as { [OWN_PROBLEMS]?: ProblemName[] };
  Reflect.deleteProperty(operation, OWN_PROBLEMS);
  const readsBody = method !== 'get';
  const problems = problemsOf({ ...traitsOf(operation), readsBody }, own);
  for (const [status, names] of Map.groupBy(problems, (name) => PROBLEMS[name].status)) {
    const key = names.join('.');
    shared[key] = problemResponse(names);
    operation.responses[status] = { $ref: `#/components/responses/${key}` };
  }
}

/** Path, query, headers, in this order; headers are the same wherever they occur. */
function arrangeParameters(
  operation: OperationObject,
  shared: NonNullable<ComponentsObject['parameters']>,
): void {
  const all = parametersOf(operation).map(withExample);
  const headers = all.filter((parameter) => parameter.in === 'header');
  for (const header of headers) shared[header.name] = header;
  operation.parameters = [
    ...all.filter((parameter) => parameter.in === 'path'),
    ...all.filter((parameter) => parameter.in === 'query'),
    ...headers.map(({ name }) => ({ $ref: `#/components/parameters/${name}` })),
  ];
}

/** Of a parameter the description and the example are told once, where a reader looks for them. */
function withExample({ schema, ...parameter }: ParameterObject): ParameterObject {
  const { description: _, example, ...rest } = (schema ?? {}) as Record<string, unknown>;
  return { ...parameter, ...(example !== undefined && { example }), schema: rest };
}

function traitsOf(operation: OperationObject): Omit<OperationTraits, 'readsBody'> {
  const parameters = parametersOf(operation);
  const names = new Set(parameters.map(({ name }) => name));
  return {
    isOfTenant: names.has('X-Tenant-ID'),
    namesActor: names.has('X-Actor'),
    hasId: parameters.some((parameter) => parameter.in === 'path'),
    isRepeatable: names.has('Idempotency-Key'),
    isConditional: names.has('If-Match'),
  };
}

/** Before they are arranged, none of them is a reference. */
const parametersOf = ({ parameters = [] }: OperationObject) => parameters as ParameterObject[];

/** The answers that are no problems. */
function answersOf({ responses }: OperationObject): ResponseObject[] {
  return Object.entries(responses).flatMap(([status, response]) =>
    Number(status) < 400 ? [response as ResponseObject] : [],
  );
}

function isLead({ content }: ResponseObject): boolean {
  const schema = content?.['application/json']?.schema as Partial<ReferenceObject> | undefined;
  return schema?.$ref === LEAD_READ;
}
