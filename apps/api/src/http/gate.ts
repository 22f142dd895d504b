import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';

export interface GateTimes {
  /** From the start of a connection or request to the last of its headers. */
  headersMs: number;
  /** A whole request, with an import's file. */
  requestMs: number;
  /** How long a connection is kept on which nothing more is asked. */
  keepAliveMs: number;
  /** How often all connections are looked at for these. */
  checkEveryMs: number;
  /** A connection that asks nothing for so long after the gate began to close has nothing to ask. */
  idleMs: number;
  /** What the other side may take to close its end once this one is closed. */
  lingerMs: number;
  /** What is not answered by then is broken off. */
  longestMs: number;
}

const TIMES: GateTimes = {
  headersMs: 15_000,
  requestMs: 5 * 60 * 1000,
  // Longer than proxies keep a connection that they do not use (60 s is usual): they close it first.
  keepAliveMs: 75_000,
  checkEveryMs: 2_000,
  idleMs: 500,
  lingerMs: 1000,
  longestMs: 8000,
};

interface Connection {
  /** Answers under way, in the order of their requests. */
  answers: ServerResponse[];
  /** What had been read of it when the last answer ended: with more, a request is arriving. */
  bytesRead: number;
  isClosing: boolean;
}

/**
 * What stands between the port and the application. It opens before the application does, and closes
 * without cutting anybody off: a request that was sent is answered, the last answer of a connection
 * says that it is the last, and a connection is closed by half, so that no answer is lost to a reset
 * (docs/decisions/0044-stopping.md).
 */
export class Gate {
  readonly server: Server;
  /** Who answers now. */
  answer: RequestListener;
  private readonly connections = new Map<Socket, Connection>();
  private isClosing = false;
  private readonly emptied = Promise.withResolvers<void>();

  constructor(
    answer: RequestListener,
    private readonly times: GateTimes = TIMES,
  ) {
    this.answer = answer;
    this.server = createServer({
      headersTimeout: times.headersMs,
      requestTimeout: times.requestMs,
      keepAliveTimeout: times.keepAliveMs,
      connectionsCheckingInterval: times.checkEveryMs,
      // Node would refuse a request without a Host by itself, but with no word of why.
      requireHostHeader: false,
    });
    this.server.on('connection', (socket) => this.take(socket));
    this.server.on('request', (request, response) => this.pass(request, response));
  }

  /** Takes no further connections; resolves when the last one is closed. */
  async close(): Promise<void> {
    if (this.isClosing) return this.emptied.promise;
    this.isClosing = true;
    for (const { answers } of this.connections.values()) markLast(answers);
    // Right after what has connected is taken: the system resets what still waits to be.
    await setImmediate();
    // Not the HTTP server's own, which destroys connections on which a request may be arriving.
    NetServer.prototype.close.call(this.server);
    const timers = [
      setTimeout(() => this.closeIdle(), this.times.idleMs),
      setTimeout(() => this.breakOff(), this.times.longestMs),
    ];
    this.settleEmpty();
    await this.emptied.promise;
    timers.forEach(clearTimeout);
  }

  private take(socket: Socket): void {
    this.connections.set(socket, { answers: [], bytesRead: 0, isClosing: false });
    socket.once('close', () => {
      this.connections.delete(socket);
      this.settleEmpty();
    });
    // What Node does after a last answer: it would reset a connection on which more has arrived.
    const destroySoon = socket.destroySoon.bind(socket);
    socket.destroySoon = () => (this.isClosing ? this.closeByHalf(socket) : destroySoon());
  }

  private pass(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    const connection = this.connections.get(socket);
    // It came after the end of what is answered here: nothing of it may happen.
    if (!connection || connection.isClosing) return void socket.destroy();
    const { answers } = connection;
    answers.push(response);
    if (this.isClosing) markLast(answers);
    response.once('close', () => this.end(socket, connection, response));
    this.answer(request, response);
  }

  private end(socket: Socket, connection: Connection, response: ServerResponse): void {
    connection.answers.splice(connection.answers.indexOf(response), 1);
    connection.bytesRead = socket.bytesRead;
    // Its head was sent before it could say that it is the last.
    if (this.isClosing && connection.answers.length === 0 && response.shouldKeepAlive)
      setTimeout(() => this.closeIdle(), this.times.idleMs).unref();
  }

  private closeIdle(): void {
    for (const [socket, { answers, bytesRead }] of this.connections)
      if (answers.length === 0 && socket.bytesRead === bytesRead) this.closeByHalf(socket);
  }

  /** Nothing more is sent; what the other side still sends is read, and its end waited for. */
  private closeByHalf(socket: Socket): void {
    const connection = this.connections.get(socket);
    if (!connection || connection.isClosing) return;
    connection.isClosing = true;
    socket.end();
    setTimeout(() => socket.destroy(), this.times.lingerMs).unref();
  }

  private breakOff(): void {
    for (const socket of this.connections.keys()) socket.destroy();
  }

  private settleEmpty(): void {
    if (this.isClosing && this.connections.size === 0) this.emptied.resolve();
  }
}

/** Has the newest answer of a connection, and no earlier one, say that it is the last. */
function markLast(answers: readonly ServerResponse[]): void {
  const newest = answers.at(-1);
  const before = answers.at(-2);
  if (before && !before.headersSent) before.shouldKeepAlive = true;
  if (newest && !newest.headersSent) newest.shouldKeepAlive = false;
}
