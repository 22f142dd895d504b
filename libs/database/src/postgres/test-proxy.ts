import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Where a connection is cut: before the server learns of the COMMIT, or before it can answer. */
export type Cut = 'before' | 'after';

/** Stands between a test and its server, and cuts connections at their next COMMITs. */
export interface CuttingProxy {
  url: string;
  /** How the next COMMITs fare, one after the other. */
  cuts: Cut[];
  close(): Promise<void>;
}

/** `Q`, its length, and the text of the statement. */
const COMMIT = Buffer.from('commit\0');

export async function startCuttingProxy(url: string): Promise<CuttingProxy> {
  const cuts: Cut[] = [];
  const target = new URL(url);
  const server = createServer((client) => join(client, target, cuts));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const own = new URL(url);
  [own.hostname, own.port] = ['127.0.0.1', String((server.address() as AddressInfo).port)];
  return {
    url: own.href,
    cuts,
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

function join(client: Socket, { hostname, port }: URL, cuts: Cut[]): void {
  const upstream = connect(Number(port), hostname);
  const end = () => {
    client.destroy();
    upstream.destroy();
  };
  let isAnswerCut = false;
  client.on('data', (data) => {
    const cut = data.includes(COMMIT) ? cuts.shift() : undefined;
    if (cut === 'before') return end();
    isAnswerCut = cut === 'after';
    upstream.write(data);
  });
  upstream.on('data', (data) => (isAnswerCut ? end() : client.write(data)));
  for (const socket of [client, upstream]) socket.on('close', end).on('error', end);
}
