import type { NextFunction, Request, Response } from 'express';
import type { IncomingMessage } from 'node:http';
import { ProblemDetails } from './problem-details';

const METHODS_WITH_BODY = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** Refuses a body of a type that no endpoint reads, instead of taking it for an absent one. */
export function requireJson(request: Request, _response: Response, next: NextFunction): void {
  // A browser says of a POST without a body that its length is 0.
  const isEmpty = request.headers['content-length'] === '0';
  const isOther = mayHaveBody(request) && !isEmpty && request.is('application/json') === false;
  next(isOther ? new ProblemDetails('unsupported-media-type', MESSAGE) : undefined);
}

/** Whether a body is to be read: what comes with a read means nothing, and is not looked at. */
export function isJsonToRead(request: IncomingMessage): boolean {
  return mayHaveBody(request) && Boolean((request as Request).is('application/json'));
}

function mayHaveBody({ method = '' }: IncomingMessage): boolean {
  return METHODS_WITH_BODY.includes(method);
}

const MESSAGE = 'Send the body as application/json in UTF-8.';
