import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { ProblemDetails } from './problem-details';

/** Stands for every name. */
const ANY = '*';

/** A `Host` header: a name, or an IPv6 address in brackets, and perhaps a port. */
const HOST = /^(\[[^\]]+\]|[^:]+)(?::\d*)?$/;

const logger = new Logger('Request');

/**
 * Answers only under names that are meant, at any port. Where a browser is led to think that a
 * foreign name is this machine's (DNS rebinding), the page of that name may read what is answered
 * here; it cannot keep the browser from sending the name. So the refusal comes before anything else
 * is looked at, and tells nothing of what is here.
 */
export function requireAllowedHost(allowed: readonly string[]) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const { host } = request.headers;
    if (host === undefined) return refuse(request, response, WITHOUT_HOST);
    if (isAllowed(host, allowed)) return next();
    const correlation_id = request.correlationId;
    logger.warn({ msg: 'The host is not among ALLOWED_HOSTS', host, correlation_id });
    refuse(request, response, UNKNOWN_HOST);
  };
}

/** Whether a `Host` header names one of these, at any port. */
export function isAllowed(host: string, allowed: readonly string[]): boolean {
  const name = HOST.exec(host)?.[1]?.toLowerCase();
  return allowed.includes(ANY) || (name !== undefined && allowed.includes(name));
}

/** Not by the problem filter, which would tell the tenant's position. */
function refuse(request: Request, response: Response, problem: ProblemDetails): void {
  const document = problem.toDocument(request.path, request.correlationId);
  response.status(document.status).type('application/problem+json').json(document);
}

const WITHOUT_HOST = new ProblemDetails(
  'malformed-request',
  'The request must name in its header Host whom it is for.',
);

const UNKNOWN_HOST = new ProblemDetails(
  'unknown-host',
  'The header Host names nobody that this service answers for; whoever runs it lists its names in ALLOWED_HOSTS.',
);
