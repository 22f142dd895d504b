/**
 * Tells those who follow a tenant's log that it has grown. It holds nobody back and keeps nothing:
 * a follower reads the log itself, so that a signal may come too often but never be missed.
 */
export class CommitSignal {
  private readonly waiting = new Map<string, Set<() => void>>();

  /** To be called after the commit: what woke a reader is then there to be read. */
  committed(tenantId: string): void {
    const waiting = this.waiting.get(tenantId);
    this.waiting.delete(tenantId);
    for (const wake of waiting ?? []) wake();
  }

  /** Wakes all who wait: their logs may have grown without a word. */
  anyCommitted(): void {
    for (const tenantId of [...this.waiting.keys()]) this.committed(tenantId);
  }

  /** Calls `wake` at the tenant's next commit, once, unless the answer is called before. */
  onNext(tenantId: string, wake: () => void): () => void {
    const waiting = this.waiting.get(tenantId) ?? new Set();
    this.waiting.set(tenantId, waiting.add(wake));
    return () => {
      waiting.delete(wake);
      if (waiting.size === 0 && this.waiting.get(tenantId) === waiting)
        this.waiting.delete(tenantId);
    };
  }

  /** How many wait, over all tenants. */
  get size(): number {
    return [...this.waiting.values()].reduce((sum, { size }) => sum + size, 0);
  }
}
