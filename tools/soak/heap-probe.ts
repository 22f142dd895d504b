/**
 * Loaded into every thread of the service: says, when asked, what is left in use once garbage is
 * collected. Resident memory alone cannot tell a leak from what V8 keeps for later.
 */
import { getHeapStatistics } from 'node:v8';
import { BroadcastChannel, isMainThread } from 'node:worker_threads';

/** Of a thread, in bytes. */
export interface Heap {
  used: number;
  /** What V8 has of the system's memory, used or not. */
  resident: number;
}

const threads = new BroadcastChannel('heap');
// Asking must not keep a service alive that is told to stop.
threads.unref();

function collected(): Heap {
  globalThis.gc?.();
  const { used_heap_size: used, total_physical_size: resident } = getHeapStatistics();
  return { used, resident };
}

if (isMainThread) {
  process.on('message', () => {
    threads.onmessage = ({ data }) => process.send?.([collected(), data as Heap]);
    threads.postMessage('collect');
  });
  process.channel?.unref();
} else threads.onmessage = () => threads.postMessage(collected());
