import { Agent, type IncomingMessage, request as send } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Answered } from '../document/answer-faults.ts';

/** What is sent, byte for byte as far as Node's client lets it. */
export interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

const agent = new Agent({ keepAlive: true });

/**
 * Sends a request by Node's own client, which unlike `fetch` takes any method, a body with any of them,
 * and an address as it stands. A live feed is left after its first bytes.
 */
export async function exchange(url: string, { body, ...sent }: Sent): Promise<Answered> {
  const request = send(url, {
    ...sent,
    headers: { ...sent.headers, ...sizeOf(sent, body) },
    agent,
  });
  request.end(body);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    // After a response it means nothing: what is no HTTP is answered with a body even after HEAD.
    request.on('error', reject);
  });
  const headers = new Headers();
  for (const [name, values] of Object.entries(response.headersDistinct))
    for (const value of values ?? []) headers.append(name, value);
  return { status: response.statusCode ?? 0, headers, text: await textOf(response, sent.method) };
}

/** Left out, Node takes what follows a GET for another request. */
function sizeOf({ headers }: Omit<Sent, 'body'>, body: string | undefined) {
  if (body === undefined || 'Transfer-Encoding' in headers) return {};
  return { 'Content-Length': String(Buffer.byteLength(body)) };
}

async function textOf(response: IncomingMessage, method: string): Promise<string> {
  const isFeed = response.headers['content-type']?.startsWith('text/event-stream');
  if (method !== 'HEAD' && !isFeed) return text(response);
  if (isFeed && method !== 'HEAD') await once(response, 'data');
  response.on('error', () => undefined).destroy();
  return '';
}
