import { Observable } from 'rxjs';

/** What a browser offers its tabs for speaking with each other; each missing where it is too old. */
export interface Tabs {
  locks: Pick<LockManager, 'request'> | undefined;
  channel: (name: string) => Pick<BroadcastChannel, 'postMessage' | 'onmessage' | 'close'>;
}

export const BROWSER_TABS: Tabs = {
  locks: globalThis.navigator?.locks,
  channel: (name) => new BroadcastChannel(name),
};

/**
 * One subscription for all tabs of a browser, however many subscribe: the tab that holds the lock of
 * this name reads the source and hands it to the others. When it goes, the next one takes over.
 * Without locks (plain HTTP on another host) each tab reads for itself.
 */
export function sharedBetweenTabs<T>(
  name: string,
  source: Observable<T>,
  { locks, channel }: Tabs = BROWSER_TABS,
): Observable<T> {
  if (locks === undefined) return source;
  return new Observable((subscriber) => {
    const others = channel(name);
    const left = new AbortController();
    others.onmessage = ({ data }: MessageEvent<T>) => subscriber.next(data);

    const lead = () =>
      new Promise<void>((resign) => {
        const reading = source.subscribe((value) => {
          others.postMessage(value);
          subscriber.next(value);
        });
        left.signal.addEventListener('abort', () => {
          reading.unsubscribe();
          resign();
        });
      });
    locks
      .request(name, { signal: left.signal }, lead)
      // A tab that goes before its turn has come breaks off its request.
      .catch(() => undefined);

    return () => {
      left.abort();
      others.close();
    };
  });
}
