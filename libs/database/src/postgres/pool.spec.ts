import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { openPool } from './pool';

const LIMITS = { connections: 1, statement: 0, lock: 0, idleInTransaction: 0 };

/** A message of the server: its kind, its length and its body. */
function message(kind: string, body: Buffer): Buffer {
  const head = Buffer.from(`${kind}....`);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const WELCOME = message('R', Buffer.alloc(4));
const READY = message('Z', Buffer.from('I'));
const ENDING = message('E', Buffer.from('SFATAL\0C57P01\0Mthe server ends\0\0'));

describe('a pool of connections', () => {
  let server: Server;
  beforeEach(async () => {
    // It takes a connection and ends, which the client reads at once.
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(Buffer.concat([WELCOME, READY, ENDING])));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterEach(() => server.close());

  it('outlives a server that ends in the moment in which it has let one in', async () => {
    const { port } = server.address() as AddressInfo;
    const pool = openPool(`postgres://mara@127.0.0.1:${port}/leadlog`, LIMITS);
    const client = await pool.connect();
    await expect(client.query('select 1', [])).rejects.toThrow();
    client.release();
    await pool.end();
  });
});
