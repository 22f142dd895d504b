import type { StorageFailed } from '@leadlog/database/database';
import type { CommitReport } from '@leadlog/event-store/commit-report';
import { encodeError } from './error-codec';
import type {
  Channel,
  FromWriter,
  ToWriter,
  TransactionFigures,
  WriteAnswer,
  WriteRequest,
} from './messages';
import { writerInProcess } from './writer';
import type { WriteParts } from './writes';

/** What writes are made with, and how to close it. */
export interface OpenedParts extends WriteParts {
  close(): Promise<void>;
}

/** Who is told of what befalls the store. */
export interface StoreObserver {
  /** A tenant's log may have grown. */
  committed(tenantId: string): void;
  /** How a transaction of the log went; told before whoever wrote has the answer. */
  reported?(report: CommitReport): void;
  /** A transaction of any kind was rolled back. */
  rolledBack?(): void;
  storageFailed(failure: StorageFailed): void;
  /** What is done before the store is open, as the end of a sentence. */
  opening?(doing: string): void;
}

type WriterChannel = Channel<FromWriter, ToWriter> & { close(): void };

/** Opens the store, and carries out the writes that come over a channel until it is told to close. */
export async function serveWrites(
  channel: WriterChannel,
  open: (observer: StoreObserver) => Promise<OpenedParts>,
): Promise<void> {
  const outbox = new Outbox(channel);
  const fail = (error: unknown) =>
    channel.postMessage({ kind: 'failed', error: encodeError(error) });
  try {
    const parts = await open({
      committed: (tenantId) => outbox.addCommit(tenantId),
      reported: (report) => outbox.addReport(report),
      rolledBack: () => outbox.addRollback(),
      storageFailed: fail,
      opening: (doing) => channel.postMessage({ kind: 'opening', doing }),
    });
    serve(channel, outbox, parts);
  } catch (error) {
    // Whoever started this thread says why it cannot go on.
    fail(error);
  }
}

function serve(channel: WriterChannel, outbox: Outbox, parts: OpenedParts): void {
  const writer = writerInProcess(parts);
  const carryOut = async ({ id, name, input }: WriteRequest) => {
    try {
      outbox.addAnswer({ id, outcome: await writer[name](input as never) });
    } catch (error) {
      outbox.addAnswer({ id, error: encodeError(error) });
    }
  };
  const close = async () => {
    await parts.close();
    channel.close();
  };
  channel.on('message', (message) => {
    if (message.kind === 'close') void close();
    else for (const request of message.requests) void carryOut(request);
  });
  channel.postMessage({ kind: 'ready' });
}

/** Sends together what comes up in one turn of the event loop, such as all answers of a commit. */
class Outbox {
  private readonly committed = new Set<string>();
  private figures: TransactionFigures = { commits: [], rolledBack: 0 };
  private answers: WriteAnswer[] = [];
  private isWaiting = false;

  constructor(private readonly channel: WriterChannel) {}

  addCommit(tenantId: string): void {
    this.committed.add(tenantId);
    this.sendSoon();
  }

  addReport(report: CommitReport): void {
    this.figures.commits.push(report);
    this.sendSoon();
  }

  addRollback(): void {
    this.figures.rolledBack += 1;
    this.sendSoon();
  }

  addAnswer(answer: WriteAnswer): void {
    this.answers.push(answer);
    this.sendSoon();
  }

  /** Before the turn ends, unlike `setImmediate`: the next transaction must not hold answers up. */
  private sendSoon(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    process.nextTick(() => this.send());
  }

  private send(): void {
    const { figures, answers } = this;
    const committed = [...this.committed];
    this.committed.clear();
    this.figures = { commits: [], rolledBack: 0 };
    this.answers = [];
    this.isWaiting = false;
    this.channel.postMessage({ kind: 'answers', committed, figures, answers });
  }
}
