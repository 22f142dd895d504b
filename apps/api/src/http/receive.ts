import type { Request, Response } from 'express';
import type { RequestListener } from 'node:http';
import { correlationIdOf } from './correlation';
import { SECURITY_HEADERS } from './security-headers';

/** Told of a request when it is answered, or nobody waits any more, and how long that took. */
export type RequestObserver = (request: Request, response: Response, milliseconds: number) => void;

/** What all answers say alike; they stay out of caches. */
const HEADERS = new Map([
  ...SECURITY_HEADERS,
  ['Cache-Control', 'private, no-store'],
  ['Vary', 'X-Tenant-ID, Authorization'],
]);

/**
 * Has Express answer, and does what each request needs before that: as middleware of Express's each
 * step would take longer than what it does.
 */
export function receiving(
  express: RequestListener,
  observers: readonly RequestObserver[],
): RequestListener {
  return (received, answer) => {
    // Express makes its own of both.
    const [request, response] = [received as Request, answer as Response];
    const begin = performance.now();
    request.correlationId = correlationIdOf(request.headers);
    response.setHeaders(HEADERS).setHeader('X-Request-ID', request.correlationId);
    response.once('close', () => {
      const milliseconds = performance.now() - begin;
      for (const observe of observers) observe(request, response, milliseconds);
    });
    express(request, response);
  };
}
