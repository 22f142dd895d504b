import { Logger } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { RequestObserver } from '../http/receive';
import { routeOf } from '../http/route';
import { WriteMetrics } from './write-metrics';

/** What a verification looks at, and what it finds. */
interface Verification {
  what: 'chain' | 'read_models';
  outcome: 'intact' | 'broken';
}

/** The service's figures for Prometheus. */
export class Metrics {
  readonly registry = new Registry();
  readonly writing = new WriteMetrics(this.registry);
  private readonly logger = new Logger(Metrics.name);
  private readonly readings: (() => Promise<void>)[] = [];

  readonly importsRunning = new Gauge({
    name: 'leadlog_imports_running',
    help: 'Imports that run now.',
    registers: [this.registry],
  });

  readonly imports = new Counter({
    name: 'leadlog_imports_total',
    help: 'Imports that have ended since the start.',
    labelNames: ['outcome'],
    registers: [this.registry],
  });

  private readonly verifications = new Counter({
    name: 'leadlog_verifications_total',
    help: "Verifications of a tenant's chain or read models, by what they found.",
    labelNames: ['what', 'outcome'],
    registers: [this.registry],
  });

  private readonly requestDuration = new Histogram({
    name: 'leadlog_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    // An increase is only seen from a value on: so each begins with one.
    for (const what of ['chain', 'read_models'] as const)
      for (const outcome of ['intact', 'broken'] as const)
        this.verifications.inc({ what, outcome }, 0);
  }

  verified(verification: Verification): void {
    this.verifications.inc({ ...verification });
  }

  /**
   * Has gauges show what is read whenever the figures are asked for. What cannot be read is left out,
   * and the rest is told all the same.
   */
  readWhenAsked<T>(gauges: readonly Gauge[], read: () => Promise<T>, show: (figures: T) => void) {
    this.readings.push(async () => {
      const figures = await read().catch((error: unknown) => this.logger.warn(String(error)));
      for (const gauge of gauges) gauge.reset();
      if (figures !== undefined) show(figures as T);
    });
  }

  /** The figures in the Prometheus text format. */
  async exposition(): Promise<string> {
    await Promise.all(this.readings.map((read) => read()));
    return this.registry.metrics();
  }

  /** Times a request that was answered, under its route and not its path, so that the label stays bounded. */
  readonly timeRequest: RequestObserver = (request, response, milliseconds) => {
    const { method } = request;
    const { statusCode: status, writableFinished } = response;
    if (writableFinished)
      this.requestDuration.observe(
        { method, route: routeOf(request), status },
        milliseconds / 1000,
      );
  };
}
