import type { MemoryUse } from './heap.ts';
import type { ProcessorUse } from './processors.ts';

/** What was seen within one interval of a run; of memory, at its end. */
export interface Sample extends ProcessorUse, MemoryUse {
  /** From the start of the run to the end of the interval. */
  seconds: number;
  /** Times of the service's answers in milliseconds, from when each request was due. */
  p50: number;
  p99: number;
  answers: number;
}
