import { INSTALLATION, type Database } from '@leadlog/database/database';
import { listTenants } from '@leadlog/database/list-tenants';
import type { Clock } from '@leadlog/event-store/event-store';
import { STATUSES } from '@leadlog/domain/vocabulary';
import {
  readTenantFigures,
  type TenantFigures,
} from '@leadlog/read-models/tenant-stats/tenant-figures';
import { Inject, Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { Gauge } from 'prom-client';
import { CLOCK, DATABASE, SETTINGS } from '../providers';
import { TenantReader } from '../reading/tenant-reader';
import type { Settings } from '../settings';
import { Metrics } from './metrics';

/** Stands for all tenants that are not shown by themselves; no tenant's name begins so. */
export const REST = '_rest';

/** For so long the same tenants are taken for the largest, and the rest is as it was counted then. */
export const RANKED_FOR_MS = 5 * 60 * 1000;

type Figures = Pick<TenantFigures, 'total' | 'by_status' | 'average_priority'>;

/** All tenants as they were counted at a moment. */
interface Ranking {
  at: Date;
  tenants: number;
  largest: string[];
  rest: Figures;
}

/** The figures of the largest tenants, each by itself, and of all others together. */
@Injectable()
export class TenantMetrics {
  private ranking: Ranking | null = null;

  constructor(
    metrics: Metrics,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'METRICS_TENANTS'>,
    private readonly reader: TenantReader,
  ) {
    const registers = [metrics.registry];
    const tenants = new Gauge({
      name: 'leadlog_tenants',
      help: 'Tenants that have a log.',
      registers,
    });
    const leads = new Gauge({
      name: 'leadlog_leads',
      help: `Leads of a tenant that are not archived; ${REST}: of all tenants not shown by themselves.`,
      labelNames: ['tenant', 'status'],
      registers,
    });
    const averagePriority = new Gauge({
      name: 'leadlog_leads_average_priority',
      help: `Average priority of a tenant's leads that are not archived; ${REST}: as for leadlog_leads.`,
      labelNames: ['tenant'],
      registers,
    });
    metrics.readWhenAsked(
      [tenants, leads, averagePriority],
      () => this.read(),
      (read) => {
        tenants.set(read.tenants);
        for (const [tenant, figures] of read.figures) {
          for (const status of STATUSES) leads.set({ tenant, status }, figures.by_status[status]);
          averagePriority.set({ tenant }, figures.average_priority ?? 0);
        }
      },
    );
  }

  private async read(): Promise<{ tenants: number; figures: [tenant: string, Figures][] }> {
    const ranking = await this.currentRanking();
    if ('all' in ranking)
      return { tenants: ranking.all.length, figures: await this.each(ranking.all) };
    const figures = await this.each(ranking.largest);
    return { tenants: ranking.tenants, figures: [...figures, [REST, ranking.rest]] };
  }

  /** Only where there are more tenants than are shown is it worth while to remember which are large. */
  private async currentRanking(): Promise<Ranking | { all: string[] }> {
    const age = this.ranking === null ? Infinity : +this.clock() - +this.ranking.at;
    if (this.ranking !== null && Math.abs(age) < RANKED_FOR_MS) return this.ranking;
    this.ranking = null;
    const all = await this.database.read(INSTALLATION, listTenants);
    if (all.length <= this.settings.METRICS_TENANTS) return { all };
    const at = this.clock();
    const bySize = (await this.each(all)).sort(([, one], [, other]) => other.total - one.total);
    const largest = bySize.slice(0, this.settings.METRICS_TENANTS).map(([tenant]) => tenant);
    const rest = sumOf(bySize.slice(largest.length).map(([, figures]) => figures));
    return (this.ranking = { at, tenants: all.length, largest, rest });
  }

  /** One tenant after the other, and requests in between. */
  private async each(tenants: readonly string[]): Promise<[tenant: string, Figures][]> {
    const read: [string, Figures][] = [];
    for (const tenant of tenants) {
      const { body } = await this.reader.answer(tenant, (snapshot, now) =>
        readTenantFigures(snapshot, tenant, now),
      );
      read.push([tenant, body]);
      await setImmediate();
    }
    return read;
  }
}

function sumOf(figures: readonly Figures[]): Figures {
  const sum = (of: (one: Figures) => number) => figures.reduce((all, one) => all + of(one), 0);
  const total = sum((one) => one.total);
  const priorities = sum((one) => one.total * (one.average_priority ?? 0));
  return {
    total,
    by_status: {
      new: sum(({ by_status }) => by_status.new),
      qualified: sum(({ by_status }) => by_status.qualified),
      lost: sum(({ by_status }) => by_status.lost),
    },
    average_priority: total === 0 ? null : priorities / total,
  };
}
