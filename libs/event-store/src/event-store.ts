import type { Database, Reading } from '@leadlog/database/database';
import { AppendBatch } from './append-batch';
import { CommitSignal } from './commit-signal';
import type { Erasure, ErasureLedger } from './erasure-ledger';
import type { LoggedEvent } from './event-codec';
import { GroupCommit } from './group-commit';
import type { IdempotencyRecords } from './idempotency';
import type { PersonalData } from './personal-data';
import type { Projection } from './projection';
import { followLog } from './follow-log';
import { readEventsAfter, readStream, readStreams, type LeadRange } from './read-events';
import { TenantLog, type Origin } from './tenant-log';

/** The present moment; injected, so that tests own time. */
export type Clock = () => Date;

export interface EventStoreParts {
  database: Database;
  personalData: PersonalData;
  idempotency: IdempotencyRecords;
  ledger: ErasureLedger;
  /** Read models that are kept in the transactions of the appends. */
  projections: readonly Projection[];
  clock: Clock;
}

/** The log: one totally ordered, gapless, hash-chained sequence of events a tenant. */
export class EventStore {
  private readonly commits: GroupCommit<AppendBatch>;
  private readonly signal = new CommitSignal();

  constructor(private readonly parts: EventStoreParts) {
    const { database, personalData, idempotency, projections } = parts;
    this.commits = new GroupCommit(
      database,
      (transaction) => new AppendBatch(transaction, { personalData, idempotency, projections }),
    );
  }

  /**
   * Runs `work` on the end of a tenant's log, with its head locked. What it appends, and what the
   * projections make of it, is durable when the promise resolves; if it rejects, nothing happened.
   * Works that wait share a transaction and see each other's outcome; one may run more than once.
   */
  async write<R>(
    tenantId: string,
    origin: Origin,
    work: (log: TenantLog) => Promise<R>,
  ): Promise<R> {
    const { result, erasures } = await this.commits.run(async (batch) => {
      const head = await batch.head(tenantId);
      const now = laterOf(this.parts.clock(), head.recorded_at);
      const log = new TenantLog(batch, tenantId, origin, head, now);
      const result = await work(log);
      batch.add(log.addition);
      return { result, erasures: log.addition.erasures };
    });
    this.signal.committed(tenantId);
    if (erasures.length > 0) await this.finish(erasures);
    return result;
  }

  /** A lead's events, oldest first; empty where the tenant has no such lead. */
  readStream(reading: Reading, tenantId: string, leadId: number): Promise<LoggedEvent[]> {
    return readStream(reading, this.parts.personalData, tenantId, leadId);
  }

  /** The streams of a range of leads, lead by lead. */
  readStreams(reading: Reading, tenantId: string, leads: LeadRange): Promise<LoggedEvent[]> {
    return readStreams(reading, this.parts.personalData, tenantId, leads);
  }

  /** At most `limit` of a tenant's events after a position, in the order of the log. */
  readAfter(
    reading: Reading,
    tenantId: string,
    after: number,
    limit: number,
  ): Promise<LoggedEvent[]> {
    return readEventsAfter(reading, this.parts.personalData, tenantId, after, limit);
  }

  /**
   * A tenant's events after a position, those to come included, until the signal aborts.
   * @throws PositionAheadOfLog
   */
  follow(
    tenantId: string,
    after: number,
    signal: AbortSignal,
  ): AsyncGenerator<LoggedEvent, void, void> {
    const { database, personalData } = this.parts;
    return followLog({ database, personalData, commits: this.signal }, tenantId, after, signal);
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

  close(): void {
    this.parts.ledger.close();
  }

  /** An erasure holds once no backup can undo it and no file remembers it. */
  private async finish(erasures: readonly Erasure[]): Promise<void> {
    this.parts.ledger.record(erasures);
    await this.parts.database.scrub();
  }
}

function laterOf(now: Date, recordedAt: string): Date {
  return now.toISOString() < recordedAt ? new Date(recordedAt) : now;
}
