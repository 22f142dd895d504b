import type { Database } from '@leadlog/database/database';
import type { Clock } from '@leadlog/event-store/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Metrics } from '../../../operations/metrics';
import { CLOCK, DATABASE } from '../../../providers';
import { OpenFeeds } from './open-feeds';

/** How far a feed is behind the end of its log. */
interface Lag {
  events: number;
  /** Since the first event that it has not sent was recorded. */
  seconds: number;
}

const NONE: Lag = { events: 0, seconds: 0 };

/** How many follow a log by a live feed, and how far the last of them is behind. */
@Injectable()
export class FeedMetrics {
  constructor(
    metrics: Metrics,
    private readonly feeds: OpenFeeds,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    const registers = [metrics.registry];
    const open = new Gauge({
      name: 'leadlog_feeds_open',
      help: 'Live feeds that are open.',
      registers,
    });
    const events = new Gauge({
      name: 'leadlog_feed_lag_events',
      help: 'Events of its log that the feed which is furthest behind has not sent yet.',
      registers,
    });
    const seconds = new Gauge({
      name: 'leadlog_feed_lag_seconds',
      help: 'Age of the oldest event that a live feed has not sent yet.',
      registers,
    });
    metrics.readWhenAsked(
      [open],
      () => Promise.resolve(feeds.size),
      (size) => open.set(size),
    );
    metrics.readWhenAsked(
      [events, seconds],
      () => this.largestLag(),
      (lag) => {
        events.set(lag.events);
        seconds.set(lag.seconds);
      },
    );
  }

  private async largestLag(): Promise<Lag> {
    let largest = NONE;
    for (const [tenantId, sent] of this.feeds.furthestBehind()) {
      const { events, seconds } = await this.lagBehind(tenantId, sent);
      largest = {
        events: Math.max(largest.events, events),
        seconds: Math.max(largest.seconds, seconds),
      };
    }
    return largest;
  }

  private async lagBehind(tenantId: string, sent: number): Promise<Lag> {
    const { head, next } = await this.database.read(tenantId, async (snapshot) => ({
      head: await snapshot
        .selectFrom('heads')
        .select('position')
        .where('tenant_id', '=', tenantId)
        .executeTakeFirst(),
      next: await snapshot
        .selectFrom('events')
        .select('recorded_at')
        .where('tenant_id', '=', tenantId)
        .where('position', '=', sent + 1)
        .executeTakeFirst(),
    }));
    if (!head || !next) return NONE;
    const age = +this.clock() - +new Date(next.recorded_at);
    return { events: head.position - sent, seconds: Math.max(0, age / 1000) };
  }
}
