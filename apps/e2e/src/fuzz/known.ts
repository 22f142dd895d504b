import * as fc from 'fast-check';
import { anyText } from './any-value.ts';

export const TENANT = 'fuzzed';
/** Leads that are there from the beginning. */
export const LEADS = 20;

/** What stands in a request for something that an earlier answer told. */
const LATEST = { etag: 'latest-etag', cursor: 'latest-cursor', position: 'latest-position' };
export type Latest = Partial<Record<keyof typeof LATEST, string>>;

/** The text with what the latest answers told, encoded as the place in which it stands needs it. */
export function withLatest(
  text: string,
  latest: Latest,
  encode = (value: string) => value,
): string {
  return Object.entries(LATEST).reduce(
    (replaced, [name, mark]) =>
      replaced.replaceAll(mark, encode(latest[name as keyof Latest] ?? '')),
    text,
  );
}

const anyTag = fc.constantFrom(LATEST.etag, '*', '"1"', '"2-95"', '"1", "3"', 'W/"1-10"', 'x');
const anyPosition = fc.constantFrom(LATEST.position, '0', '1', '7', '4000000000');

/**
 * Values of parameters, by their names, that only make sense in view of what is there: any other one
 * would be allowed as well, and lead nowhere.
 */
export const KNOWN: Record<string, fc.Arbitrary<string>> = {
  'X-Tenant-ID': fc.constant(TENANT),
  'X-Actor': anyText({ maxLength: 30 }).map(encodeURIComponent),
  'Idempotency-Key': fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom('key-1', 'key-2', 'key-3') },
    { weight: 4, arbitrary: fc.stringMatching(/^[!-~]{1,255}$/) },
  ),
  'If-Match': anyTag,
  'If-None-Match': anyTag,
  'Last-Event-ID': anyPosition,
  after: anyPosition,
  as_of: fc.oneof(anyText({ format: 'date-time' }), fc.constant('2999-01-01T00:00:00Z')),
  cursor: fc.constant(LATEST.cursor),
  id: fc.integer({ min: 1, max: LEADS + 5 }).map(String),
};
