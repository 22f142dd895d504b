import type { ProcessorUse } from './processors.ts';

/** What was seen within one interval of a run. */
export interface Sample extends ProcessorUse {
  /** From the start of the run to the end of the interval. */
  seconds: number;
  /** Resident memory of the service at the end of the interval, in MB. */
  memory: number;
  /** Times of its answers in milliseconds, from when each request was due. */
  p50: number;
  p99: number;
  answers: number;
}
