import { connect, type Socket } from 'node:net';

const END_OF_HEADERS = Buffer.from('\r\n\r\n');

/**
 * A kept connection that asks one thing at a time. Node's own client costs more than the service
 * that it is to measure: this one looks for the status and the length of an answer, and no further.
 */
export class Connection {
  private received: Buffer[] = [];
  private size = 0;
  /** Bytes of the answer, headers included; 0 while it is not known. */
  private expected = 0;
  private answered: ((status: number) => void) | null = null;
  private readonly socket: Socket;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.take(chunk));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Connection(socket)));
      socket.once('error', reject);
    });
  }

  /** Sends a request as it stands on the wire; answers the status of what came back. */
  ask(request: string): Promise<number> {
    return new Promise((resolve) => {
      this.answered = resolve;
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received.push(chunk);
    this.size += chunk.length;
    if (this.expected === 0) this.expected = lengthOf(Buffer.concat(this.received));
    if (this.expected === 0 || this.size < this.expected) return;
    const status = Number(this.received[0]?.toString('latin1', 9, 12));
    [this.received, this.size, this.expected] = [[], 0, 0];
    this.answered?.(status);
  }
}

function lengthOf(received: Buffer): number {
  const end = received.indexOf(END_OF_HEADERS);
  if (end < 0) return 0;
  const length = /\r\ncontent-length: (\d+)/i.exec(received.toString('latin1', 0, end))?.[1];
  if (length === undefined) throw new Error('an answer does not tell its length');
  return end + END_OF_HEADERS.length + Number(length);
}

/** A request as it stands on the wire. */
export function wire(
  method: string,
  path: string,
  headers: Record<string, string>,
  body = '',
): string {
  const type = body && 'Content-Type: application/json\r\n';
  const given = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = `Content-Length: ${Buffer.byteLength(body)}\r\n`;
  return `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${type}${length}${given.join('')}\r\n${body}`;
}
