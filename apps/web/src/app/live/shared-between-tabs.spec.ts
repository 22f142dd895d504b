import { Observable, Subject } from 'rxjs';
import { sharedBetweenTabs, type Tabs } from './shared-between-tabs';

/** Tabs of one browser: a lock at a time, and messages to all others. */
class Browser {
  private queue: (() => Promise<void>)[] = [];
  private held = false;
  private readonly channels = new Set<ReturnType<Tabs['channel']>>();

  readonly tabs: Tabs = {
    locks: { request: this.request.bind(this) as LockManager['request'] },
    channel: () => {
      const channel: ReturnType<Tabs['channel']> = {
        onmessage: null,
        postMessage: (data: unknown) => {
          for (const other of this.channels)
            if (other !== channel) other.onmessage?.call(other as never, { data } as MessageEvent);
        },
        close: () => this.channels.delete(channel),
      };
      this.channels.add(channel);
      return channel;
    },
  };

  private request(_name: string, { signal }: LockOptions, lead: () => Promise<void>) {
    const turn = () => lead().then(() => this.next());
    this.queue.push(turn);
    signal?.addEventListener('abort', () => {
      this.queue = this.queue.filter((waiting) => waiting !== turn);
    });
    if (!this.held) this.next();
    return Promise.resolve();
  }

  private next(): void {
    const turn = this.queue.shift();
    this.held = turn !== undefined;
    void turn?.();
  }
}

describe('shared between tabs', () => {
  const settle = () => new Promise((resolve) => setTimeout(resolve));

  function setUp() {
    const browser = new Browser();
    const source = new Subject<number>();
    let readings = 0;
    const counted = new Observable<number>((subscriber) => {
      readings++;
      return source.subscribe(subscriber);
    });
    const openTab = () => {
      const seen: number[] = [];
      const subscription = sharedBetweenTabs('feed', counted, browser.tabs).subscribe((value) =>
        seen.push(value),
      );
      return { seen, close: () => subscription.unsubscribe() };
    };
    return { source, openTab, readings: () => readings };
  }

  it('is read by one tab, and seen by all', () => {
    const { source, openTab, readings } = setUp();
    const tabs = [openTab(), openTab(), openTab()];
    source.next(1);
    source.next(2);
    expect(readings()).toBe(1);
    expect(tabs.map(({ seen }) => seen)).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
  });

  it('is taken over by another when that tab goes', async () => {
    const { source, openTab, readings } = setUp();
    const [first, second, third] = [openTab(), openTab(), openTab()];
    second.close();
    first.close();
    await settle();
    source.next(3);
    expect(readings()).toBe(2);
    expect([first.seen, second.seen, third.seen]).toEqual([[], [], [3]]);
    third.close();
    expect(source.observed).toBe(false);
  });

  it('is read by each tab where there are no locks', () => {
    const source = new Subject<number>();
    const tabs: Tabs = {
      locks: undefined,
      channel: () => {
        throw new Error('nobody to speak with');
      },
    };
    const seen: number[] = [];
    sharedBetweenTabs('feed', source, tabs).subscribe((value) => seen.push(value));
    source.next(1);
    expect(seen).toEqual([1]);
  });
});
