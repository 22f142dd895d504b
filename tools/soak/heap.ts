import { once } from 'node:events';
import type { Service } from '../bench/services/service.ts';
import type { Heap } from './heap-probe.ts';

/** What the service is started with to be asked for its heap. */
export const HEAP_OPTIONS = ['--expose-gc', '--import', './tools/soak/heap-probe.ts'];

/** All in MB. */
export interface MemoryUse {
  /** What is resident. */
  memory: number;
  /** Of the heaps of both threads, what is in use once garbage is collected. */
  heap: number;
  /** What is resident beside these heaps: buffers, SQLite's pages, the program. */
  native: number;
}

export async function memoryUseOf({ process, memory }: Service): Promise<MemoryUse> {
  process.send('heap');
  const [heaps] = (await once(process, 'message')) as [Heap[]];
  const sum = (of: keyof Heap) => heaps.reduce((all, heap) => all + heap[of], 0) / 1e6;
  const { now } = memory();
  return { memory: now, heap: sum('used'), native: now - sum('resident') };
}
