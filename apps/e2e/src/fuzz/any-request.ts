import * as fc from 'fast-check';
import type { ApiDocument, Operation, Parameter } from '../document/api-document.ts';
import { anyText, anyValue } from './any-value.ts';
import { brokenJson, brokenText } from './broken-value.ts';
import { KNOWN } from './known.ts';
import { anyOddity } from './oddities.ts';
import type { Parts } from './parts.ts';

/** How a request was made, from which follows what may be answered. */
export type Intent =
  /** The document allows it: it is not refused, but for a rule that no schema can tell. */
  | 'valid'
  /** The document forbids it: it is refused. */
  | 'broken'
  /** Whatever is sent: what is answered is documented, and no failure of the service. */
  | 'odd';

export interface FuzzRequest {
  intent: Intent;
  /** Which of the document's operations was meant. */
  operationId: string;
  parts: Parts;
}

type Change = (parts: Parts) => Parts;

/** Any request to any of the document's operations. */
export function anyRequest(document: ApiDocument): fc.Arbitrary<FuzzRequest> {
  const ofEach = document.operations.map((operation) => {
    const valid = validParts(operation);
    const faults = anyFault(document, operation);
    const changed = (intent: Intent, changes: fc.Arbitrary<Change>) =>
      fc.tuple(valid, changes).map(([parts, change]) => ({ intent, parts: change(parts) }));
    return fc
      .oneof(
        { weight: 2, arbitrary: valid.map((parts) => ({ intent: 'valid' as const, parts })) },
        { weight: faults ? 2 : 0, arbitrary: changed('broken', faults ?? fc.constant(asItIs)) },
        { weight: 1, arbitrary: changed('odd', anyOddity) },
      )
      .map((request) => ({ operationId: operation.operationId, ...request }));
  });
  return fc.oneof(...ofEach);
}

const asItIs: Change = (parts) => parts;

function validParts({ method, path, parameters, requestBody }: Operation): fc.Arbitrary<Parts> {
  const ofPlace = (place: Parameter['in']) => {
    const some = parameters.filter((parameter) => parameter.in === place);
    const texts = some.map((parameter) => [parameter.name, validText(parameter)] as const);
    const requiredKeys = some.filter(({ required }) => required).map(({ name }) => name);
    return fc.record(Object.fromEntries(texts), { requiredKeys, noNullPrototype: true });
  };
  return fc
    .tuple(ofPlace('path'), ofPlace('query'), ofPlace('header'), validBody(requestBody))
    .map(([names, query, headers, body]) => ({
      method,
      path: path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(names[name]!)),
      query: Object.entries(query).map(([name, value]) => encoded(name, value)),
      headers: { ...headers, ...(body && { 'Content-Type': body.type }) },
      body: body?.text,
    }));
}

function validText(parameter: Parameter): fc.Arbitrary<string> {
  const known = KNOWN[parameter.name];
  const any = anyValue(parameter.schema).map(String);
  return known ?? (parameter.in === 'path' ? any.filter((text) => text !== '') : any);
}

function validBody(requestBody: Operation['requestBody']) {
  const types = Object.entries(requestBody?.content ?? {});
  if (types.length === 0) return fc.constant(null);
  return fc.oneof(
    ...types.map(([type, { schema }]) =>
      type === 'application/json'
        ? anyValue(schema).map((value) => ({ type, text: JSON.stringify(value) }))
        : anyText(schema).map((text) => ({ type, text })),
    ),
  );
}

/** One thing that the document forbids; null where it forbids nothing. */
function anyFault(document: ApiDocument, operation: Operation): fc.Arbitrary<Change> | null {
  const faults = [
    ...operation.parameters.flatMap((parameter) =>
      // Every operation has the same headers.
      weighted(parameter.in === 'header' ? 1 : 4, parameterFaults(operation, parameter)),
    ),
    ...weighted(4, queryFaults(operation)),
    ...weighted(8, bodyFaults(document, operation)),
  ];
  return faults.length === 0 ? null : fc.oneof(...faults);
}

const weighted = <T>(weight: number, arbitraries: fc.Arbitrary<T>[]) =>
  arbitraries.map((arbitrary) => ({ weight, arbitrary }));

function parameterFaults(operation: Operation, parameter: Parameter): fc.Arbitrary<Change>[] {
  const { name, required } = parameter;
  const texts = brokenText(parameter)?.filter(
    (text) => parameter.in !== 'header' || /^[\t\x20-\xff]*$/.test(text),
  );
  const broken = texts?.map((text): Change => (parts) => {
    if (parameter.in === 'header') return { ...parts, headers: { ...parts.headers, [name]: text } };
    if (parameter.in === 'query') return withQuery(parts, name, text);
    const path = operation.path.replace(`{${name}}`, encodeURIComponent(text));
    return { ...parts, path: path.replaceAll(/\{\w+\}/g, '1') };
  });
  const without: Change = ({ query, headers, ...parts }) => ({
    ...parts,
    query: query.filter(([given]) => given !== name),
    headers: Object.fromEntries(Object.entries(headers).filter(([given]) => given !== name)),
  });
  const isMissing = required && parameter.in !== 'path' ? [fc.constant(without)] : [];
  return [...(broken ? [broken] : []), ...isMissing];
}

const encoded = (name: string, value: string): [string, string] => [
  encodeURIComponent(name),
  encodeURIComponent(value),
];

function withQuery(parts: Parts, name: string, text: string): Parts {
  const others = parts.query.filter(([given]) => given !== name);
  return { ...parts, query: [...others, encoded(name, text)] };
}

/** What any query refuses: a parameter that it does not have, and one given twice. */
function queryFaults({ parameters, responses }: Operation): fc.Arbitrary<Change>[] {
  if (!responses['422']) return [];
  const names = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  const unknown = fc
    .constantFrom('colour', 'Limit', 'q[]', '__proto__', 'constructor', 'ä', ' ')
    .map(
      (name): Change =>
        (parts) =>
          withQuery(parts, name, 'x'),
    );
  if (names.length === 0) return [unknown];
  const twice = fc.constantFrom(...names).map((name): Change => (parts) => ({
    ...parts,
    query: [...parts.query, [name, '1'], [name, '2']],
  }));
  return [unknown, twice];
}

const NO_JSON = ['{', '{"name":"a"', "{'name':'a'}", '{"name":"a",}', '', ' ', '\ud800', '\u0000'];

function bodyFaults(document: ApiDocument, operation: Operation): fc.Arbitrary<Change>[] {
  const schema = operation.requestBody?.content['application/json']?.schema;
  if (!schema) return [];
  const broken = fc.oneof(
    brokenJson(document, schema).map((value) => JSON.stringify(value)),
    fc.constantFrom(...NO_JSON),
  );
  const otherTypes = fc.constantFrom(
    'text/plain',
    'application/xml',
    'multipart/form-data',
    'json',
  );
  return [
    broken.map((body): Change => (parts) => ({ ...parts, body })),
    otherTypes.map((type): Change => (parts) => ({
      ...parts,
      headers: { ...parts.headers, 'Content-Type': type },
    })),
  ];
}
