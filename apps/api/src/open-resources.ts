import { isPostgres } from '@leadlog/database/open-database';
import { openToRead } from '@leadlog/database/open-existing';
import { CommitSignal } from '@leadlog/event-store/commit-signal';
import { LogReader } from '@leadlog/event-store/log-reader';
import { openMasterKeys } from '@leadlog/event-store/master-keys';
import { PersonalData } from '@leadlog/event-store/personal-data';
import { resolve } from 'node:path';
import type { Resources } from './app-module';
import { openReplica } from './open-replica';
import { Metrics } from './operations/metrics';
import type { Settings } from './settings';
import { WriterThread, type WriterObserver } from './writing/writer-thread';

/**
 * Opens what the settings name, and makes it where it is not there: what reads, and what writes.
 * @param writerFile the program of the thread that writes, where there is one
 * @param observer told what is being opened, and once of what ended all writing later
 * @throws DatabaseUnusable
 * @throws WriterDied
 */
export function openResources(
  settings: Settings,
  writerFile: URL,
  observer: Pick<WriterObserver, 'failed' | 'opening'>,
): Promise<Resources> {
  return isPostgres(settings.DATABASE_URL)
    ? openReplica(settings, observer)
    : openWithWriterThread(settings, writerFile, observer);
}

/** SQLite has one writer, and a flush of its own blocks the thread that waits for it. */
async function openWithWriterThread(
  settings: Settings,
  writerFile: URL,
  observer: Pick<WriterObserver, 'failed' | 'opening'>,
): Promise<Resources> {
  const commits = new CommitSignal();
  const metrics = new Metrics();
  const thread = await WriterThread.start(writerFile, settings, {
    committed: (tenantId) => commits.committed(tenantId),
    measured: (figures) => metrics.writing.measured(figures),
    ...observer,
  });
  const database = await openToRead(settings.DATABASE_URL);
  const masterKeys = await openMasterKeys(resolve(settings.MASTER_KEY_FILE), database);
  return {
    database,
    log: new LogReader(new PersonalData(masterKeys)),
    commits,
    writer: thread.writer,
    metrics,
    clock: () => new Date(),
    close: async () => {
      await thread.drain();
      // The last connection to close empties the WAL, which one that only reads cannot.
      await database.close();
      await thread.stop();
    },
  };
}
