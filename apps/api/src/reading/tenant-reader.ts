import type { Database, Reading } from '@leadlog/database/database';
import type { Clock } from '@leadlog/event-store/event-store';
import { LogReader } from '@leadlog/event-store/log-reader';
import { Inject, Injectable } from '@nestjs/common';
import type { TenantAnswer } from '../http/tenant-answer';
import { CLOCK, DATABASE } from '../providers';
import { Settling } from './settling';

/** Reads of a tenant: on one snapshot, with the position it shows, as of one moment. */
@Injectable()
export class TenantReader {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly log: LogReader,
    private readonly settling: Settling,
  ) {}

  async answer<T>(
    tenantId: string,
    read: (snapshot: Reading, now: Date) => Promise<T>,
  ): Promise<TenantAnswer<T>> {
    return this.database.read(tenantId, (snapshot) => this.positioned(snapshot, tenantId, read));
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
    const position = await this.log.position(snapshot, tenantId);
    // Asked only now that the snapshot stands: what it holds was settled for earlier moments.
    const now = this.clock();
    this.settling.afterReading(tenantId, now);
    return { position, body: await read(snapshot, now) };
  }
}
