import { ExpressAdapter } from '@nestjs/platform-express';
import type { Response } from 'express';
import type { Gate } from './gate';
import { RenderedJson } from './rendered-json';

/** Express, but for what is rendered already: that is written as it is, and not looked at again. */
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

  override reply(response: Response, body: unknown, statusCode?: number): unknown {
    if (!(body instanceof RenderedJson)) return super.reply(response, body, statusCode);
    if (statusCode !== undefined) response.status(statusCode);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Length', body.bytes.length);
    return response.end(body.bytes);
  }
}
