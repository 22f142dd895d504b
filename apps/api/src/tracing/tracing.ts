import type { Span, Tracer } from '@opentelemetry/api';
import type { CommitReport } from '@leadlog/event-store/commit-report';
import type { NextFunction, Request, Response } from 'express';
import { AsyncLocalStorage } from 'node:async_hooks';
import { routeOf } from '../http/route';

/** Spans that are left at a stop are waited for no longer: the service has to end. */
const FLUSHED_WITHIN_MS = 2000;

type OpenTelemetry = Awaited<ReturnType<typeof load>>;

/** Loaded where spans are wanted, and nowhere else: it takes time and room. */
async function load() {
  const [api, core, resources, sdk, exporter] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/core'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  return { ...api, ...core, ...resources, ...sdk, ...exporter };
}

/**
 * Spans of a request, of the command that it asks for, and of the commit that made it durable, with
 * the read models' part. They tell what log lines tell: routes, types and ids, and nothing of a person.
 */
export class Tracing {
  private readonly requests = new AsyncLocalStorage<Span>();
  private readonly parents;
  /** The newest commit that was told of: answers come right after the one that they waited for. */
  private commit: CommitReport | null = null;

  private constructor(
    private readonly otel: OpenTelemetry,
    private readonly tracer: Tracer,
    private readonly shutdown: () => Promise<void>,
  ) {
    this.parents = new otel.W3CTraceContextPropagator();
  }

  /** Sends spans by OTLP over HTTP to an endpoint, to which `/v1/traces` is added. */
  static async open(endpoint: string): Promise<Tracing> {
    const otel = await load();
    const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
    const provider = new otel.BasicTracerProvider({
      resource: otel
        .defaultResource()
        .merge(otel.resourceFromAttributes({ 'service.name': 'leadlog' })),
      spanProcessors: [new otel.BatchSpanProcessor(new otel.OTLPTraceExporter({ url }))],
    });
    return new Tracing(otel, provider.getTracer('leadlog'), () => provider.shutdown());
  }

  /** Begins a span for a request, under that of its caller where a `traceparent` names one. */
  readonly request = (request: Request, response: Response, next: NextFunction): void => {
    const { ROOT_CONTEXT, SpanKind, SpanStatusCode, defaultTextMapGetter } = this.otel;
    const parent = this.parents.extract(ROOT_CONTEXT, request.headers, defaultTextMapGetter);
    const span = this.tracer.startSpan(request.method, { kind: SpanKind.SERVER }, parent);
    response.once('close', () => {
      const route = routeOf(request);
      span.updateName(`${request.method} ${route}`).setAttributes({
        'http.request.method': request.method,
        'http.route': route,
        'http.response.status_code': response.statusCode,
        'leadlog.correlation_id': request.correlationId,
        ...(request.identity && { 'leadlog.tenant': request.identity.tenantId }),
      });
      if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    this.requests.run(span, next);
  };

  /** Carries out a command in a span under its request's; what no request asks for has none. */
  async command<R>(type: string, carryOut: () => Promise<R>): Promise<R> {
    const { ROOT_CONTEXT, SpanStatusCode, trace } = this.otel;
    const request = this.requests.getStore();
    if (!request) return carryOut();
    const startTime = performance.timeOrigin + performance.now();
    const parent = trace.setSpan(ROOT_CONTEXT, request);
    const span = this.tracer.startSpan(type, { startTime }, parent);
    try {
      const result = await carryOut();
      if (this.commit && this.commit.endedAt > startTime) this.showCommit(span, this.commit);
      return result;
    } catch (error) {
      // Its name alone: a message may hold what somebody wrote.
      const message = (error as Error).constructor.name;
      span.setStatus({ code: SpanStatusCode.ERROR, message });
      throw error;
    } finally {
      span.end();
    }
  }

  committed(report: CommitReport): void {
    this.commit = report;
  }

  async stop(): Promise<void> {
    const over = new Promise((resolve) => setTimeout(resolve, FLUSHED_WITHIN_MS).unref());
    // Who collects the spans may be gone, which is nothing to fail for.
    await Promise.race([this.shutdown().catch(() => undefined), over]);
  }

  /** Others may share the commit: each has it in its own trace. */
  private showCommit(command: Span, { works, startedAt, endedAt, projection }: CommitReport): void {
    const { ROOT_CONTEXT, trace } = this.otel;
    const under = (span: Span) => trace.setSpan(ROOT_CONTEXT, span);
    const attributes = { 'leadlog.commit.works': works };
    const span = this.tracer.startSpan(
      'commit',
      { startTime: startedAt, attributes },
      under(command),
    );
    if (projection)
      this.tracer
        .startSpan('project', { startTime: projection.startedAt }, under(span))
        .end(projection.endedAt);
    span.end(endedAt);
  }
}
