import { StorageFailed, StorageUnavailable } from './database';

/** The disk did not do what it was asked to, or the file is not what was written. */
const LASTING = /^SQLITE_(IOERR|CORRUPT|NOTADB)/;

/** No room, or another program holds the lock: nothing of the write happened. */
const PASSING = /^SQLITE_(FULL|BUSY)/;

/**
 * Ends the use of a database at its first I/O error. What the disk holds is unknown from then on: a
 * flush that failed may succeed when it is repeated although its pages are lost, because the kernel
 * forgets them (https://danluu.com/fsyncgate/). Only a new start reads what is really there.
 */
export class FailStop {
  private readonly onFailure: (failure: StorageFailed) => void;
  private failure: StorageFailed | null = null;

  constructor(onFailure: (failure: StorageFailed) => void) {
    this.onFailure = onFailure;
  }

  /**
   * Runs one call of the database, unless an earlier one has failed.
   * @throws StorageFailed
   * @throws StorageUnavailable
   */
  run<R>(call: () => R): R {
    if (this.failure) throw this.failure;
    try {
      return call();
    } catch (error) {
      throw this.named(error);
    }
  }

  fail(reason: unknown): StorageFailed {
    if (this.failure) return this.failure;
    this.failure = new StorageFailed(
      `the storage failed while writing (${messageOf(reason)}); nothing more is written: ` +
        'look after the disk and start again, what was answered for is kept',
    );
    this.onFailure(this.failure);
    return this.failure;
  }

  private named(error: unknown): unknown {
    const code = String((error as { code?: unknown } | null)?.code);
    if (LASTING.test(code)) return this.fail(error);
    if (PASSING.test(code))
      return new StorageUnavailable(
        `nothing can be written now (${messageOf(error)}); try again when there is room`,
      );
    return error;
  }
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? error.message : `${error.message}, ${code}`;
}
