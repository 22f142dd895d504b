import type { Clock } from '@leadlog/event-store/event-store';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CLOCK, WRITER } from '../../providers';
import type { Writer } from '../../writing/writer';
import { ImportRunner } from './import-runner';

const EVERY_MS = 60 * 1000;

/** At the start and every minute: forgets what is kept for a time, and resumes what was cut off. */
@Injectable()
export class ImportSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Import');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(WRITER) private readonly writer: Writer,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly runner: ImportRunner,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    // It keeps no process alive: the server does.
    this.timer = setInterval(() => void this.sweep(), EVERY_MS).unref();
    await this.sweep();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async sweep(): Promise<void> {
    try {
      await this.writer.sweepImports({ now: this.clock() });
      await this.runner.resume();
    } catch (error) {
      // The store is what fails; the next time comes.
      this.logger.error(error instanceof Error ? error.stack : error);
    }
  }
}
