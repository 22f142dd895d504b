import { toPointer, type FieldError } from '@leadlog/contracts/field-errors';
import {
  PROBLEMS,
  type Problem,
  type ProblemError,
  type ProblemName,
} from '@leadlog/contracts/problem';

/** An answer other than the one asked for: one of the catalogue's problems. */
export class ProblemDetails extends Error {
  constructor(
    readonly problem: ProblemName,
    readonly detail: string,
    readonly errors?: ProblemError[],
    /** What the answer says besides, such as when to try again. */
    readonly headers: Record<string, string> = {},
  ) {
    super(detail);
  }

  /** The RFC 9457 document, for the request that it answers. */
  toDocument(instance: string, correlation_id: string): Problem {
    const { status, title } = PROBLEMS[this.problem];
    return {
      type: `/problems/${this.problem}`,
      title,
      status,
      detail: this.detail,
      instance,
      correlation_id,
      ...(this.errors && { errors: this.errors }),
    };
  }
}

/** A 422 that names each field of the body, or each parameter of the query. */
export function validationProblem(part: 'body' | 'query', errors: FieldError[]): ProblemDetails {
  const named = errors.map(({ path, detail, code }) =>
    part === 'body'
      ? { pointer: toPointer(path), detail, code }
      : { parameter: String(path[0] ?? ''), detail, code },
  );
  const sentences = named.map(
    (error) =>
      `${'pointer' in error ? error.pointer || 'the body' : error.parameter} ${error.detail}`,
  );
  return new ProblemDetails('validation', sentences.slice(0, 5).join('; '), named);
}

export function notFound(what: string): ProblemDetails {
  return new ProblemDetails('not-found', `There is no such ${what}.`);
}
