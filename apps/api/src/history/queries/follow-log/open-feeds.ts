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
  /** By tenant; each with the position after which it began. */
  private readonly feeds = new Map<string, Map<FeedStream, number>>();

  constructor(
    @Inject(HEARTBEAT) private readonly heartbeat: Heartbeat,
    private readonly ending: Ending,
  ) {}

  /** How many are open, of all tenants. */
  get size(): number {
    return [...this.feeds.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** Of each tenant that is followed, the lowest position up to which one of its feeds has sent. */
  furthestBehind(): [tenantId: string, position: number][] {
    return [...this.feeds].map(([tenantId, open]) => [
      tenantId,
      Math.min(...[...open].map(([feed, after]) => feed.position ?? after)),
    ]);
  }

  /** @throws ProblemDetails too-many-feeds */
  open(
    tenantId: string,
    after: number,
    follow: (signal: AbortSignal) => AsyncIterable<HistoryEntry>,
  ): FeedStream {
    const { signal } = this.ending;
    signal.throwIfAborted();
    const open = this.feeds.get(tenantId) ?? new Map<FeedStream, number>();
    if (open.size >= MAX_FEEDS) throw tooManyFeeds();
    const feed = new FeedStream(follow, this.heartbeat);
    this.feeds.set(tenantId, open.set(feed, after));
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
