import * as fc from 'fast-check';
import type { Schema } from '../document/api-document.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Where a schema sets no bound. */
const LONGEST = 40;
const MOST = 5;

/** Letters of several scripts, what is special elsewhere, and what is seen by nobody. */
const LETTERS = [
  ...'aZ09ßéüñ中あ🚀 -_%&?#/\\\'"`<>{}()*;:,.=+@~|$!^',
  ...'\u0301\u200b\u200d\u202e\u2028\ufffe\ue000\u{10ffff}',
];

/** Any value that satisfies a schema. */
export function anyValue(schema: Schema): fc.Arbitrary<unknown> {
  const { enum: values, const: only, anyOf, oneOf } = schema as Record<string, unknown[]>;
  if (values) return fc.constantFrom(...values);
  if (only !== undefined) return fc.constant(only);
  const choices = (anyOf ?? oneOf) as Schema[] | undefined;
  if (choices) return fc.oneof(...choices.map(anyValue));
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return fc.oneof(...types.map((type) => anyOfType(type, schema)));
}

function anyOfType(type: string | undefined, schema: Schema): fc.Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return anyInteger(schema as Bounds);
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'string':
      return anyText(schema);
    case 'array':
      return anyList(schema);
    case 'object':
      return anyObject(schema);
    default:
      return fc.jsonValue();
  }
}

interface Bounds {
  minimum?: number;
  maximum?: number;
}

/** Small numbers more often: those that there are already. */
function anyInteger({ minimum = 0, maximum = 2 ** 31 - 1 }: Bounds): fc.Arbitrary<number> {
  return fc.oneof(
    fc.integer({ min: minimum, max: Math.min(maximum, minimum + 50) }),
    fc.integer({ min: minimum, max: maximum }),
  );
}

/** Any text that satisfies a schema, and is the same when it is trimmed. */
export function anyText(schema: Schema): fc.Arbitrary<string> {
  const { format, pattern } = schema as Record<string, string | undefined>;
  const { minLength = 0, maxLength = LONGEST } = schema as {
    minLength?: number;
    maxLength?: number;
  };
  const text = () => {
    if (format === 'date-time') return anyTime;
    if (format === 'idn-hostname') return anyHost;
    if (format === 'idn-email') return anyEmail;
    if (pattern) return fc.stringMatching(new RegExp(pattern, 'u'));
    return fc.string({ unit: fc.constantFrom(...LETTERS), minLength, maxLength, size: 'max' });
  };
  return text().filter(
    (value) =>
      value === value.trim() && [...value].length >= minLength && [...value].length <= maxLength,
  );
}

/** What is in the past, as an activity has to be. */
const anyTime = fc
  .tuple(
    fc.integer({ min: Date.UTC(2000), max: Date.now() - DAY_MS }),
    fc.integer({ min: -14 * 60, max: 14 * 60 }),
    fc.constantFrom('milliseconds', 'seconds', 'offset'),
  )
  .map(([time, offset, form]) => {
    const text = new Date(time).toISOString();
    if (form === 'milliseconds') return text;
    if (form === 'seconds') return `${text.slice(0, 19)}Z`;
    const digits = (number: number) => String(number).padStart(2, '0');
    const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
    return `${text.slice(0, 23)}${offset < 0 ? '-' : '+'}${digits(hours)}:${digits(minutes)}`;
  });

const anyHost = fc.oneof(
  fc.domain().filter((host) => !/(^|\.)..--/.test(host)),
  fc.constantFrom('müller.example', 'BÜCHER.example', '例え.example', 'localhost'),
);

const anyEmail = fc.oneof(fc.emailAddress(), fc.constantFrom('müller@bücher.example'));

function anyList(schema: Schema): fc.Arbitrary<unknown[]> {
  const {
    items = {},
    minItems = 0,
    maxItems = MOST,
  } = schema as {
    items?: Schema;
    minItems?: number;
    maxItems?: number;
  };
  return fc.array(anyValue(items), { minLength: minItems, maxLength: Math.min(maxItems, MOST) });
}

function anyObject(schema: Schema): fc.Arbitrary<object> {
  const {
    properties = {},
    required = [],
    minProperties = 0,
  } = schema as {
    properties?: Record<string, Schema>;
    required?: string[];
    minProperties?: number;
  };
  const members = Object.entries(properties).map(([name, member]) => [name, anyValue(member)]);
  return fc
    .record(Object.fromEntries(members) as Record<string, fc.Arbitrary<unknown>>, {
      requiredKeys: required,
      noNullPrototype: true,
    })
    .filter((value) => Object.keys(value).length >= minProperties);
}
