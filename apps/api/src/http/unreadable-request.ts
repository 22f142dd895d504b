import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { ProblemDetails } from './problem-details';

/** A connection as Node's server keeps it, with the answer that is under way. */
type Connection = Socket & { _httpMessage?: ServerResponse | null };

/** Whoever is so slow reads no more than the status; Node itself would say the same. */
const TOO_SLOW = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n';

/** Answers bytes that are no HTTP request, such as an address with unencoded umlauts, or come too slowly. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Connection): void {
  // What follows a request that is being answered would be read as a part of its answer.
  if (!socket.writable || socket._httpMessage?.headersSent) return void socket.destroy();
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return void socket.end(TOO_SLOW);
  const correlationId = randomUUID();
  const problem = new ProblemDetails(
    'malformed-request',
    'This is not well-formed HTTP; characters beyond ASCII in an address must be percent-encoded.',
  ).toDocument('', correlationId);
  const body = JSON.stringify(problem);
  const head = [
    'HTTP/1.1 400 Bad Request',
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-ID: ${correlationId}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
