import {
  DatabaseUnusable,
  OutcomeUnknown,
  StorageUnavailable,
  TransientFailure,
  type Database,
  type Scope,
  type Writing,
} from '@leadlog/database/database';
import { setTimeout } from 'node:timers/promises';
import { moment, type Period } from './commit-report';

/** What one job adds to a transaction, and how to take it back before it is flushed. */
export interface Batch {
  /** Writes what the jobs have gathered; the last thing that happens in the transaction. */
  flush(): Promise<void>;
  /** Bytes gathered so far. */
  readonly bytes: number;
  /** No further job may join. */
  readonly isClosed: boolean;
  /** Whether what was flushed is there: asked where the answer to a COMMIT was lost. */
  isStored(transaction: Writing): Promise<boolean>;
}

export interface GroupLimits {
  /** Jobs in a transaction. */
  jobs: number;
  /** Bytes that a transaction gathers before no further job joins it. */
  bytes: number;
  /** Milliseconds of deciding after which no further job joins. */
  milliseconds: number;
  /** Milliseconds before each further attempt, where what failed passes by itself. */
  pauses: readonly number[];
}

export const DEFAULT_LIMITS: GroupLimits = {
  jobs: 200,
  bytes: 4 * 1024 * 1024,
  milliseconds: 50,
  pauses: [20, 100, 500, 2000],
};

/** A transaction that is durable: how many jobs shared it, and when it took place. */
export interface GroupCommitted extends Period {
  jobs: number;
}

interface Job<B extends Batch> {
  run(batch: B): Promise<unknown>;
  resolve(value: never): void;
  reject(error: unknown): void;
}

/**
 * Runs jobs in write transactions, those that wait while one is under way together in the next. A
 * job's promise settles after the commit. A job that rejects by itself takes nobody with it; where
 * a flush or a commit fails, whose fault it was cannot be told, and its jobs run again one by one;
 * unless it was the store's, which takes all of them down. What passes by itself and left nothing has
 * them tried again, and where the answer to a COMMIT was lost the store is asked what it came to.
 */
export class GroupCommit<B extends Batch> {
  private queue: Job<B>[] = [];
  private isRunning = false;
  /** Transactions in a row that something passing took down. */
  private failures = 0;

  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly open: (transaction: Writing) => B,
    private readonly limits: GroupLimits = DEFAULT_LIMITS,
    /** Told of each commit before its jobs are answered. */
    private readonly committed: (batch: B, group: GroupCommitted) => void = () => undefined,
  ) {}

  /** `job` may run more than once, and must keep what it does inside the batch. */
  run<R>(job: (batch: B) => Promise<R>): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      this.queue.push({ run: job, resolve, reject });
      this.start();
    });
  }

  private start(): void {
    if (this.isRunning) return;
    this.isRunning = true;
    // What arrives in the same turn of the event loop shares the first transaction.
    setImmediate(() => void this.drain());
  }

  private async drain(): Promise<void> {
    while (this.queue.length > 0) {
      await this.commitNext();
      // Lets the callers that were answered ask for more, and readers have their turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.isRunning = false;
  }

  private async commitNext(): Promise<void> {
    const started: Job<B>[] = [];
    try {
      const answers = await this.commit((batch) => this.runQueued(batch, started));
      answers.forEach((answer) => answer());
    } catch (error) {
      await this.recover(started, error);
    }
  }

  /** Runs jobs in one transaction, and gives what answers them once it is durable. */
  private async commit(run: (batch: B) => Promise<Answer[]>): Promise<Answer[]> {
    const startedAt = moment();
    const flushed = await this.flush(run);
    this.failures = 0;
    this.committed(flushed.batch, {
      jobs: flushed.answers.length,
      startedAt,
      endedAt: moment(),
    });
    return flushed.answers;
  }

  private async flush(run: (batch: B) => Promise<Answer[]>): Promise<Flushed<B>> {
    let flushed: Flushed<B> | undefined;
    try {
      return await this.database.write(this.scope, async (transaction) => {
        const batch = this.open(transaction);
        const answers = await run(batch);
        await batch.flush();
        return (flushed = { batch, answers });
      });
    } catch (error) {
      if (!(error instanceof OutcomeUnknown) || !flushed) throw error;
      if (await this.isStored(flushed.batch, error)) return flushed;
      throw new TransientFailure('the connection broke before the write was committed', {
        cause: error,
      });
    }
  }

  /** Asks with the scope held: whoever was still committing is through by then. */
  private async isStored(batch: B, unknown: OutcomeUnknown): Promise<boolean> {
    for (const pause of this.limits.pauses) {
      try {
        return await this.database.write(this.scope, (transaction) => batch.isStored(transaction));
      } catch (error) {
        const mayPass = error instanceof StorageUnavailable || error instanceof OutcomeUnknown;
        if (!mayPass) throw error;
        await setTimeout(pause);
      }
    }
    throw unknown;
  }

  private async recover(started: readonly Job<B>[], error: unknown): Promise<void> {
    if (error instanceof TransientFailure && this.failures < this.limits.pauses.length) {
      this.queue.unshift(...started);
      await setTimeout(this.limits.pauses[this.failures]);
      this.failures += 1;
      return;
    }
    this.failures = 0;
    // Where not even a transaction could be begun, nobody who waits for one would fare better.
    const affected = started.length > 0 ? started : this.queue.splice(0);
    if (started.length > 1 && !(error instanceof DatabaseUnusable))
      for (const job of affected) await this.commitAlone(job);
    else for (const job of affected) job.reject(error);
  }

  /** Runs queued jobs until a limit is met. */
  private async runQueued(batch: B, started: Job<B>[]): Promise<Answer[]> {
    const answers: Answer[] = [];
    const end = performance.now() + this.limits.milliseconds;
    while (this.takesMore(batch, started)) {
      const job = this.queue.shift();
      if (!job) break;
      started.push(job);
      answers.push(await runJob(batch, job));
      if (performance.now() > end) break;
    }
    return answers;
  }

  private takesMore(batch: B, started: readonly Job<B>[]): boolean {
    const { jobs, bytes } = this.limits;
    return started.length < jobs && batch.bytes < bytes && !batch.isClosed;
  }

  private async commitAlone(job: Job<B>): Promise<void> {
    try {
      const answers = await this.commit(async (batch) => [await runJob(batch, job)]);
      answers.forEach((answer) => answer());
    } catch (error) {
      await this.recover([job], error);
    }
  }
}

/** Settles the promise of a job. */
type Answer = () => void;

interface Flushed<B extends Batch> {
  batch: B;
  answers: Answer[];
}

async function runJob<B extends Batch>(batch: B, job: Job<B>): Promise<Answer> {
  try {
    const value = (await job.run(batch)) as never;
    return () => job.resolve(value);
  } catch (error) {
    return () => job.reject(error);
  }
}
