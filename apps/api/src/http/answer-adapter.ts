import { ExpressAdapter } from '@nestjs/platform-express';
import type { Response } from 'express';
import { RenderedJson } from './rendered-json';

/** Express, but for what is rendered already: that is written as it is, and not looked at again. */
export class AnswerAdapter extends ExpressAdapter {
  override reply(response: Response, body: unknown, statusCode?: number): unknown {
    if (!(body instanceof RenderedJson)) return super.reply(response, body, statusCode);
    if (statusCode !== undefined) response.status(statusCode);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Length', body.bytes.length);
    return response.end(body.bytes);
  }
}
