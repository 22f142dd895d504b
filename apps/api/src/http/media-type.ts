import type { NextFunction, Request, Response } from 'express';
import { ProblemDetails } from './problem-details';

/** Refuses a body of a type that no endpoint reads, instead of taking it for an absent one. */
export function requireJson(request: Request, _response: Response, next: NextFunction): void {
  // A browser says of a POST without a body that its length is 0.
  const isEmpty = request.headers['content-length'] === '0';
  const isOther = !isEmpty && request.is('application/json') === false;
  next(isOther ? new ProblemDetails('unsupported-media-type', MESSAGE) : undefined);
}

const MESSAGE = 'Send the body as application/json in UTF-8.';
