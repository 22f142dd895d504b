import { parentPort, workerData } from 'node:worker_threads';
import type { Settings } from './settings';
import { openForWriting } from './writing/open-for-writing';
import { serveWrites } from './writing/serve-writes';

/** What runs in the writer's thread: see WriterThread, which starts it. */
if (parentPort === null) throw new Error('this program runs as a thread of the service only');
await serveWrites(parentPort, (observer) => openForWriting(workerData as Settings, observer));
