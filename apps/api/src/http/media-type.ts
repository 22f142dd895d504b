import type { NextFunction, Request, Response } from 'express';
import type { IncomingMessage } from 'node:http';
import { ProblemDetails } from './problem-details';

const METHODS_WITH_BODY = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** The one endpoint that reads a file; all others read JSON. */
const IMPORT = /^\/leads\/import\/?$/i;

/** Refuses a body of a type that its endpoint does not read, instead of taking it for an absent one. */
export function requireMediaType(request: Request, _response: Response, next: NextFunction): void {
  // A browser says of a POST without a body that its length is 0.
  const isEmpty = request.headers['content-length'] === '0';
  const { type, message } = IMPORT.test(request.path) ? CSV : JSON_TEXT;
  const isOther = mayHaveBody(request) && !isEmpty && request.is(type) === false;
  next(isOther ? new ProblemDetails('unsupported-media-type', message) : undefined);
}

/** Whether a body is to be read: what comes with a read means nothing, and is not looked at. */
export function isJsonToRead(request: IncomingMessage): boolean {
  return mayHaveBody(request) && Boolean((request as Request).is(JSON_TEXT.type));
}

function mayHaveBody({ method = '' }: IncomingMessage): boolean {
  return METHODS_WITH_BODY.includes(method);
}

const JSON_TEXT = {
  type: 'application/json',
  message: 'Send the body as application/json in UTF-8.',
};
const CSV = { type: 'text/csv', message: 'Send the file as text/csv.' };
