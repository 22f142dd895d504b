import type { Request } from 'express';

/** The pattern of the endpoint that took a request, such as `/leads/:id`; bounded, unlike paths. */
export function routeOf({ route }: Request): string {
  return String((route as { path?: string } | undefined)?.path ?? 'other');
}
