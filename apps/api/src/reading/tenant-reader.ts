import type { Database, Reading } from '@leadlog/database/database';
import type { Clock } from '@leadlog/event-store/event-store';
import { LogReader } from '@leadlog/event-store/log-reader';
import { Inject, Injectable } from '@nestjs/common';
import type { RenderedJson } from '../http/rendered-json';
import type { TenantAnswer } from '../http/tenant-answer';
import { CLOCK, DATABASE } from '../providers';
import { KeptAnswers, type Question } from './kept-answers';
import { Settling } from './settling';

interface LastingAnswer {
  body: RenderedJson;
  total?: number;
  until: Date | null;
}

/** Reads of a tenant: on one snapshot, with the position it shows, as of one moment. */
@Injectable()
export class TenantReader {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly log: LogReader,
    private readonly settling: Settling,
    private readonly kept: KeptAnswers,
  ) {}

  async answer<T>(
    tenantId: string,
    read: (snapshot: Reading, now: Date) => Promise<T>,
  ): Promise<TenantAnswer<T>> {
    return this.database.read(tenantId, (snapshot) => this.positioned(snapshot, tenantId, read));
  }

  /**
   * The same for what is often asked alike: read anew only where it may have changed since. `until` is
   * the moment up to which an answer stays right while nothing happens, or null. What is a part of
   * something is told its `total`, where that was counted for another part.
   */
  async answerKept(
    tenantId: string,
    question: Question,
    read: (snapshot: Reading, now: Date, total: number | undefined) => Promise<LastingAnswer>,
  ): Promise<TenantAnswer<RenderedJson>> {
    return this.database.read(tenantId, async (snapshot) => {
      const { position, now } = await this.begin(snapshot, tenantId);
      const find = (name: string) => this.kept.find(tenantId, position, name, now);
      const kept = find(question.text);
      if (kept?.body) return { position, body: kept.body };
      const sibling = question.whole === undefined ? null : find(question.whole);
      const answer = await read(snapshot, now, sibling?.total);
      this.kept.keep(tenantId, position, question, { ...answer, from: now });
      return { position, body: answer.body };
    });
  }

  /** For what takes long: nobody else waits for it. */
  async answerApart<T>(
    tenantId: string,
    read: (snapshot: Reading, now: Date) => Promise<T>,
  ): Promise<TenantAnswer<T>> {
    return this.database.readApart(tenantId, (snapshot) =>
      this.positioned(snapshot, tenantId, read),
    );
  }

  private async positioned<T>(
    snapshot: Reading,
    tenantId: string,
    read: (snapshot: Reading, now: Date) => Promise<T>,
  ): Promise<TenantAnswer<T>> {
    const { position, now } = await this.begin(snapshot, tenantId);
    return { position, body: await read(snapshot, now) };
  }

  private async begin(
    snapshot: Reading,
    tenantId: string,
  ): Promise<{ position: number; now: Date }> {
    const position = await this.log.position(snapshot, tenantId);
    // Asked only now that the snapshot stands: what it holds was settled for earlier moments.
    const now = this.clock();
    this.settling.afterReading(tenantId, now);
    return { position, now };
  }
}
