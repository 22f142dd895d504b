import { INSTALLATION, StorageDamaged, type Database } from '@leadlog/database/database';
import { listTenants } from '@leadlog/database/list-tenants';
import type { Clock } from '@leadlog/event-store/event-store';
import { LogReader } from '@leadlog/event-store/log-reader';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { setTimeout as pause } from 'node:timers/promises';
import { Ending } from '../operations/ending';
import { Metrics } from '../operations/metrics';
import { CLOCK, DATABASE, SETTINGS } from '../providers';
import type { Settings } from '../settings';
import { pacedReads } from './paced-reads';
import { verifyTenant, type TenantVerification } from './verify-tenant';

/** After a start others have more to do; and a service that is started often is verified as well. */
const FIRST_AFTER_MS = 10 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

const KINDS = ['chain', 'read_models'] as const;

/** Verifies every tenant's chain and read models from time to time, and tells what it has found. */
@Injectable()
export class ScheduledVerification implements OnApplicationBootstrap {
  private readonly logger = new Logger('Verification');
  private readonly intact: Gauge<'what'>;
  private readonly lastRun: Gauge<'what'>;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly log: LogReader,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'VERIFY_EVERY_HOURS'>,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly metrics: Metrics,
    private readonly ending: Ending,
  ) {
    const registers = [metrics.registry];
    const labelNames = ['what'] as const;
    this.intact = new Gauge({
      name: 'leadlog_verification_intact',
      help: 'Whether the last scheduled verification found every tenant intact: 1 or 0.',
      labelNames,
      registers,
    });
    this.lastRun = new Gauge({
      name: 'leadlog_verification_last_run_timestamp_seconds',
      help: 'When the last scheduled verification ended.',
      labelNames,
      registers,
    });
    new Gauge({
      name: 'leadlog_verification_interval_seconds',
      help: 'How long after the end of a scheduled verification the next one begins; 0: there are none.',
      registers,
    }).set((settings.VERIFY_EVERY_HOURS * HOUR_MS) / 1000);
  }

  onApplicationBootstrap(): void {
    if (this.settings.VERIFY_EVERY_HOURS > 0) void this.repeat();
  }

  /** Verifies every tenant once; the names of those of which something is broken. */
  async verifyAll(rest: (milliseconds: number) => Promise<unknown>): Promise<string[]> {
    const { signal } = this.ending;
    const database = pacedReads(this.database, rest);
    const broken = { chain: [] as string[], read_models: [] as string[] };
    for (const tenantId of await database.read(INSTALLATION, listTenants)) {
      const options = { now: this.clock(), signal };
      const result = await verifyTenant(database, this.log, tenantId, options);
      this.tell(result);
      if (!result.chain.intact) broken.chain.push(tenantId);
      if (!isRight(result)) broken.read_models.push(tenantId);
    }
    for (const what of KINDS) {
      this.intact.set({ what }, broken[what].length === 0 ? 1 : 0);
      this.lastRun.set({ what }, this.clock().getTime() / 1000);
    }
    return [...new Set([...broken.chain, ...broken.read_models])];
  }

  private async repeat(): Promise<void> {
    const { signal } = this.ending;
    const rest = (milliseconds: number) => pause(milliseconds, undefined, { signal, ref: false });
    for (let waitMs = FIRST_AFTER_MS; !signal.aborted;) {
      try {
        await rest(waitMs);
        const broken = await this.verifyAll(rest);
        this.logger.log({ msg: 'verified all tenants', broken: broken.length });
      } catch (error) {
        // The service stops, or the store fails: the next time comes, or does not.
        if (!signal.aborted) this.logger.error(error instanceof Error ? error.stack : error);
        if (error instanceof StorageDamaged) KINDS.forEach((what) => this.intact.set({ what }, 0));
      }
      waitMs = this.settings.VERIFY_EVERY_HOURS * HOUR_MS;
    }
  }

  private tell(result: TenantVerification): void {
    const { tenant_id: tenant, chain, differences } = result;
    const outcome = (isIntact: boolean) => (isIntact ? 'intact' : 'broken');
    this.metrics.verified({ what: 'chain', outcome: outcome(chain.intact) });
    this.metrics.verified({ what: 'read_models', outcome: outcome(isRight(result)) });
    if (!chain.intact) {
      const { first_broken_position, reason } = chain;
      this.logger.error({ msg: 'the log is broken', tenant, first_broken_position, reason });
    }
    if (differences > 0)
      this.logger.error({ msg: 'the lead list is not what the log tells', tenant, differences });
    if (!result.isReadable)
      this.logger.error({ msg: 'the lead list or its log cannot be read', tenant });
  }
}

/** Whether the lead list is known to be what the log tells. */
function isRight({ differences, isReadable }: TenantVerification): boolean {
  return isReadable && differences === 0;
}
