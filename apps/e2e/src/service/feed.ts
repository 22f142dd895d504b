import { HistoryEntry } from '@leadlog/contracts/history';
import { expect } from '@playwright/test';
import { expectDocumented } from '../document/documented.ts';
import type { Api, Request as Asked } from './api.ts';

/** A message of the live feed, its data held against the contract. */
export interface FeedMessage {
  id: number;
  event: string;
  entry: HistoryEntry;
}

/** An open live feed, as a browser reads it by `fetch`. */
export class Feed {
  readonly headers: Headers;
  private readonly reader: ReadableStreamDefaultReader<string>;
  private readonly controller: AbortController;
  private waiting = '';

  private constructor(response: Response, controller: AbortController) {
    this.headers = response.headers;
    this.reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    this.controller = controller;
  }

  static async open(api: Api, query = '', headers: Asked['headers'] = {}): Promise<Feed> {
    const controller = new AbortController();
    const request = new Request(`${api.url}/events${query}`, {
      headers: { 'X-Tenant-ID': api.tenant, ...headers },
      signal: controller.signal,
    });
    const response = await fetch(request);
    const { status } = response;
    // The feed itself does not end.
    await expectDocumented(
      api.url,
      request,
      new Response('', { status, headers: response.headers }),
    );
    expect(status).toBe(200);
    const feed = new Feed(response, controller);
    expect(await feed.block()).toMatch(/^: /);
    return feed;
  }

  /** The next messages, as many as are asked for. */
  async take(count: number): Promise<FeedMessage[]> {
    const messages: FeedMessage[] = [];
    while (messages.length < count) {
      const block = await this.block();
      if (block === null) throw new Error(`the feed ended after ${messages.length} of ${count}`);
      if (!block.startsWith(':')) messages.push(parse(block));
    }
    return messages;
  }

  /** What comes until the service ends the feed in good order. */
  async rest(): Promise<FeedMessage[]> {
    const messages: FeedMessage[] = [];
    for (let block; (block = await this.block()) !== null;)
      if (!block.startsWith(':')) messages.push(parse(block));
    return messages;
  }

  close(): void {
    this.controller.abort();
  }

  /** Up to the next empty line; null at the end. */
  private async block(): Promise<string | null> {
    while (!this.waiting.includes('\n\n')) {
      const { value, done } = await this.reader.read();
      if (done) return null;
      this.waiting += value;
    }
    const end = this.waiting.indexOf('\n\n');
    const block = this.waiting.slice(0, end);
    this.waiting = this.waiting.slice(end + 2);
    return block;
  }
}

function parse(block: string): FeedMessage {
  const [, id, event, data] = /^id: (\d+)\nevent: (\w+)\ndata: (.*)$/.exec(block) ?? [];
  if (!id || !event || !data) throw new Error(`not a message of the feed: ${block}`);
  return { id: Number(id), event, entry: HistoryEntry.parse(JSON.parse(data)) };
}
