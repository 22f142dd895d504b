import type { Database, Reading } from '@leadlog/database/database';
import type { Clock } from '@leadlog/event-store/event-store';
import { LogReader } from '@leadlog/event-store/log-reader';
import { isAnyDue } from '@leadlog/read-models/lead-list/settle-priorities';
import { Inject, Injectable } from '@nestjs/common';
import type { TenantAnswer } from '../http/tenant-answer';
import { CLOCK, DATABASE, WRITER } from '../providers';
import type { Writer } from '../writing/writer';

/** Reads of a tenant: on one snapshot, with the position it shows and priorities of this moment. */
@Injectable()
export class TenantReader {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(WRITER) private readonly writer: Writer,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly log: LogReader,
  ) {}

  async answer<T>(
    tenantId: string,
    read: (snapshot: Reading) => Promise<T>,
  ): Promise<TenantAnswer<T>> {
    await this.settle(tenantId, this.clock());
    return this.database.read(async (snapshot) => ({
      position: await this.log.position(snapshot, tenantId),
      body: await read(snapshot),
    }));
  }

  private async settle(tenantId: string, now: Date): Promise<void> {
    if (await isAnyDue(this.database, tenantId, now))
      await this.writer.settlePriorities({ tenantId, now });
  }
}
