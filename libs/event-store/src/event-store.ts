import type { Database, Reading } from '@leadlog/database/database';
import type { LoggedEvent } from './event-codec';
import type { PersonalData } from './personal-data';
import { readStream } from './read-stream';
import { readHead, TenantLog, type Origin, type Projection } from './tenant-log';

/** The present moment; injected, so that tests own time. */
export type Clock = () => Date;

/** The log: one totally ordered, gapless, hash-chained sequence of events a tenant. */
export class EventStore {
  constructor(
    private readonly database: Database,
    private readonly personalData: PersonalData,
    private readonly projections: readonly Projection[],
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` on the end of a tenant's log, with its head locked. What it appends, and what the
   * projections make of it, is durable when the promise resolves; if it rejects, nothing happened.
   */
  write<R>(tenantId: string, origin: Origin, work: (log: TenantLog) => Promise<R>): Promise<R> {
    return this.database.write(async (transaction) => {
      const head = await readHead(transaction, tenantId);
      const { personalData, projections } = this;
      const now = laterOf(this.clock(), head.recorded_at);
      return work(
        new TenantLog({ transaction, tenantId, origin, now, personalData, projections }, head),
      );
    });
  }

  /** A lead's events, oldest first; empty where the tenant has no such lead. */
  readStream(reading: Reading, tenantId: string, leadId: number): Promise<LoggedEvent[]> {
    return readStream(reading, this.personalData, tenantId, leadId);
  }

  /** The position of a tenant's newest event; 0 where it has none. */
  async position(reading: Reading, tenantId: string): Promise<number> {
    const head = await reading
      .selectFrom('heads')
      .select('position')
      .where('tenant_id', '=', tenantId)
      .executeTakeFirst();
    return head?.position ?? 0;
  }
}

function laterOf(now: Date, recordedAt: string): Date {
  return now.toISOString() < recordedAt ? new Date(recordedAt) : now;
}
