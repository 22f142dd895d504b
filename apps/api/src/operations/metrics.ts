import { INSTALLATION, type Database } from '@leadlog/database/database';
import { listTenants } from '@leadlog/database/list-tenants';
import { readTenantFigures } from '@leadlog/read-models/tenant-stats/tenant-figures';
import { Inject, Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { routeOf } from '../http/route';
import { DATABASE } from '../providers';
import { TenantReader } from '../reading/tenant-reader';

/** The service's figures for Prometheus. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  readonly eventsAppended = new Counter({
    name: 'leadlog_events_appended_total',
    help: 'Events appended to the log since the start.',
    labelNames: ['type'],
    registers: [this.registry],
  });

  private readonly requestDuration = new Histogram({
    name: 'leadlog_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });

  private readonly leads = new Gauge({
    name: 'leadlog_leads',
    help: 'Leads of a tenant that are not archived.',
    labelNames: ['tenant'],
    registers: [this.registry],
  });

  private readonly averagePriority = new Gauge({
    name: 'leadlog_leads_average_priority',
    help: "Average priority of a tenant's leads that are not archived.",
    labelNames: ['tenant'],
    registers: [this.registry],
  });

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly reader: TenantReader,
  ) {
    collectDefaultMetrics({ register: this.registry });
  }

  /** The figures in the Prometheus text format. */
  async exposition(): Promise<string> {
    for (const tenant of await this.database.read(INSTALLATION, listTenants)) {
      const { body } = await this.reader.answer(tenant, (snapshot, now) =>
        readTenantFigures(snapshot, tenant, now),
      );
      this.leads.set({ tenant }, body.total);
      this.averagePriority.set({ tenant }, body.average_priority ?? 0);
    }
    return this.registry.metrics();
  }

  /** Times a request, under its route and not its path, so that the label stays bounded. */
  readonly timeRequest = (request: Request, response: Response, next: NextFunction): void => {
    const stop = this.requestDuration.startTimer();
    response.once('finish', () =>
      stop({
        method: request.method,
        route: routeOf(request),
        status: response.statusCode,
      }),
    );
    next();
  };
}
