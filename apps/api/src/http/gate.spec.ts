import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { Gate, type GateTimes } from './gate';

const GET = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';
/** Idle connections are closed at once when it closes; nothing else is waited for. */
const TIMES: GateTimes = {
  ...{ headersMs: 60_000, requestMs: 60_000, keepAliveMs: 60_000, checkEveryMs: 5 },
  ...{ idleMs: 0, lingerMs: 60_000, longestMs: 60_000 },
};
const MANY = 1000;

describe('the gate', () => {
  let gate: Gate;
  let asked: ServerResponse[];
  let sockets: Socket[];
  let isOver: boolean;

  const open = async (times = TIMES) => {
    gate = new Gate((_, response) => void asked.push(response), times);
    gate.server.listen(0, '127.0.0.1');
    await once(gate.server, 'listening');
  };
  beforeEach(async () => {
    asked = [];
    sockets = [];
    isOver = false;
    await open();
  });
  afterEach(async () => {
    isOver = true;
    sockets.forEach((socket) => socket.destroy());
    await gate.close();
  });

  /** A connection that keeps its own end open, and all that has come over it. */
  async function visit() {
    const { port } = gate.server.address() as AddressInfo;
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    sockets.push(socket);
    const seen = { text: '', hasEnded: false, error: null as Error | null };
    socket.on('data', (bytes) => (seen.text += bytes.toString()));
    socket.on('end', () => (seen.hasEnded = true));
    socket.on('error', (error) => (seen.error = error));
    const [[accepted]] = await Promise.all([
      once(gate.server, 'connection') as Promise<[Socket]>,
      once(socket, 'connect'),
    ]);
    return { socket, seen, accepted };
  }
  const until = async (holds: () => boolean) => {
    while (!holds() && !isOver) await setImmediate();
  };

  it('answers whoever asks, however many others are connected and ask nothing', async () => {
    for (let count = 0; count < MANY; count += 1) await visit();
    const { socket, seen } = await visit();
    socket.write(GET);
    await until(() => asked.length === 1);
    asked[0]!.end('answered');
    await until(() => seen.text.endsWith('answered'));
    expect(sockets).toHaveLength(MANY + 1);
  });

  it.each([
    ['asks nothing', ''],
    ['sends its head by drops', 'GET / HTTP/1.1\r\nHost: local'],
  ])('cuts off who %s', async (_, sent) => {
    await gate.close();
    await open({ ...TIMES, headersMs: 20 });
    const { socket, seen } = await visit();
    socket.write(sent);
    await until(() => seen.hasEnded);
    expect(seen.text).toMatch(/^HTTP\/1.1 408 /);
    expect(asked).toEqual([]);
  });

  it('cuts off who sends a body by drops', async () => {
    await gate.close();
    await open({ ...TIMES, headersMs: 20, requestMs: 40 });
    const { socket, seen } = await visit();
    socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nx');
    await until(() => seen.hasEnded);
    expect(seen.text).toMatch(/^HTTP\/1.1 408 /);
    expect(asked[0]?.writableFinished).toBe(false);
  });

  it('answers what was asked before it began to close, and says that it is the last', async () => {
    const { socket, seen } = await visit();
    socket.write(GET);
    await until(() => asked.length === 1);
    const closed = gate.close();
    asked[0]!.end('done');
    await until(() => seen.hasEnded);
    expect(seen.text).toMatch(/^HTTP\/1.1 200 OK\r\n/);
    expect(seen.text).toMatch(/Connection: close/);
    expect(seen.text).toMatch(/done/);
    socket.end();
    await closed;
    expect(seen.error).toBeNull();
  });

  it('answers on a connection that is kept, although it asks after the gate began to close', async () => {
    await gate.close();
    await open({ ...TIMES, idleMs: 60_000 });
    const { socket, seen } = await visit();
    socket.write(GET);
    await until(() => asked.length === 1);
    asked[0]!.end('first');
    await until(() => seen.text.includes('first'));
    expect(seen.text).toMatch(/Connection: keep-alive/);
    const closed = gate.close();
    socket.write(GET);
    await until(() => asked.length === 2);
    asked[1]!.end('second');
    await until(() => seen.hasEnded);
    expect(seen.text).toMatch(/Connection: close[^]*second/);
    socket.end();
    await closed;
  });

  it('resets nobody who has sent more than is answered: what was answered arrives', async () => {
    const { socket, seen } = await visit();
    socket.write(GET);
    await until(() => asked.length === 1);
    const closed = gate.close();
    await setImmediate();
    asked[0]!.end('answered');
    socket.write('x'.repeat(100_000));
    await until(() => seen.hasEnded);
    expect(seen.text).toMatch(/answered/);
    expect(seen.error).toBeNull();
    socket.destroy();
    await closed;
  });

  it('answers every request of those that came at once', async () => {
    const { socket, seen } = await visit();
    socket.write(GET + GET);
    await until(() => asked.length === 2);
    const closed = gate.close();
    asked[1]!.end('two');
    asked[0]!.end('one');
    await until(() => seen.hasEnded);
    expect(seen.text).toMatch(/one[^]*Connection: close[^]*two/);
    expect(seen.text.match(/Connection: close/g)).toHaveLength(1);
    socket.end();
    await closed;
  });

  it('closes connections on which nothing is asked', async () => {
    const { socket, seen } = await visit();
    const closed = gate.close();
    await until(() => seen.hasEnded);
    expect(seen).toEqual({ text: '', hasEnded: true, error: null });
    socket.end();
    await closed;
  });

  it('waits for a request that is arriving', async () => {
    const { socket, seen, accepted } = await visit();
    socket.write(GET.slice(0, 20));
    await until(() => accepted.bytesRead === 20);
    const closed = gate.close();
    await until(() => !gate.server.listening);
    socket.write(GET.slice(20));
    await until(() => asked.length === 1);
    asked[0]!.end('late');
    await until(() => seen.hasEnded);
    expect(seen.text).toMatch(/late/);
    socket.end();
    await closed;
  });

  it('lets nothing happen of what is asked on a connection that it has closed', async () => {
    const { socket, seen } = await visit();
    const closed = gate.close();
    await until(() => seen.hasEnded);
    socket.write(GET);
    await closed;
    expect(asked).toEqual([]);
  });

  it('breaks off what is not answered in time, and takes no more', async () => {
    await gate.close();
    await open({ ...TIMES, longestMs: 1 });
    const { socket, seen } = await visit();
    socket.write(GET);
    await until(() => asked.length === 1);
    await gate.close();
    await until(() => seen.hasEnded);
    expect(seen.text).toBe('');
    expect(gate.server.listening).toBe(false);
  });
});
