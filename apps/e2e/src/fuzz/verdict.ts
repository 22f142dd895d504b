import type { Answered } from '../document/answer-faults.ts';
import type { Intent } from './any-request.ts';

/** Rules that no schema can tell, by the codes of their errors: a valid request may break them. */
const BEYOND_SCHEMAS = new Set([
  'activity_in_the_future',
  'cursor',
  'cursor_with_offset',
  'duplicate_column',
  'duplicate_email',
  'empty_contact',
  'map',
  'no_name_column',
  'nothing_to_compare',
  'second_primary_email',
  'too_many_views',
  'unknown_header',
]);

interface Refusal {
  type: string;
  errors?: { code: string }[];
}

/** What speaks against an answer, besides its not being documented; null: nothing. */
export function verdict(intent: Intent, { status, text }: Answered): string | null {
  if (status >= 500) return 'the service failed';
  if (intent === 'broken' && status < 400) return 'it was taken, though the document forbids it';
  if (intent === 'valid' && [400, 405, 413, 415, 422].includes(status)) return unfounded(text);
  return null;
}

function unfounded(text: string): string | null {
  const { type, errors = [] } = JSON.parse(text) as Refusal;
  if (type === '/problems/idempotency-key-reused') return null;
  const codes = errors.map(({ code }) => code);
  if (codes.length > 0 && codes.every((code) => BEYOND_SCHEMAS.has(code))) return null;
  return (
    'it was refused, though the document allows it: mend the document, or where no schema can tell ' +
    'the rule name its code in fuzz/verdict.ts'
  );
}
