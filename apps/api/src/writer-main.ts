import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { basename } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Settings } from './settings';
import { openForWriting } from './writing/open-for-writing';
import { serveWrites } from './writing/serve-writes';

/** So that of a core that both want, the thread that answers readers gets three quarters. */
const NICENESS = 5;

/** What runs in the writer's thread: see WriterThread, which starts it. */
if (parentPort === null) throw new Error('this program runs as a thread of the service only');
givePrecedence();
await serveWrites(parentPort, (observer) => openForWriting(workerData as Settings, observer));

/** To the process's other threads. Linux takes the number of a thread where it asks for a process's. */
function givePrecedence(): void {
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), NICENESS);
  } catch {
    // Other systems know no such thing, and a sandbox may refuse it: then readers wait a little longer.
  }
}
