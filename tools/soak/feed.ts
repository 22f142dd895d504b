import { get, type ClientRequest } from 'node:http';

/** A reader of a tenant's live feed, who holds its messages against their order. */
export class Feed {
  /** Of the last event that came. */
  position: number;
  /** What was wrong with it. */
  readonly errors: string[] = [];
  private readonly request: ClientRequest;
  private isClosed = false;

  /** @param after the position from which on it reads */
  constructor(port: number, tenant: string, after: number) {
    this.position = after;
    const headers = { 'X-Tenant-ID': tenant, 'Last-Event-ID': String(after) };
    const options = { host: '127.0.0.1', port, path: '/events', headers, agent: false };
    this.request = get(options, (response) => {
      if (response.statusCode !== 200) this.errors.push(`the feed answers ${response.statusCode}`);
      let rest = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        const blocks = (rest + text).split('\n\n');
        rest = blocks.pop() ?? '';
        blocks.forEach((block) => this.take(block));
      });
      response.on('error', () => undefined).once('close', () => this.ended('the feed has ended'));
    }).on('error', (error) => this.ended(error.message));
  }

  close(): void {
    this.isClosed = true;
    this.request.destroy();
  }

  private take(block: string): void {
    const id = /^id: (\d+)$/m.exec(block)?.[1];
    if (id === undefined) return;
    if (Number(id) !== this.position + 1)
      this.errors.push(`the feed goes from ${this.position} to ${id}`);
    this.position = Number(id);
  }

  private ended(why: string): void {
    if (!this.isClosed) this.errors.push(why);
  }
}
