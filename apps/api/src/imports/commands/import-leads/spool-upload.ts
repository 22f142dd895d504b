import { MAX_IMPORT_BYTES } from '@leadlog/contracts/import';
import type { Readable } from 'node:stream';
import { ProblemDetails } from '../../../http/problem-details';
import type { Writer } from '../../../writing/writer';
import { FileScan, type ScannedFile } from '../../file/file-scan';
import type { ImportKey } from '../../storage/read-imports';

/** Bytes that are kept at a time, and all of a file that is ever in memory. */
const CHUNK = 256 * 1024;

/**
 * Keeps a file as it comes in, chunk by chunk.
 * @throws ProblemDetails payload-too-large, malformed-request
 */
export async function spoolUpload(
  writer: Writer,
  key: ImportKey,
  stream: Readable,
): Promise<ScannedFile> {
  const scan = new FileScan();
  let place = 0;
  for await (const bytes of inChunks(piecesOf(stream))) {
    scan.add(bytes);
    if (scan.bytes > MAX_IMPORT_BYTES) throw tooLarge();
    await writer.spoolImport({ ...key, place, bytes });
    place += 1;
  }
  return scan.finish();
}

export function tooLarge(): ProblemDetails {
  return new ProblemDetails('payload-too-large', 'The file may have at most 50 MiB.');
}

async function* piecesOf(stream: Readable): AsyncGenerator<Buffer> {
  try {
    // A stream that is destroyed takes the connection along, and the refusal could not be told.
    for await (const piece of stream.iterator({ destroyOnReturn: false })) yield piece as Buffer;
  } catch {
    // Whoever sent the file has gone: nobody reads this answer.
    throw new ProblemDetails('malformed-request', 'The file was cut off while it was sent.');
  } finally {
    // What is left of a file that was refused stands before the next request of the connection.
    stream.resume();
  }
}

async function* inChunks(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    bytes += piece.length;
    if (bytes < CHUNK) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}
