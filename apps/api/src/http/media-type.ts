import type { NextFunction, Request, Response } from 'express';
import { ProblemDetails } from './problem-details';

/** Refuses a body of a type that no endpoint reads, instead of taking it for an absent one. */
export function requireJson(request: Request, _response: Response, next: NextFunction): void {
  const isOther = request.is('application/json') === false;
  next(isOther ? new ProblemDetails('unsupported-media-type', MESSAGE) : undefined);
}

const MESSAGE = 'Send the body as application/json in UTF-8.';
