import { HEAD_BYTES } from '@leadlog/contracts/import-dialect';
import { createHash } from 'node:crypto';

export type Encoding = 'utf-8' | 'windows-1252';

/** What is known of a file once all of it has gone by. */
export interface ScannedFile {
  bytes: number;
  /** Its beginning, in which its header line has to stand. */
  head: Buffer;
  encoding: Encoding;
  /** SHA-256 of its bytes, in hex. */
  digest: string;
}

/**
 * Looks at a file as it comes in: a file that is valid UTF-8 as a whole is UTF-8, any other one is
 * Windows-1252, which spreadsheets in Western Europe still write.
 */
export class FileScan {
  bytes = 0;
  private head = Buffer.alloc(0);
  private readonly hash = createHash('sha256');
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });
  private isUtf8 = true;

  add(part: Buffer): void {
    this.bytes += part.length;
    this.hash.update(part);
    const missing = HEAD_BYTES - this.head.length;
    if (missing > 0) this.head = Buffer.concat([this.head, part.subarray(0, missing)]);
    this.probe(part, true);
  }

  /** To be called once, at the end. */
  finish(): ScannedFile {
    this.probe(Buffer.alloc(0), false);
    const { bytes, head, isUtf8 } = this;
    const encoding = isUtf8 ? 'utf-8' : 'windows-1252';
    return { bytes, head, encoding, digest: this.hash.digest('hex') };
  }

  private probe(part: Buffer, stream: boolean): void {
    if (!this.isUtf8) return;
    try {
      this.utf8.decode(part, { stream });
    } catch {
      // Bytes that are no UTF-8: the answer, not a failure.
      this.isUtf8 = false;
    }
  }
}
