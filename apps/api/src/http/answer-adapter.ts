import { StreamableFile } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Response } from 'express';
import type { Gate } from './gate';
import { RenderedJson } from './rendered-json';
import { stampTenantAnswer, type TenantAnswer } from './tenant-answer';

/**
 * Express, but for tenants' answers: their headers are set here, where an interceptor of Nest's would
 * take a sixth of a request, and their JSON is written as it is, not looked at again.
 */
export class AnswerAdapter extends ExpressAdapter {
  constructor(private readonly gate: Gate) {
    super();
  }

  /** The gate's own, which may be open already. */
  override initHttpServer(): void {
    this.httpServer = this.gate.server;
  }

  override close(): Promise<void> {
    return this.gate.close();
  }

  /** Whoever was identified for a tenant is answered with a `TenantAnswer`. */
  override reply(response: Response, answer: unknown, statusCode?: number): unknown {
    if (!response.req.identity) return super.reply(response, answer, statusCode);
    const body = stampTenantAnswer(response, answer as TenantAnswer<object | undefined>);
    if (body === undefined || body instanceof StreamableFile)
      return super.reply(response, body, statusCode);
    if (statusCode !== undefined) response.status(statusCode);
    const { bytes } = body instanceof RenderedJson ? body : new RenderedJson(JSON.stringify(body));
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Length', bytes.length);
    return response.end(bytes);
  }
}
