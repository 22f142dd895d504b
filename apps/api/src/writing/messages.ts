import type { CommitReport } from '@leadlog/event-store/commit-report';
import type { EncodedError } from './error-codec';
import type { WriteName } from './writes';

/** A write that is asked for; the answer names its id. */
export interface WriteRequest {
  id: number;
  name: WriteName;
  input: unknown;
}

export type WriteAnswer = { id: number } & ({ outcome: unknown } | { error: EncodedError });

/** `close` comes after the last answer. */
export type ToWriter = { kind: 'writes'; requests: WriteRequest[] } | { kind: 'close' };

/** What came of the transactions since it was last told. */
export interface TransactionFigures {
  commits: CommitReport[];
  /** Transactions of any kind that were rolled back. */
  rolledBack: number;
}

/**
 * `opening` tells what is done until then, as the end of a sentence; `ready` comes once, after it. `answers` name the tenants with commits since the last ones, which
 * stand there at the latest with the answer to whoever made one. After `failed` nothing is answered.
 */
export type FromWriter =
  | { kind: 'opening'; doing: string }
  | { kind: 'ready' }
  | { kind: 'answers'; committed: string[]; figures: TransactionFigures; answers: WriteAnswer[] }
  | { kind: 'failed'; error: EncodedError };

/** One end of what joins the two threads: a MessagePort, or a Worker. */
export interface Channel<Sent, Received> {
  postMessage(message: Sent): void;
  on(event: 'message', take: (message: Received) => void): unknown;
}
