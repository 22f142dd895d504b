import { etagOf } from '@leadlog/contracts/headers';
import type { Request, Response } from 'express';

/** What a tenant's endpoint answers, and the position of the tenant's log that it reflects. */
export interface TenantAnswer<T> {
  position: number;
  body: T;
  /** This is the first answer to a request that was repeated. */
  isReplayed?: boolean;
}

/**
 * Writes the headers that every tenant's answer has; a single lead also gets its ETag. Answers with
 * what is left to be sent.
 */
export function stampTenantAnswer(
  response: Response,
  { position, body, isReplayed }: TenantAnswer<object | undefined>,
): object | undefined {
  response.setHeader('X-Tenant-Position', position);
  if (isReplayed) response.setHeader('Idempotency-Replayed', 'true');
  if (!isLead(body)) return body;
  const etag = etagOf(body);
  response.setHeader('ETag', etag);
  if (!isKnown(response.req, etag)) return body;
  response.status(304);
  return undefined;
}

function isLead(body: object | undefined): body is { version: number; priority: number } {
  return body !== undefined && 'version' in body && 'priority' in body;
}

/**
 * Whether the caller has this state already. Express would look, too, but not where the request says
 * `Cache-Control: no-cache`, as `fetch` does of every request with an `If-None-Match` of its own.
 */
function isKnown({ method, headers }: Request, etag: string): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const tags = headers['if-none-match']?.split(',') ?? [];
  return tags.some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
}
