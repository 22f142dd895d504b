import { HttpErrorResponse } from '@angular/common/http';
import type { Problem } from '@leadlog/contracts/problem';

/** The problem details of a failed request, or null where nothing of ours answered. */
export function problemOf(error: unknown): Problem | null {
  if (!(error instanceof HttpErrorResponse)) return null;
  const body: unknown = error.error;
  return typeof body === 'object' && body !== null && 'title' in body && 'type' in body
    ? (body as Problem)
    : null;
}

/** The HTTP status of a failed request; 0 where there was no answer at all. */
export function statusOf(error: unknown): number {
  return error instanceof HttpErrorResponse ? error.status : 0;
}
