import { Inject, Injectable, Optional, type BeforeApplicationShutdown } from '@nestjs/common';
import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { ProblemDetails } from '../http/problem-details';
import { SETTINGS } from '../providers';
import type { Settings } from '../settings';

/**
 * Tells work that would go on for long, or for ever, that the service stops: the server closes only
 * when every answer has ended.
 */
@Injectable()
export class Ending implements BeforeApplicationShutdown {
  private readonly controller = new AbortController();

  /** The service answers as ever, but takes leave: whoever balances load looks elsewhere. */
  isStopping = false;

  constructor(
    @Optional() @Inject(SETTINGS) private readonly settings?: Pick<Settings, 'DRAIN_SECONDS'>,
  ) {
    // Each open answer listens, as many as there are.
    setMaxListeners(0, this.controller.signal);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await pause(1000 * (this.settings?.DRAIN_SECONDS ?? 0));
    this.controller.abort(new ProblemDetails('unavailable', 'The service is stopping.'));
  }
}
