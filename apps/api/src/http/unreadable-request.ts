import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { ProblemDetails } from './problem-details';

/** A connection as Node's server keeps it, with the answer that is under way. */
type Connection = Socket & { _httpMessage?: ServerResponse | null };

/** Answers bytes that are no HTTP request, such as an address with unencoded umlauts. */
export function answerUnreadable(_error: Error, socket: Connection): void {
  // What follows a request that is being answered would be read as a part of its answer.
  if (!socket.writable || socket._httpMessage?.headersSent) return void socket.destroy();
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
