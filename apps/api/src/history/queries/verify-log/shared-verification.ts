import type { Database } from '@leadlog/database/database';
import { LogReader } from '@leadlog/event-store/log-reader';
import { verifyChain, type Verification } from '@leadlog/event-store/verify-chain';
import { Inject, Injectable } from '@nestjs/common';
import type { TenantAnswer } from '../../../http/tenant-answer';
import { Ending } from '../../../operations/ending';
import { Metrics } from '../../../operations/metrics';
import { DATABASE } from '../../../providers';

/**
 * Walks each tenant's chain once at a time: who asks while a walk is under way gets its outcome, so
 * that many who ask cost no more than one. Its position tells how far the log was when it began.
 */
@Injectable()
export class SharedVerification {
  private readonly walks = new Map<string, Promise<TenantAnswer<Verification>>>();

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly store: LogReader,
    private readonly ending: Ending,
    private readonly metrics: Metrics,
  ) {}

  verify(tenantId: string): Promise<TenantAnswer<Verification>> {
    const running = this.walks.get(tenantId);
    if (running) return running;
    const walk = this.walk(tenantId).finally(() => this.walks.delete(tenantId));
    this.walks.set(tenantId, walk);
    return walk;
  }

  private async walk(tenantId: string): Promise<TenantAnswer<Verification>> {
    const before = await this.database.read(tenantId, (snapshot) =>
      this.store.position(snapshot, tenantId),
    );
    const { signal } = this.ending;
    const body = await verifyChain(this.database, tenantId, { signal });
    this.metrics.verified({ what: 'chain', outcome: body.intact ? 'intact' : 'broken' });
    return { position: body.intact ? body.head.position : before, body };
  }
}
