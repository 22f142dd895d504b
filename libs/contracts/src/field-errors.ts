import type { z } from 'zod';

export interface FieldError {
  /** Property names and indexes from the root of what was validated. */
  path: (string | number)[];
  /** Stable name of the rule that is broken. */
  code: string;
  /** The rule as an English sentence without its subject. */
  detail: string;
  /** The limits that the rule names, if any. */
  limits: Record<string, unknown>;
}

/** What a schema refused, one entry a field; an unknown field is named by its own path. */
export function fieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => fieldError([...path, key], 'unknown_field', 'is not known'));
    return [describe(issue, path)];
  });
}

function describe(issue: z.core.$ZodIssue, path: FieldError['path']): FieldError {
  switch (issue.code) {
    case 'custom': {
      const { code = 'invalid', ...limits } = issue.params ?? {};
      return fieldError(path, String(code), issue.message, limits);
    }
    case 'invalid_type':
      return issue.input === undefined
        ? fieldError(path, 'required', 'is required')
        : fieldError(path, 'wrong_type', `must be ${typeNames[issue.expected] ?? issue.expected}`);
    case 'invalid_value': {
      const allowed = issue.values.map(String).join(', ');
      return issue.input === undefined
        ? fieldError(path, 'required', `is required: one of ${allowed}`)
        : fieldError(path, 'not_allowed', `must be one of ${allowed}`, { allowed });
    }
    case 'too_big':
      return fieldError(path, 'too_big', `must be at most ${issue.maximum}${unit(issue.origin)}`, {
        max: Number(issue.maximum),
      });
    case 'too_small':
      return fieldError(path, 'too_small', `must be at least ${issue.minimum}`, {
        min: Number(issue.minimum),
      });
    case 'invalid_format':
      return fieldError(path, issue.format === 'datetime' ? 'time' : 'format', issue.message);
    default:
      return fieldError(path, 'invalid', issue.message);
  }
}

const typeNames: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

const unit = (origin: string) => (origin === 'array' ? ' entries' : '');

function fieldError(
  path: FieldError['path'],
  code: string,
  detail: string,
  limits: FieldError['limits'] = {},
): FieldError {
  return { path, code, detail, limits };
}

/** A path as an RFC 6901 pointer. */
export function toPointer(path: readonly (string | number)[]): string {
  return path
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
