import type { Database, Reading } from '@leadlog/database/database';
import type { CommitSignal } from './commit-signal';
import type { LoggedEvent } from './event-codec';
import type { PersonalData } from './personal-data';
import { readEventsAfter } from './read-events';

/** What is read at once, and all that a slow follower holds. */
const PAGE = 100;

/** What a follower reads from, and is woken by. */
export interface FollowedLog {
  database: Database;
  personalData: PersonalData;
  commits: CommitSignal;
}

/** A follower stands behind the end of the log: it comes from a log that was longer once. */
export class PositionAheadOfLog extends Error {
  constructor(position: number, end: number) {
    super(`position ${position} is ahead of the log, which ends at ${end}`);
  }
}

/**
 * A tenant's events after a position, in order, none missed and none twice: first those that are
 * there, then each as it is committed, until the signal aborts. Who is slow is waited for and holds
 * one page; who comes back goes on after the last position it has seen.
 * @throws PositionAheadOfLog
 */
export async function* followLog(
  log: FollowedLog,
  tenantId: string,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<LoggedEvent, void, void> {
  let seen = after;
  await log.database.read(tenantId, (snapshot) => requireReached(snapshot, tenantId, after));
  while (!signal.aborted) {
    const page = await nextPage(log, tenantId, seen, signal);
    for (const event of page) {
      if (signal.aborted) return;
      if (event.position !== seen + 1)
        throw new Error(`the log of ${tenantId} has no event at position ${seen + 1}`);
      seen = event.position;
      yield event;
    }
  }
}

/** The events that come next; waits for a commit where there are none, and may then be empty. */
async function nextPage(
  { database, personalData, commits }: FollowedLog,
  tenantId: string,
  after: number,
  signal: AbortSignal,
): Promise<LoggedEvent[]> {
  const woken = Promise.withResolvers<void>();
  const wake = () => woken.resolve();
  // Listens before it looks: a commit between the two would be missed otherwise.
  const forget = commits.onNext(tenantId, wake);
  signal.addEventListener('abort', wake);
  try {
    const page = await database.read(tenantId, (snapshot) =>
      readEventsAfter(snapshot, personalData, tenantId, after, PAGE),
    );
    if (page.length === 0 && !signal.aborted) await woken.promise;
    return page;
  } finally {
    forget();
    signal.removeEventListener('abort', wake);
  }
}

async function requireReached(reading: Reading, tenantId: string, position: number): Promise<void> {
  const head = await reading
    .selectFrom('heads')
    .select('position')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  const end = head?.position ?? 0;
  if (position > end) throw new PositionAheadOfLog(position, end);
}
