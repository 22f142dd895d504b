import type { HistoryEntry } from '@leadlog/contracts/history';
import {
  catchError,
  concat,
  defer,
  fromEvent,
  map,
  Observable,
  race,
  retry,
  tap,
  throwError,
  timeout,
  timer,
} from 'rxjs';
import { toServerEvents } from './server-events';

/** What the feed tells of an event: everything but what a person left in it. */
export type LeadChange = Pick<
  HistoryEntry,
  'position' | 'lead_id' | 'version' | 'type' | 'actor' | 'recorded_at' | 'changes' | 'priority'
>;

/** Where a reading goes on; moves along with what is read. */
export interface Place {
  /** The last position seen; null: from now on. */
  after: number | null;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** The server sends a comment every 15 s: after two missed ones nobody is there. */
export const SILENCE_MS = 40_000;

const POSITION_AHEAD = 410;

/**
 * A tenant's events as they happen, with none missed and none twice, over lost connections and
 * restarts of the server. Never ends by itself.
 */
export function followLog(tenantId: string, place: Place): Observable<LeadChange> {
  return defer(() => {
    let failures = 0;
    return defer(() => connection(tenantId, place)).pipe(
      timeout({ each: SILENCE_MS }),
      tap(() => (failures = 0)),
      toServerEvents(),
      map(({ data }) => JSON.parse(data) as LeadChange),
      tap(({ position }) => (place.after = position)),
      retry({ delay: () => wait(failures++) }),
    );
  });
}

/** The text of one connection; a connection that ends is as good as lost. */
function connection(tenantId: string, place: Place): Observable<string> {
  return concat(
    answer(tenantId, place),
    throwError(() => new Error('the feed has ended')),
  ).pipe(
    catchError((error: unknown) => {
      // The log was set back to an older backup: what comes now begins anew.
      if (error === POSITION_AHEAD) place.after = null;
      throw error;
    }),
  );
}

function answer(tenantId: string, { after }: Place): Observable<string> {
  return new Observable((subscriber) => {
    const left = new AbortController();
    const headers = {
      'X-Tenant-ID': tenantId,
      ...(after !== null && { 'Last-Event-ID': String(after) }),
    };
    read('/events', { headers, signal: left.signal, cache: 'no-store' }, (text) =>
      subscriber.next(text),
    ).then(
      () => subscriber.complete(),
      (error: unknown) => subscriber.error(error),
    );
    return () => left.abort();
  });
}

async function read(url: string, request: RequestInit, next: (text: string) => void) {
  const response = await fetch(url, request);
  if (!response.ok || response.body === null) throw response.status;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) next(part.value);
}

/** Longer each time, and not at the same moment as everybody else; at once when the network is back. */
function wait(failures: number): Observable<unknown> {
  const longest = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS);
  return race(timer(longest * (0.5 + Math.random() / 2)), fromEvent(window, 'online'));
}
