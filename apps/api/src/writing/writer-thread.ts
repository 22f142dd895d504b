import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Settings } from '../settings';
import { decodeError } from './error-codec';
import type { FromWriter, ToWriter } from './messages';
import { RemoteWriter, type CommitObserver } from './remote-writer';
import type { Writer } from './writer';

/** The thread that writes ended without having been told to; the message is one line. */
export class WriterDied extends Error {
  constructor(reason: string) {
    super(
      `the thread that writes has died (${reason}); nothing more is written: ` +
        'start again, what was answered for is kept',
    );
  }
}

/** Who is told of what befalls the thread. */
export interface WriterObserver extends CommitObserver {
  /** All writing has ended, by a failure of the store or of the thread; told once. */
  failed(error: Error): void;
  /** What the thread does before it takes writes, as the end of a sentence. */
  opening?(doing: string): void;
}

/** The thread that holds the only connection that writes, and all that is written with it. */
export class WriterThread {
  private readonly remote: RemoteWriter;
  private readonly started = Promise.withResolvers<void>();
  private state: 'starting' | 'serving' | 'over' = 'starting';

  private constructor(
    private readonly worker: Worker,
    private readonly observer: WriterObserver,
  ) {
    this.remote = new RemoteWriter(worker, observer);
    worker.on('message', (message: FromWriter) => this.take(message));
    worker.once('error', (error) => this.fail(new WriterDied(firstLines(error))));
    worker.once('exit', (code) => this.fail(new WriterDied(`it exited with ${code}`)));
  }

  /**
   * Starts the program in `file` as the thread; resolves when it takes writes.
   * @throws DatabaseUnusable where the store cannot be opened
   * @throws WriterDied
   */
  static async start(
    file: string | URL,
    settings: Settings,
    observer: WriterObserver,
  ): Promise<WriterThread> {
    const thread = new WriterThread(
      new Worker(file, { name: 'writer', workerData: settings }),
      observer,
    );
    await thread.started.promise;
    return thread;
  }

  get writer(): Writer {
    return this.remote.writer;
  }

  /** Takes no further writes; resolves when all that were asked for are answered. */
  drain(): Promise<void> {
    return this.remote.drain();
  }

  /** Closes the store and ends the thread; to be called when it is drained. */
  async stop(): Promise<void> {
    this.state = 'over';
    const ended = once(this.worker, 'exit');
    this.worker.postMessage({ kind: 'close' } satisfies ToWriter);
    await ended;
  }

  private take(message: FromWriter): void {
    if (message.kind === 'opening') this.observer.opening?.(message.doing);
    if (message.kind === 'failed') this.fail(decodeError(message.error));
    if (message.kind !== 'ready') return;
    this.state = 'serving';
    this.started.resolve();
  }

  private fail(error: Error): void {
    const { state } = this;
    this.state = 'over';
    if (state === 'starting') this.started.reject(error);
    if (state === 'serving') this.observer.failed(error);
  }
}

/** What an error says and where it comes from, on one line. */
function firstLines(error: unknown): string {
  const { stack = String(error) } = Object(error) as Partial<Error>;
  return stack.split('\n').slice(0, 2).join('').replace(/\s+/g, ' ');
}
