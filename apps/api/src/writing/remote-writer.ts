import { StorageUnavailable } from '@leadlog/database/database';
import { decodeError } from './error-codec';
import type {
  Channel,
  FromWriter,
  ToWriter,
  TransactionFigures,
  WriteAnswer,
  WriteRequest,
} from './messages';
import { Turns } from '../turns';
import { writerBy } from './writer';
import type { WriteName } from './writes';

/** Writes that are asked for and not answered: with more, the next are refused. */
export const MAX_OUTSTANDING = 1000;

/** Who is told of what was written, before whoever wrote has the answer. */
export interface CommitObserver {
  /** A tenant's log may have grown. */
  committed(tenantId: string): void;
  /** How the transactions since the last time went. */
  measured(figures: TransactionFigures): void;
}

/** Has writes carried out beyond a channel, where they arrive in the order in which they are asked for. */
export class RemoteWriter {
  readonly writer = writerBy((name, input) => this.request(name, input));
  private readonly outstanding = new Map<number, PromiseWithResolvers<unknown>>();
  private queued: WriteRequest[] = [];
  private readonly turns = new Turns();
  private lastId = 0;
  private isEnding = false;

  constructor(
    private readonly channel: Channel<ToWriter, FromWriter>,
    private readonly observer: CommitObserver,
  ) {
    channel.on('message', (message) => message.kind === 'answers' && this.take(message));
  }

  /** Takes no further writes; resolves when all that were asked for are answered. */
  async drain(): Promise<void> {
    this.isEnding = true;
    await Promise.allSettled([...this.outstanding.values()].map(({ promise }) => promise));
  }

  private async request(name: WriteName, input: unknown): Promise<unknown> {
    if (this.isEnding) throw new StorageUnavailable('nothing more is written: the service stops');
    if (this.outstanding.size >= MAX_OUTSTANDING)
      throw new StorageUnavailable(`${MAX_OUTSTANDING} writes are waiting; try again in a moment`);
    const id = ++this.lastId;
    const answer = Promise.withResolvers<unknown>();
    this.outstanding.set(id, answer);
    // What is asked for in the same turn of the event loop is sent together.
    if (this.queued.push({ id, name, input }) === 1) setImmediate(() => this.send());
    return answer.promise;
  }

  private send(): void {
    const requests = this.queued;
    this.queued = [];
    this.channel.postMessage({ kind: 'writes', requests });
  }

  private take({ committed, figures, answers }: Extract<FromWriter, { kind: 'answers' }>): void {
    committed.forEach((tenantId) => this.observer.committed(tenantId));
    this.observer.measured(figures);
    for (const answer of answers) this.turns.take(() => this.settle(answer));
  }

  private settle(answer: WriteAnswer): void {
    const waiting = this.outstanding.get(answer.id);
    this.outstanding.delete(answer.id);
    if ('error' in answer) waiting?.reject(decodeError(answer.error));
    else waiting?.resolve(answer.outcome);
  }
}
