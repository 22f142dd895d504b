import * as fc from 'fast-check';
import type { MediaType, Operation, Parameter } from '../document/api-document.ts';
import { anyText, anyValue } from './any-value.ts';
import { KNOWN } from './known.ts';
import { encoded, type Parts } from './parts.ts';

/** A request that the document allows. */
export function validParts(operation: Operation): fc.Arbitrary<Parts> {
  const { method, path, parameters, requestBody } = operation;
  const ofPlace = (place: Parameter['in']) => {
    const some = parameters.filter((parameter) => parameter.in === place);
    const texts = some.map((parameter) => [parameter.name, validTexts(parameter)] as const);
    const requiredKeys = some.filter(({ required }) => required).map(({ name }) => name);
    return fc.record(Object.fromEntries(texts), { requiredKeys, noNullPrototype: true });
  };
  return fc
    .tuple(ofPlace('path'), ofPlace('query'), ofPlace('header'), validBody(requestBody))
    .map(([names, query, headers, body]) => ({
      method,
      path: path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(names[name]![0]!),
      ),
      query: Object.entries(query).flatMap(([name, values]) =>
        values.map((value) => encoded(name, value)),
      ),
      headers: {
        ...Object.fromEntries(Object.entries(headers).map(([name, [value]]) => [name, value!])),
        ...(body && { 'Content-Type': body.type }),
      },
      body: body?.text,
    }));
}

/** Of a parameter that is a list, one text a member. */
function validTexts({ name, in: place, schema }: Parameter): fc.Arbitrary<string[]> {
  const known = KNOWN[name]?.map((text) => [text]);
  const any = anyValue(schema).map((value) => (Array.isArray(value) ? value : [value]).map(String));
  return known ?? (place === 'path' ? any.filter(([text]) => text !== '') : any);
}

function validBody(requestBody: Operation['requestBody']) {
  const types = Object.entries(requestBody?.content ?? {});
  if (types.length === 0) return fc.constant(null);
  return fc.oneof(
    ...types.map(([type, media]) => validText(type, media).map((text) => ({ type, text }))),
  );
}

/** Only of JSON a schema tells enough; of other types the document's examples are sent, too. */
function validText(type: string, { schema, example, examples = {} }: MediaType) {
  if (type === 'application/json') return anyValue(schema).map((value) => JSON.stringify(value));
  const given = [example, ...Object.values(examples).map(({ value }) => value)].filter(
    (value) => typeof value === 'string',
  );
  return given.length > 0 ? fc.constantFrom(...given) : anyText(schema);
}
