import { FeedQuery } from '@leadlog/contracts/log';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { validationProblem } from './problem-details';

/** The position of the last event that a reader of the feed has seen; undefined where it says none. */
export function lastEventId(header: string | string[] | undefined): number | undefined {
  if (header === undefined || header === '') return undefined;
  const read = FeedQuery.safeParse({ after: header });
  if (read.success) return read.data.after;
  const detail = 'must be the id of an event of this feed';
  throw validationProblem('query', [
    { path: ['Last-Event-ID'], code: 'format', detail, limits: {} },
  ]);
}

/** `Last-Event-ID`, which a reader that lost its connection sends by itself. */
export const FromLastEventId = createParamDecorator((_: unknown, context: ExecutionContext) =>
  lastEventId(context.switchToHttp().getRequest<Request>().headers['last-event-id']),
);
