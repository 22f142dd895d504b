import type { Database } from '@leadlog/database/database';
import { CommitSignal } from '@leadlog/event-store/commit-signal';
import { LogReader } from '@leadlog/event-store/log-reader';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ProblemDetails } from '../../../http/problem-details';
import { DATABASE } from '../../../providers';
import { streamed } from '../../../streaming/streamed';
import { feedEntries } from './feed-entries';
import { FollowLog } from './follow-log';
import { OpenFeeds } from './open-feeds';

@QueryHandler(FollowLog)
export class FollowLogHandler implements IQueryHandler<FollowLog> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly store: LogReader,
    private readonly commits: CommitSignal,
    private readonly feeds: OpenFeeds,
  ) {}

  async execute({ tenantId, after }: FollowLog) {
    const { database, store, commits } = this;
    const position = await database.read(tenantId, (snapshot) =>
      store.position(snapshot, tenantId),
    );
    const from = after ?? position;
    if (from > position) throw positionAhead(from, position);
    const feed = this.feeds.open(tenantId, from, (signal) =>
      feedEntries({ database, store, commits, tenantId, after: from, signal }),
    );
    return { position, body: streamed(feed, { type: 'text/event-stream; charset=utf-8' }) };
  }
}

function positionAhead(position: number, end: number): ProblemDetails {
  return new ProblemDetails(
    'position-ahead',
    `The log ends at position ${end}, before ${position}: it was longer once. Read it anew.`,
  );
}
