import * as fc from 'fast-check';
import type { ApiDocument, Operation, Parameter, Schema } from '../document/api-document.ts';
import { brokenJson, brokenText } from './broken-value.ts';
import { type Change, encoded, type Parts } from './parts.ts';

/** One thing that the document forbids; null where it forbids nothing. */
export function anyFault(document: ApiDocument, operation: Operation): fc.Arbitrary<Change> | null {
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

function withQuery(parts: Parts, name: string, text: string): Parts {
  const others = parts.query.filter(([given]) => given !== name);
  return { ...parts, query: [...others, encoded(name, text)] };
}

const isList = ({ type, anyOf, items }: Schema) =>
  type === 'array' || items !== undefined || JSON.stringify(anyOf ?? '').includes('"array"');

/** What any query refuses: a parameter that it does not have, and one given twice. */
function queryFaults({ parameters, responses }: Operation): fc.Arbitrary<Change>[] {
  if (!responses['422']) return [];
  const names = parameters
    .filter((one) => one.in === 'query' && !isList(one.schema))
    .map(({ name }) => name);
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
