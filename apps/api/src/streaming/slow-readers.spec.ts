import type { HistoryEntry } from '@leadlog/contracts/history';
import { Controller, Get, Module, type StreamableFile } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { OpenFeeds } from '../history/queries/follow-log/open-feeds';
import { Ending } from '../operations/ending';
import { HEARTBEAT } from '../providers';
import { OpenDownloads } from './open-downloads';
import { streamed } from './streamed';

const TEXT = 'x'.repeat(10_000);
/** What may wait: 64 KiB in the stream and a page or an event, and what Node has in hand for the socket. */
const MOST_WAITING = 256 * 1024;

let made = 0;
const beats = new Set<() => void>();

async function* endless<T>(one: (count: number) => T): AsyncGenerator<T> {
  for (;;) {
    made += TEXT.length;
    yield await Promise.resolve(one(made));
  }
}

@Controller()
class Streams {
  constructor(
    private readonly downloads: OpenDownloads,
    private readonly feeds: OpenFeeds,
  ) {}

  @Get('export')
  async export(): Promise<StreamableFile> {
    const prepared = { position: 0, pages: endless(() => TEXT), type: 'text/csv', filename: 'x' };
    return (await this.downloads.begin('acme', () => Promise.resolve(prepared))).body;
  }

  @Get('feed')
  feed(): StreamableFile {
    const entry = (position: number) =>
      ({ position, type: 'StatusChanged', actor: TEXT }) as HistoryEntry;
    const feed = this.feeds.open('acme', 0, () => endless(entry));
    return streamed(feed, { type: 'text/event-stream' });
  }
}

const heartbeat = (beat: () => void) => {
  beats.add(beat);
  return () => void beats.delete(beat);
};

@Module({
  controllers: [Streams],
  providers: [OpenDownloads, OpenFeeds, Ending, { provide: HEARTBEAT, useValue: heartbeat }],
})
class StreamsModule {}

/** Over sockets, where the system takes some megabytes before a reader's slowness is felt. */
describe('who does not read', () => {
  let application: NestExpressApplication;

  beforeAll(async () => {
    application = await NestFactory.create<NestExpressApplication>(StreamsModule, {
      logger: false,
    });
    await application.listen(0, '127.0.0.1');
  });
  afterAll(() => application.close());
  let isOver: boolean;
  beforeEach(() => {
    made = 0;
    isOver = false;
  });
  afterEach(() => (isOver = true));

  const until = async (holds: () => boolean) => {
    while (!holds() && !isOver) await setImmediate();
  };

  it.each(['export', 'feed'])('has little of the %s wait, and is cut off', async (path) => {
    const server = application.getHttpServer();
    const { port } = server.address() as AddressInfo;
    const connected = once(server, 'connection') as Promise<[Socket]>;
    const reader = connect(port, '127.0.0.1').pause();
    const [accepted] = await connected;
    reader.write(`GET /${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    let [before, still] = [-1, 0];
    await until(() => {
      still = made === before ? still + 1 : 0;
      before = made;
      return accepted.writableNeedDrain && still > 20;
    });
    const taken = accepted.bytesWritten - accepted.writableLength;
    expect(made - taken).toBeLessThan(MOST_WAITING);
    expect(accepted.destroyed).toBe(false);
    for (let count = 0; count < 3; count += 1) beats.forEach((beat) => beat());
    await until(() => accepted.destroyed);
    await until(() => beats.size === 0);
    reader.destroy();
  });
});
