import { PROBLEMS } from '@leadlog/contracts/problem';
import type { RequestListener, ServerResponse } from 'node:http';
import { correlationIdOf } from '../http/correlation';
import { ProblemDetails } from '../http/problem-details';

const LIVE = { status: 'ok', info: {}, error: {}, details: {} };

/** Answers while the service starts: that it lives, what it does, and when to ask again. */
export class Starting {
  /** What is being done, as the end of a sentence. */
  doing = 'it opens its store';

  readonly answer: RequestListener = (request, response) => {
    const correlationId = correlationIdOf(request.headers);
    const path = request.url?.split('?')[0] ?? '';
    response.setHeader('X-Request-ID', correlationId);
    response.setHeader('Cache-Control', 'no-store');
    // Whoever watches over processes must not end one that builds for minutes.
    if (path === '/health/live') return send(response, 200, 'application/json', LIVE);
    const problem = new ProblemDetails('unavailable', `The service is starting: ${this.doing}.`);
    response.setHeader('Retry-After', '1');
    const document = problem.toDocument(path, correlationId);
    send(response, PROBLEMS.unavailable.status, 'application/problem+json', document);
  };
}

function send(response: ServerResponse, status: number, type: string, body: object): void {
  const bytes = Buffer.from(JSON.stringify(body));
  const headers = { 'Content-Type': `${type}; charset=utf-8`, 'Content-Length': bytes.length };
  response.writeHead(status, headers).end(bytes);
}
