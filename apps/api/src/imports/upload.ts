import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { repeatableRequest } from '../http/repeatable-request';
import type { Upload } from './commands/import-leads/import-leads';

/** The file that a request sends as its body, not yet read. */
export const FromUpload = createParamDecorator((_: unknown, context: ExecutionContext): Upload => {
  const request = context.switchToHttp().getRequest<Request>();
  const length = request.headers['content-length'];
  // A key that is malformed is refused before anything of the file is taken.
  repeatableRequest(request);
  return {
    stream: request,
    bytes: length === undefined ? undefined : Number(length),
    repeatableBy: (digest) => repeatableRequest(request, digest),
  };
});
