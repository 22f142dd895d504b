import { aChange } from '../../testing/leads';
import { followLog, type LeadChange, type Place, SILENCE_MS } from './follow-log';

/** One connection to the feed, as the service would answer it. */
interface Connection {
  headers: Record<string, string>;
  send: (text: string) => Promise<void>;
  end: () => void;
  isLeft: () => boolean;
}

describe('follow log', () => {
  let connections: Connection[];
  let refusals: number[];

  beforeEach(() => {
    jest.useFakeTimers();
    connections = [];
    refusals = [];
    globalThis.fetch = jest.fn((_url, init) => answer(init as RequestInit)) as never;
  });
  afterEach(() => jest.useRealTimers());

  const settle = () => jest.advanceTimersByTimeAsync(0);

  async function answer({ headers, signal }: RequestInit): Promise<unknown> {
    const refused = refusals.shift();
    if (refused !== undefined) return { ok: false, status: refused, body: null };
    const parts: ((part: { done: boolean; value?: string }) => void)[] = [];
    const waiting: { done: boolean; value?: string }[] = [];
    const give = (part: { done: boolean; value?: string }) => {
      const taker = parts.shift();
      if (taker) taker(part);
      else waiting.push(part);
    };
    connections.push({
      headers: headers as Record<string, string>,
      send: async (value) => {
        give({ done: false, value });
        await settle();
      },
      end: () => give({ done: true }),
      isLeft: () => signal?.aborted ?? false,
    });
    const read = () =>
      new Promise((resolve) => {
        const part = waiting.shift();
        if (part) resolve(part);
        else parts.push(resolve);
      });
    return {
      ok: true,
      status: 200,
      body: { pipeThrough: () => ({ getReader: () => ({ read }) }) },
    };
  }

  async function follow(place: Place) {
    const seen: number[] = [];
    const subscription = followLog('acme', place).subscribe(({ position }) => seen.push(position));
    await settle();
    return { seen, subscription };
  }

  const message = (position: number) =>
    `id: ${position}\nevent: StatusChanged\ndata: ${JSON.stringify(aChange({ position }) satisfies LeadChange)}\n\n`;

  beforeAll(() => {
    // jsdom decodes no streams; the fake connection speaks text already.
    globalThis.TextDecoderStream ??= class {} as never;
  });

  it('asks for the tenant and goes on after the last position', async () => {
    const { seen, subscription } = await follow({ after: 41 });
    expect(connections[0]?.headers).toEqual({ 'X-Tenant-ID': 'acme', 'Last-Event-ID': '41' });
    await connections[0]?.send(': open\n\n');
    await connections[0]?.send(message(42));
    expect(seen).toEqual([42]);
    subscription.unsubscribe();
    expect(connections[0]?.isLeft()).toBe(true);
  });

  it('comes back after what it has seen when the connection is lost', async () => {
    const { seen } = await follow({ after: null });
    expect(connections[0]?.headers).toEqual({ 'X-Tenant-ID': 'acme' });
    await connections[0]?.send(message(42));
    connections[0]?.end();
    await jest.advanceTimersByTimeAsync(1000);
    expect(connections[1]?.headers['Last-Event-ID']).toBe('42');
    await connections[1]?.send(message(43));
    expect(seen).toEqual([42, 43]);
  });

  it('waits longer each time that it is refused, and begins anew once it was heard', async () => {
    refusals = [503, 503, 429, 503, 503, 503, 503];
    await follow({ after: 1 });
    const start = Date.now();
    while (connections.length === 0) await jest.advanceTimersByTimeAsync(100);
    const longest = 1000 * (1 + 2 + 4 + 8 + 16 + 30 + 30);
    expect(Date.now() - start).toBeGreaterThanOrEqual(longest / 2);
    expect(Date.now() - start).toBeLessThanOrEqual(longest + 100);
    await connections[0]?.send(': open\n\n');
    connections[0]?.end();
    await jest.advanceTimersByTimeAsync(1000);
    expect(connections).toHaveLength(2);
  });

  it('comes back at once when the network does', async () => {
    refusals = [503, 503, 503, 503, 503];
    await follow({ after: 1 });
    for (let n = 0; n < 5; n++) {
      window.dispatchEvent(new Event('online'));
      await settle();
    }
    expect(connections).toHaveLength(1);
  });

  it('takes silence for a lost connection, but not a heartbeat', async () => {
    await follow({ after: 1 });
    await jest.advanceTimersByTimeAsync(SILENCE_MS - 1);
    await connections[0]?.send(': beat\n\n');
    await jest.advanceTimersByTimeAsync(SILENCE_MS - 1);
    expect(connections[0]?.isLeft()).toBe(false);
    await jest.advanceTimersByTimeAsync(1000);
    expect(connections[0]?.isLeft()).toBe(true);
    expect(connections).toHaveLength(2);
  });

  it('begins anew where the log was set back behind what it has seen', async () => {
    refusals = [410];
    await follow({ after: 99 });
    await jest.advanceTimersByTimeAsync(1000);
    expect(connections[0]?.headers).toEqual({ 'X-Tenant-ID': 'acme' });
  });
});
