import type { HistoryEntry } from '@leadlog/contracts/history';
import { Inject, Injectable } from '@nestjs/common';
import { ProblemDetails } from '../../../http/problem-details';
import { Ending } from '../../../operations/ending';
import { HEARTBEAT } from '../../../providers';
import type { Heartbeat } from '../../../streaming/heartbeat';
import { FeedStream } from './feed-stream';

/** Live feeds that a tenant may have open: each is a connection, and is woken by every write. */
export const MAX_FEEDS = 50;

const RETRY_AFTER_SECONDS = 15;

/** The live feeds that are open; they end when the service does. */
@Injectable()
export class OpenFeeds {
  private readonly feeds = new Map<string, Set<FeedStream>>();

  constructor(
    @Inject(HEARTBEAT) private readonly heartbeat: Heartbeat,
    private readonly ending: Ending,
  ) {}

  /** @throws ProblemDetails too-many-feeds */
  open(tenantId: string, follow: (signal: AbortSignal) => AsyncIterable<HistoryEntry>): FeedStream {
    const { signal } = this.ending;
    signal.throwIfAborted();
    const open = this.feeds.get(tenantId) ?? new Set();
    if (open.size >= MAX_FEEDS) throw tooManyFeeds();
    const feed = new FeedStream(follow, this.heartbeat);
    this.feeds.set(tenantId, open.add(feed));
    const finish = () => feed.finish();
    signal.addEventListener('abort', finish);
    feed.once('close', () => {
      signal.removeEventListener('abort', finish);
      open.delete(feed);
      if (open.size === 0) this.feeds.delete(tenantId);
    });
    return feed;
  }
}

function tooManyFeeds(): ProblemDetails {
  return new ProblemDetails(
    'too-many-feeds',
    `A tenant may have ${MAX_FEEDS} live feeds open at a time.`,
    undefined,
    { 'Retry-After': String(RETRY_AFTER_SECONDS) },
  );
}
