import { readLines } from '@leadlog/event-store/read-lines';
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { FileFigures } from './manifest';

/** What is gathered before it is written. */
const CHUNK = 256 * 1024;

/** Longer than any event: its bytes are at most those of a request, six times escaped. */
const LONGEST_LINE = 16 * 1024 * 1024;

/** A new file of a backup, readable by its owner alone: written piece by piece, hashed and flushed. */
export class BackupFile {
  private readonly descriptor: number;
  private readonly sha256 = createHash('sha256');
  private waiting = '';
  private bytes = 0;

  constructor(
    folder: string,
    readonly name: string,
  ) {
    this.descriptor = openSync(join(folder, name), 'wx', 0o600);
  }

  add(text: string): void {
    this.waiting += text;
    if (this.waiting.length >= CHUNK) this.write();
  }

  /** On disk when this returns. */
  finish(): FileFigures {
    this.write();
    fsyncSync(this.descriptor);
    closeSync(this.descriptor);
    return { bytes: this.bytes, sha256: this.sha256.digest('hex') };
  }

  private write(): void {
    const chunk = Buffer.from(this.waiting);
    this.waiting = '';
    this.sha256.update(chunk);
    for (let written = 0; written < chunk.length;)
      written += writeSync(this.descriptor, chunk, written);
    this.bytes += chunk.length;
  }
}

/** A file of a backup is not what was written there. */
export class DamagedFile extends Error {}

/**
 * The lines of a file of a backup, of which it holds a few at a time; throws at its end where its
 * bytes are not those that were written.
 * @throws DamagedFile
 * @throws LineTooLong
 */
export async function* readBackupLines(
  folder: string,
  name: string,
  figures: FileFigures,
): AsyncGenerator<Buffer> {
  const sha256 = createHash('sha256');
  let bytes = 0;
  yield* readLines(
    (async function* () {
      for await (const chunk of createReadStream(join(folder, name))) {
        sha256.update(chunk as Buffer);
        bytes += (chunk as Buffer).length;
        yield chunk as Buffer;
      }
    })(),
    LONGEST_LINE,
  );
  if (bytes !== figures.bytes || sha256.digest('hex') !== figures.sha256)
    throw new DamagedFile(`${name} is not what was written: ${bytes} bytes of ${figures.bytes}`);
}
