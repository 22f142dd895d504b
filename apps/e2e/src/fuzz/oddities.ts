import * as fc from 'fast-check';
import type { Change } from './parts.ts';

const HEADERS: [name: string, ...values: string[]][] = [
  ['Accept', 'text/xml', '*/*;q=0', 'application/json;v=2', ';'],
  ['Accept-Encoding', 'br', 'gzip;q=0', 'identity;q=0'],
  ['Authorization', 'Bearer x', 'Basic Og==', 'x'],
  ['Connection', 'close', 'Upgrade'],
  ['Content-Encoding', 'gzip', 'br', 'unheard-of', ''],
  [
    'Content-Type',
    ...['', 'text/plain', 'application/json; charset=latin1', 'application/json; charset=utf-16'],
    ...['application/vnd.api+json', 'multipart/form-data; boundary=', 'APPLICATION/JSON', '/', ';'],
  ],
  ['Cookie', 'a=b; a=c', '\u0080'],
  ['Host', 'elsewhere.example', 'localhost:1', '@', ''],
  ['Expect', '100-continue', 'the unexpected'],
  ['Idempotency-Key', '', ' ', 'ä', 'x'.repeat(256)],
  ['If-Match', '', '"', '""', '"1-"', '"999999999999999999"', ','.repeat(5000)],
  ['If-Modified-Since', 'Thu, 01 Jan 2099 00:00:00 GMT', 'never'],
  ['If-None-Match', '*', 'W/', ',', '"1-95", *'],
  ['Last-Event-ID', '', '-1', 'ä', '99999999999', '0x1'],
  ['Origin', 'https://elsewhere.example', 'null'],
  ['Range', 'bytes=0-1', 'bytes=5-1', 'lines=1'],
  ['Transfer-Encoding', 'chunked'],
  ['Upgrade', 'websocket', 'h2c'],
  ['X-Actor', '%', '%FF', '%00', '%F0%9F%9A%80', 'ä', 'x'.repeat(8000), ' \t '],
  ['X-Forwarded-For', '::1', 'x'],
  ['X-HTTP-Method-Override', 'DELETE'],
  ['X-Request-ID', '', 'ä', '\t', 'x'.repeat(8000), '{{7*7}}'],
  ['X-Tenant-ID', '', 'FUZZED', '../fuzzed', 'fuzzed,fuzzed', 'ä', '__proto__', 'x'.repeat(8000)],
  ['traceparent', '00-0-0-0', `ff-${'1'.repeat(32)}-${'1'.repeat(16)}-01`],
  ['x'.repeat(500), 'x'.repeat(20_000)],
];

const anyHeader = fc
  .constantFrom(...HEADERS)
  .chain(([name, ...values]) => fc.constantFrom(...values).map((value) => [name, value] as const));

/** As they stand in an address: encoded wrongly, twice, as no UTF-8, or not at all. */
const anyAddress = fc.oneof(
  fc.constantFrom(
    ...['%', '%0', '%zz', '%00', '%ff', '%c0%ae', '%2e%2e%2f', '..', '.', '%252f', '%F0%9F%9A%80'],
    ...['ä', '\u00ff', ';', ';a=b', '%0d%0aX:y', '1%20', '+', '*', '[]', '{}', '"', '<script>'],
    ...['x'.repeat(5000), '%61'.repeat(3000), '9'.repeat(400), '__proto__', 'constructor'],
  ),
  fc
    .string({ unit: 'binary', maxLength: 20 })
    .map((text) => encodeURIComponent(text.toWellFormed())),
);

const MEBIBYTE = 1024 * 1024;

const anyBody = fc.oneof(
  fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' }).map((value) => JSON.stringify(value)),
  fc.string({ unit: 'binary' }),
  fc
    .constantFrom(
      () => '['.repeat(100_000),
      () => '{"name":'.repeat(20_000),
      () => JSON.stringify({ name: 'x'.repeat(MEBIBYTE) }),
      () => `{"name":"${'\\u0000'.repeat(1000)}"}`,
      () => '{"name":"a","name":"b"}',
      () => '{"__proto__":{"name":"a"},"name":"b"}',
      () => '{"constructor":{"prototype":{}},"name":"b"}',
      () => '{"name":"a","employee_count":1e400}',
      () => '{"name":"a","employee_count":-0}',
      () => '{"name":"a","employee_count":9007199254740993}',
      () => '{"name":"a\\ud800"}',
      () => '{"name":"\\u202eabc\\u200b\\ufeff"}',
      () => `{"name":"${'e\u0301\u0327'.repeat(60)}"}`,
      () => `{"name":"${'a\u0338'.repeat(200)}"}`,
      () => '\ufeff{"name":"a"}',
      () => 'null',
      () => '""',
      () => '0',
    )
    .map((make) => make()),
);

const METHODS = ['HEAD', 'OPTIONS', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'];

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: anyHeader.map(([name, value]): Change => ({ headers, ...parts }) => ({
      ...parts,
      headers: { ...headers, [name]: value },
    })),
  },
  fc.constantFrom(...METHODS).map((method): Change => (parts) => ({ ...parts, method })),
  anyBody.map((body): Change => (parts) => ({ ...parts, body })),
  anyAddress.map((text): Change => ({ path, ...parts }) => ({
    ...parts,
    path: path.replace(/[^/]*$/, () => text),
  })),
  anyAddress.map((text): Change => ({ path, ...parts }) => ({
    ...parts,
    path: path.replace(/\/\d+(?=\/|$)/, () => `/${text}`),
  })),
  fc.tuple(anyAddress, anyAddress).map(([name, value]): Change => ({ query, ...parts }) => ({
    ...parts,
    query: [...query, [name, value]],
  })),
  fc.nat().chain((index) =>
    anyAddress.map((text): Change => ({ query, ...parts }) => ({
      ...parts,
      query: query.map(([name, value], at) =>
        at === index % query.length ? [name, text] : [name, value],
      ),
    })),
  ),
);

/** One to three things in a request that nobody would send who means well. */
export const anyOddity: fc.Arbitrary<Change> = fc
  .array(anyChange, { minLength: 1, maxLength: 3 })
  .map((changes) => (parts) => changes.reduce((changed, change) => change(changed), parts));
