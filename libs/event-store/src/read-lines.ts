const LINE_FEED = 0x0a;

/** A line is longer than any event can be: what is read is no export. */
export class LineTooLong extends Error {}

/**
 * The lines of a stream of bytes, without their line breaks. Holds one chunk and one line at a time,
 * and no line longer than `longest` bytes. Bytes are not decoded: a line may hold any.
 * @throws LineTooLong
 */
export async function* readLines(
  stream: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<Buffer> {
  let begun: Buffer[] = [];
  let begunBytes = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (let end; (end = bytes.indexOf(LINE_FEED, start)) >= 0; start = end + 1) {
      yield Buffer.concat([...begun, bytes.subarray(start, end)]);
      begun = [];
      begunBytes = 0;
    }
    if (start < bytes.length) begun.push(bytes.subarray(start));
    begunBytes += bytes.length - start;
    if (begunBytes > longest) throw new LineTooLong(`a line is longer than ${longest} bytes`);
  }
  if (begunBytes > 0) yield Buffer.concat(begun);
}
