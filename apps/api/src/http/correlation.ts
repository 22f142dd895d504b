import type { Request } from 'express';
import { randomUUID } from 'node:crypto';

declare module 'express-serve-static-core' {
  interface Request {
    /** Ties the request to its log lines and events. */
    correlationId: string;
  }
}

const TRACE_PARENT =
  /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;
const REQUEST_ID = /^[\x21-\x7e]{1,128}$/;

/** The trace id of a valid `traceparent`, else a valid `X-Request-ID`, else a new UUID. */
export function correlationIdOf(headers: Request['headers']): string {
  const traceId = TRACE_PARENT.exec(String(headers['traceparent'] ?? ''))?.[1];
  if (traceId) return traceId;
  const requestId = String(headers['x-request-id'] ?? '');
  return REQUEST_ID.test(requestId) ? requestId : randomUUID();
}
