import { StorageUnavailable, type Database } from '@leadlog/database/database';
import { setTimeout } from 'node:timers/promises';
import { AppendBatch } from './append-batch';
import { CommitQueues } from './commit-queues';
import type { CommitReport } from './commit-report';
import type { Erasure, ErasureLedger } from './erasure-ledger';
import type { IdempotencyRecords } from './idempotency';
import { LogReader } from './log-reader';
import type { PersonalData } from './personal-data';
import type { Projection } from './projection';
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
  /** Told after each commit whose log may have grown, before whoever wrote has the answer. */
  committed: (tenantId: string) => void;
  /** Told how each transaction of works went, before they are answered. */
  reported: (report: CommitReport) => void;
}

/**
 * Milliseconds before each further attempt to scrub, where the database is away or busy: together as
 * long as a failover takes.
 */
const SCRUB_PAUSES = [20, 100, 500, 2_000, 5_000, 10_000, 20_000];

/** The log: one totally ordered, gapless, hash-chained sequence of events a tenant. */
export class EventStore extends LogReader {
  private readonly commits: CommitQueues<AppendBatch>;

  constructor(private readonly parts: EventStoreParts) {
    const { database, personalData, idempotency, projections, reported } = parts;
    super(personalData);
    this.commits = new CommitQueues(
      database,
      (transaction) => new AppendBatch(transaction, { personalData, idempotency, projections }),
      ({ projection }, { jobs: works, ...period }) => reported({ works, ...period, projection }),
    );
  }

  /** For requests that write something else than events. */
  get idempotency(): IdempotencyRecords {
    return this.parts.idempotency;
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
    const { result, erasures } = await this.commits.run(tenantId, async (batch) => {
      const head = await batch.head(tenantId);
      const now = laterOf(this.parts.clock(), head.recorded_at);
      const log = new TenantLog(batch, tenantId, origin, head, now);
      const result = await work(log);
      batch.add(log.addition);
      return { result, erasures: log.addition.erasures };
    });
    this.parts.committed(tenantId);
    if (erasures.length > 0) await this.finish(erasures);
    return result;
  }

  close(): void {
    this.parts.ledger.close();
  }

  /**
   * An erasure holds once no backup can undo it and no file remembers it. It is committed by now and
   * would be answered for when repeated: what cannot be finished is left to the next start.
   */
  private async finish(erasures: readonly Erasure[]): Promise<void> {
    const { ledger, database } = this.parts;
    try {
      ledger.record(erasures);
      await this.scrub();
    } catch (error) {
      throw database.fail(error);
    }
  }

  private async scrub(): Promise<void> {
    const { database } = this.parts;
    for (const pause of SCRUB_PAUSES) {
      try {
        return await database.scrub();
      } catch (error) {
        if (!(error instanceof StorageUnavailable)) throw error;
      }
      await setTimeout(pause);
    }
    await database.scrub();
  }
}

function laterOf(now: Date, recordedAt: string): Date {
  return now.toISOString() < recordedAt ? new Date(recordedAt) : now;
}
