import { FeedQuery } from '@leadlog/contracts/log';
import { Controller, Get, Header, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemResponses, TenantEndpoint } from '../docs/endpoint-docs';
import { FromCaller, type Caller } from '../http/identity';
import { FromLastEventId } from '../http/last-event-id';
import { FollowLog } from './queries/follow-log/follow-log';
import { FEED_EXAMPLE } from './text-examples';

@ApiTags('history')
@TenantEndpoint()
@Controller('events')
export class EventsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Header('X-Accel-Buffering', 'no')
  @ApiOperation({
    operationId: 'followLog',
    summary: 'Follow the log live, by server-sent events',
    description:
      'One message an event: `id` its position, `event` its type, `data` a HistoryEntry in which ' +
      'contacts are their number alone. Begins after `Last-Event-ID`, else after `after`, else ' +
      'now. A comment comes every 15 s; a reader that takes nothing for as long is cut off, and ' +
      'goes on where it was when it comes back.',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    description: 'The last `id` that was seen; goes before `after`.',
    schema: { type: 'integer', minimum: 0 },
  })
  @ApiOkResponse({
    description: 'The feed, until one of both sides ends it.',
    content: { 'text/event-stream': { schema: { type: 'string' }, example: FEED_EXAMPLE } },
  })
  @ProblemResponses('position-ahead', 'too-many-feeds')
  follow(
    @FromCaller() caller: Caller,
    @Query({ schema: FeedQuery }) { after }: FeedQuery,
    @FromLastEventId() seen: number | undefined,
  ) {
    return this.queries.execute(new FollowLog(caller.tenantId, seen ?? after));
  }
}
