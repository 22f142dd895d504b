import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Api } from '../service/api.ts';
import { expect, test } from '../service/own-service.ts';

const WRITERS = 24;
const ANSWERS_BEFORE = 200;
const STOPS_WITHIN_MS = 10_000;

/** What one connection has seen that writes leads, one after the other, until it is closed. */
interface Writing {
  /** Correlation ids of what was answered by 201. */
  acknowledged: string[];
  /** Other answers, and requests to which none came. */
  faults: string[];
}

/** Writes over one kept connection until the service says that an answer is the last. */
async function writeOver(url: string, answered: () => void): Promise<Writing> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1').setEncoding('latin1');
  const seen: Writing = { acknowledged: [], faults: [] };
  let asked: string | null = send(socket);
  let received = '';
  try {
    for await (const text of socket) {
      received += text;
      if (asked === null || !isWhole(received)) continue;
      if (received.startsWith('HTTP/1.1 201')) seen.acknowledged.push(asked);
      else seen.faults.push(received);
      answered();
      asked = /^connection: close/im.test(received) ? null : send(socket);
      received = '';
    }
  } catch (error) {
    seen.faults.push((error as Error).message);
  }
  if (asked !== null) seen.faults.push(`no answer to ${asked}`);
  return seen;
}

function isWhole(answer: string): boolean {
  const [head = '', body] = answer.split('\r\n\r\n');
  return body !== undefined && body.length >= Number(/^content-length: (\d+)/im.exec(head)?.[1]);
}

/** Asks for a lead; the correlation id of its request. */
function send(socket: Socket): string {
  const id = randomUUID();
  const body = JSON.stringify({ name: `Lead ${id}` });
  socket.write(
    [
      'POST /leads HTTP/1.1',
      'Host: localhost',
      'X-Tenant-ID: acme',
      `X-Request-ID: ${id}`,
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      '',
      body,
    ].join('\r\n'),
  );
  return id;
}

const idsOf = async (api: Api) => {
  const ids: string[] = [];
  for (let after: number | null = 0; after !== null;) {
    const { text } = await api.get(`/history?limit=500&after=${after}`);
    const page = JSON.parse(text) as {
      items: { correlation_id: string }[];
      next_after: number | null;
    };
    ids.push(...page.items.map(({ correlation_id }) => correlation_id));
    after = page.next_after;
  }
  return ids;
};

test('stops under load: every request is answered, what was acknowledged is there, no connection is reset', async ({
  own,
  api,
}) => {
  test.setTimeout(60_000);
  let left = ANSWERS_BEFORE;
  const warm = Promise.withResolvers<void>();
  const answered = () => void (--left === 0 && warm.resolve());
  const writers = Array.from({ length: WRITERS }, () => writeOver(own.url, answered));
  await warm.promise;
  const begun = Date.now();
  await own.stop();
  expect(Date.now() - begun).toBeLessThan(STOPS_WITHIN_MS);
  const seen = await Promise.all(writers);
  expect(seen.flatMap(({ faults }) => faults)).toEqual([]);
  await own.startAgain();
  const kept = new Set(await idsOf(api));
  const acknowledged = seen.flatMap(({ acknowledged }) => acknowledged);
  expect(acknowledged.length).toBeGreaterThanOrEqual(ANSWERS_BEFORE);
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  expect(kept.size, 'nothing happened that was not answered').toBe(acknowledged.length);
});

test('stops although connections are open that ask nothing, are slow, or do not read', async ({
  own,
  api,
}) => {
  await api.create({ name: 'Acme' });
  const port = Number(new URL(own.url).port);
  const sockets = Array.from({ length: 3 }, () => connect(port, '127.0.0.1'));
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  sockets[1]?.write('GET /leads HTTP/1.1\r\nHost: loc');
  sockets[2]?.write('GET /events HTTP/1.1\r\nHost: localhost\r\nX-Tenant-ID: acme\r\n\r\n');
  sockets[2]?.pause();
  sockets.forEach((socket) => socket.on('error', () => undefined));
  const begun = Date.now();
  await own.stop();
  expect(Date.now() - begun).toBeLessThan(STOPS_WITHIN_MS);
  sockets.forEach((socket) => socket.destroy());
});
