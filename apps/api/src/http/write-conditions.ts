import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { WriteConditions } from '../leads/lead-commands';
import { acceptedVersions } from './accepted-versions';
import { repeatableRequest } from './repeatable-request';

/** On what conditions a write is to be carried out: `If-Match` and `Idempotency-Key`. */
export const FromConditions = createParamDecorator((_: unknown, context: ExecutionContext) =>
  writeConditions(context.switchToHttp().getRequest<Request>()),
);

export function writeConditions(request: Request): WriteConditions {
  return {
    acceptedVersions: acceptedVersions(request.headers['if-match']),
    repeatable: repeatableRequest(request),
  };
}
