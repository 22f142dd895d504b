import { CommitNotices } from '@leadlog/database/postgres/commit-notices';
import { CommitSignal } from '@leadlog/event-store/commit-signal';
import type { Resources } from './app-module';
import { Metrics } from './operations/metrics';
import type { Settings } from './settings';
import { openForWriting } from './writing/open-for-writing';
import type { WriterObserver } from './writing/writer-thread';
import { writerInProcess } from './writing/writer';

/** How long a commit of another process may go unnoticed where its notice is lost, in milliseconds. */
const LOOK_EVERY = 1_000;

/**
 * Opens a database that other processes write as well. Waiting for it blocks no thread: what writes
 * is here. Followers of a log are woken by notices and look by themselves every second.
 * @throws DatabaseUnusable
 */
export async function openReplica(
  settings: Settings,
  observer: Pick<WriterObserver, 'failed' | 'opening'>,
): Promise<Resources> {
  const commits = new CommitSignal();
  const metrics = new Metrics();
  const notices = new CommitNotices(settings.DATABASE_URL, (tenantId) =>
    commits.committed(tenantId),
  );
  const parts = await openForWriting(settings, {
    committed: (tenantId) => {
      commits.committed(tenantId);
      notices.tell(tenantId);
    },
    reported: (report) => metrics.writing.measured({ commits: [report], rolledBack: 0 }),
    rolledBack: () => metrics.writing.measured({ commits: [], rolledBack: 1 }),
    storageFailed: (failure) => observer.failed(failure),
    opening: (doing) => observer.opening?.(doing),
  });
  await notices.connect();
  const looking = setInterval(() => commits.anyCommitted(), LOOK_EVERY);
  return {
    database: parts.database,
    log: parts.eventStore,
    commits,
    writer: writerInProcess(parts),
    metrics,
    clock: () => new Date(),
    close: async () => {
      clearInterval(looking);
      await notices.close();
      await parts.close();
    },
  };
}
