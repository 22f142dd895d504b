import type { HistoryEntry } from '@leadlog/contracts/history';
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { FeedStream } from './feed-stream';

/** A kilobyte a message, so that few fill what may wait for a reader. */
const entry = (position: number) =>
  ({ position, type: 'StatusChanged', actor: 'x'.repeat(1024) }) as HistoryEntry;

describe('a live feed', () => {
  let beat: () => void;
  let isBeating: boolean;
  let told: number;
  const heartbeat = (action: () => void) => {
    beat = action;
    isBeating = true;
    return () => void (isBeating = false);
  };
  /** Tells `count` entries, then waits for its signal. */
  const open = (count: number) => {
    told = 0;
    return new FeedStream(async function* (signal) {
      while (told < count && !signal.aborted) yield entry(++told);
      if (!signal.aborted) await once(signal, 'abort');
    }, heartbeat).setEncoding('utf8');
  };
  const settled = async () => {
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
  };

  it('begins with a comment and sends one a heartbeat', async () => {
    const feed = open(0);
    const seen: string[] = [];
    feed.on('data', (text: string) => seen.push(text));
    await settled();
    beat();
    beat();
    await settled();
    expect(seen.join('')).toBe(': open\n\n: beat\n\n: beat\n\n');
    feed.destroy();
  });

  it('tells an entry by position, type and content', async () => {
    const feed = open(1);
    const seen: string[] = [];
    feed.on('data', (text: string) => seen.push(text));
    await settled();
    expect(seen.join('')).toBe(
      `: open\n\nid: 1\nevent: StatusChanged\ndata: ${JSON.stringify(entry(1))}\n\n`,
    );
    feed.destroy();
  });

  it('reads the log on only as its reader takes', async () => {
    const feed = open(10_000);
    await settled();
    expect(told).toBeLessThan(100);
    const before = told;
    feed.read();
    await settled();
    expect(told).toBeGreaterThan(before);
    expect(told).toBeLessThan(2 * before + 100);
    feed.destroy();
  });

  it('cuts off a reader that takes nothing between two heartbeats', async () => {
    const feed = open(10_000);
    const failed = once(feed, 'error');
    await settled();
    beat();
    expect(feed.destroyed).toBe(false);
    beat();
    expect(feed.destroyed).toBe(true);
    expect(String((await failed)[0])).toContain('too slow');
    expect(isBeating).toBe(false);
  });

  it('waits for a reader that is slow but takes something', async () => {
    const feed = open(10_000);
    for (let round = 0; round < 5; round += 1) {
      await settled();
      beat();
      feed.read();
    }
    expect(feed.destroyed).toBe(false);
    feed.destroy();
  });

  it('closes as its reader goes, however long the log takes to be read', async () => {
    const read = Promise.withResolvers<void>();
    const feed = new FeedStream(async function* () {
      await read.promise;
      yield entry(1);
    }, heartbeat);
    feed.destroy();
    await once(feed, 'close');
    expect(isBeating).toBe(false);
    read.resolve();
    await settled();
    expect(feed.position).toBeNull();
  });

  it('ends in good order when the service does', async () => {
    const feed = open(3);
    const text: string[] = [];
    feed.on('data', (part: string) => text.push(part));
    await settled();
    const ended = once(feed, 'end');
    feed.finish();
    await ended;
    expect(text.join('').match(/^id: /gm)).toHaveLength(3);
    expect(isBeating).toBe(false);
  });

  it('breaks off at the end of the service where it would have to wait', async () => {
    const feed = open(10_000);
    const failed = once(feed, 'error');
    await settled();
    feed.finish();
    await failed;
    expect(feed.destroyed).toBe(true);
  });

  it('breaks off where the log cannot be read', async () => {
    const feed = new FeedStream(async function* () {
      yield entry(1);
      throw new Error('unreadable');
    }, heartbeat);
    expect(String((await once(feed, 'error'))[0])).toContain('unreadable');
    expect(isBeating).toBe(false);
  });
});
