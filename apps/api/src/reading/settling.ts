import type { Database } from '@leadlog/database/database';
import { isAnyDue } from '@leadlog/read-models/lead-list/due-priorities';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Ending } from '../operations/ending';
import { DATABASE, WRITER } from '../providers';
import type { Writer } from '../writing/writer';

/** Between two looks at a tenant; until then its readers merge what has fallen due. */
const LOOK_EVERY_MS = 1000;

/**
 * Settles the priorities of tenants that are read, behind their answers: so that readers have little
 * to merge, and never wait.
 */
@Injectable()
export class Settling {
  private readonly logger = new Logger(Settling.name);
  private readonly lookedAt = new Map<string, number>();
  private readonly running = new Set<string>();

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(WRITER) private readonly writer: Writer,
    private readonly ending: Ending,
  ) {}

  /** Told of each read of a tenant; answers at once. */
  afterReading(tenantId: string, now: Date): void {
    const since = +now - (this.lookedAt.get(tenantId) ?? -Infinity);
    if (this.running.has(tenantId) || Math.abs(since) < LOOK_EVERY_MS) return;
    this.lookedAt.set(tenantId, +now);
    this.running.add(tenantId);
    void this.settle(tenantId, now).finally(() => this.running.delete(tenantId));
  }

  private async settle(tenantId: string, now: Date): Promise<void> {
    try {
      let isLeft = await this.database.read(tenantId, (snapshot) =>
        isAnyDue(snapshot, tenantId, now),
      );
      while (isLeft && !this.ending.signal.aborted)
        ({ isLeft } = await this.writer.settlePriorities({ tenantId, now }));
    } catch (error) {
      // Readers go on to merge, and the next one has it tried again.
      if (!this.ending.signal.aborted) this.logger.warn(`priorities not settled: ${String(error)}`);
    }
  }
}
