import type { RepeatableRequest } from '@leadlog/event-store/idempotency';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { ProblemDetails } from './problem-details';

/**
 * The request as one that may be repeated, where it carries an `Idempotency-Key`: the same method,
 * address, body and precondition under the same key are the same request. A body that is read as a
 * stream is given by what stands for it.
 */
export function repeatableRequest(
  request: Request,
  body: unknown = request.body,
): RepeatableRequest | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key))
    throw new ProblemDetails(
      'invalid-idempotency-key',
      'The header Idempotency-Key must be 1 to 255 visible ASCII characters.',
    );
  const { method, originalUrl, headers } = request;
  return { key, content: JSON.stringify([method, originalUrl, body, headers['if-match']]) };
}

/** The request, where its sender gave it a key by which it may be repeated. */
export const FromRepeatable = createParamDecorator((_: unknown, context: ExecutionContext) =>
  repeatableRequest(context.switchToHttp().getRequest<Request>()),
);
