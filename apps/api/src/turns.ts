import { setImmediate } from 'node:timers/promises';

/** So many take a millisecond or two. */
const JOBS_A_TURN = 8;

/**
 * Runs jobs in their order, a few in each turn of the event loop: whoever comes in meanwhile waits for
 * these alone, and not for all of them.
 */
export class Turns {
  private readonly waiting: (() => void)[] = [];

  take(job: () => void): void {
    if (this.waiting.push(job) === 1) void this.run();
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      await setImmediate();
      const jobs = this.waiting.slice(0, JOBS_A_TURN);
      for (const job of jobs) job();
      // Only now: jobs may ask for others, which this run is to reach as well.
      this.waiting.splice(0, jobs.length);
    }
  }
}
