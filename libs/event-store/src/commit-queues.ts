import {
  INSTALLATION,
  StorageUnavailable,
  type Database,
  type Scope,
  type Writing,
} from '@leadlog/database/database';
import { DEFAULT_LIMITS, GroupCommit, type Batch, type GroupCommitted } from './group-commit';

/** Writes that wait in this process, of all tenants: with more, the next are refused. */
const MOST_WAITING = 1000;

/**
 * The queues in which writes wait for their transaction: one for all tenants where the database runs
 * one write at a time anyway, otherwise one a tenant, there while anything waits in it.
 */
export class CommitQueues<B extends Batch> {
  private readonly queues = new Map<string, { commits: GroupCommit<B>; waiting: number }>();
  private readonly shared: GroupCommit<B> | null;
  private waiting = 0;

  constructor(
    private readonly database: Database,
    private readonly open: (transaction: Writing) => B,
    /** Told of each commit before its jobs are answered. */
    private readonly committed: (batch: B, group: GroupCommitted) => void,
  ) {
    this.shared = database.sharesWrites ? this.queue(INSTALLATION) : null;
  }

  /**
   * `job` may run more than once, and must keep what it does inside the batch.
   * @throws StorageUnavailable where too many wait
   */
  async run<R>(tenantId: string, job: (batch: B) => Promise<R>): Promise<R> {
    if (this.shared) return this.shared.run(job);
    if (this.waiting >= MOST_WAITING)
      throw new StorageUnavailable(`${MOST_WAITING} writes are waiting; try again in a moment`);
    const queue = this.queueOf(tenantId);
    queue.waiting += 1;
    this.waiting += 1;
    try {
      return await queue.commits.run(job);
    } finally {
      this.waiting -= 1;
      queue.waiting -= 1;
      if (queue.waiting === 0) this.queues.delete(tenantId);
    }
  }

  private queueOf(tenantId: string) {
    const known = this.queues.get(tenantId);
    if (known) return known;
    const queue = { commits: this.queue(tenantId), waiting: 0 };
    this.queues.set(tenantId, queue);
    return queue;
  }

  private queue(scope: Scope): GroupCommit<B> {
    return new GroupCommit(this.database, scope, this.open, DEFAULT_LIMITS, this.committed);
  }
}
