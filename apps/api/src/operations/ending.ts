import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { setMaxListeners } from 'node:events';
import { ProblemDetails } from '../http/problem-details';

/**
 * Tells work that would go on for long, or for ever, that the service stops: the server closes only
 * when every answer has ended.
 */
@Injectable()
export class Ending implements BeforeApplicationShutdown {
  private readonly controller = new AbortController();

  constructor() {
    // Each open answer listens, as many as there are.
    setMaxListeners(0, this.controller.signal);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  beforeApplicationShutdown(): void {
    this.controller.abort(new ProblemDetails('unavailable', 'The service is stopping.'));
  }
}
