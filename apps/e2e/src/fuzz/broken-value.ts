import * as fc from 'fast-check';
import type { ApiDocument, Parameter, Schema } from '../document/api-document.ts';
import { anyValue } from './any-value.ts';

/** Any JSON that breaks a schema: something else altogether, or a valid value with one fault. */
export function brokenJson(document: ApiDocument, schema: Schema): fc.Arbitrary<unknown> {
  const changed = fc.tuple(anyValue(schema), fc.array(fc.nat()), anyJson).map(withFault);
  return fc
    .oneof(anyJson, { weight: 3, arbitrary: changed })
    .filter((value) => document.faultsOf(schema, value).length > 0);
}

const anyJson = fc.jsonValue({ maxDepth: 3 });
const STRANGE_NAMES = ['colour', 'id', 'Name', '__proto__', 'constructor', '', 'a/b~c', '\u0000'];

/** Somewhere in a value, where a list of numbers leads, another one is put or a member is added. */
function withFault([value, steps, put]: [unknown, number[], unknown]): unknown {
  const [step = 0, ...rest] = steps;
  if (typeof value !== 'object' || value === null || steps.length === 0) return put;
  const names = Object.keys(value);
  const name = names[step % (names.length + 1)];
  // A literal would take `__proto__` for the prototype.
  if (name === undefined)
    return Object.fromEntries([
      ...Object.entries(value),
      [STRANGE_NAMES[step % STRANGE_NAMES.length], put],
    ]);
  const changed = withFault([(value as Record<string, unknown>)[name], rest, put]);
  if (Array.isArray(value)) return value.with(Number(name), changed);
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, key === name ? changed : member]),
  );
}

/** Any text that a parameter may not be, or null where it may be anything. */
export function brokenText({ schema }: Parameter): fc.Arbitrary<string> | null {
  const {
    type,
    enum: values,
    pattern,
    format,
    maxLength,
    minimum,
    maximum,
  } = schema as {
    type?: string;
    enum?: string[];
    pattern?: string;
    format?: string;
    maxLength?: number;
    minimum?: number;
    maximum?: number;
  };
  if (type !== 'string' && type !== 'integer') return null;
  if (type === 'integer') return brokenInteger(minimum, maximum);
  if (values) return fc.string({ minLength: 1 }).filter((text) => !values.includes(text));
  if (format === 'date-time') return fc.constantFrom(...NO_TIMES);
  if (pattern) {
    const regexp = new RegExp(pattern, 'u');
    return printable.filter((text) => text === text.trim() && !regexp.test(text));
  }
  return maxLength === undefined ? null : fc.constantFrom('x'.repeat(maxLength + 1));
}

const printable = fc.string({ unit: 'binary-ascii', minLength: 1 }).filter(isPrintable);

function isPrintable(text: string): boolean {
  return /^[ -~]+$/.test(text);
}

function brokenInteger(minimum?: number, maximum?: number): fc.Arbitrary<string> {
  return fc.constantFrom(
    ...['-1', '1.5', '1e3', '0x10', 'ten', '٣', '１', 'NaN', 'null', '[1]', '99999999999999999999'],
    ...(minimum === undefined ? [] : [String(minimum - 1)]),
    ...(maximum === undefined ? [] : [String(maximum + 1)]),
  );
}

const NO_TIMES = [
  ...['now', '2026', '2026-11-22', '2026-13-01T00:00:00Z', '2026-02-30T00:00:00Z'],
  ...['2026-11-22T10:00:00', '2026-11-22 10:00:00Z', '2026-11-22T25:00:00Z', '0', '-1'],
  ...['0000-01-01T00:00:00+01:00', '9999-12-31T23:59:59-01:00'],
];
