import { once } from 'node:events';
import { createServer, type Server, type ServerOptions } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { answerUnreadable } from './unreadable-request';

describe('bytes that are no HTTP request', () => {
  let server: Server;
  let socket: Socket;

  const open = async (options: ServerOptions = {}) => {
    server = createServer(options, (_, response) => response.write('the beginning of an answer'));
    server.on('clientError', answerUnreadable);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  };
  beforeEach(() => open());

  afterEach(() => {
    socket.destroy();
    server.close();
  });

  it('are answered by a problem', async () => {
    socket.write('GET /leads/Müller HTTP/1.1\r\nno header\r\n\r\n');
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 400 .*"type":"\/problems\/malformed-request"/s);
  });

  it('end with 408 where they come too slowly', async () => {
    socket.destroy();
    server.close();
    await open({ headersTimeout: 1, requestTimeout: 1, connectionsCheckingInterval: 1 });
    socket.write('GET / HTTP/1.1\r\nHost: loc');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\nConnection: close/);
  });

  it('break off an answer that is under way, and do not get into it', async () => {
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    const [beginning] = (await once(socket, 'data')) as [Buffer];
    socket.on('error', () => undefined).write('no request\r\n\r\n');
    const rest = await text(socket).catch(() => '');
    expect(`${beginning}${rest}`).toContain('the beginning of an answer');
    expect(`${beginning}${rest}`).not.toContain('problem');
  });
});
