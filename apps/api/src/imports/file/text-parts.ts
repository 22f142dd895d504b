import { setImmediate } from 'node:timers/promises';
import type { Encoding } from './file-scan';

/** Characters that are parsed in one go: a few milliseconds, after which others have their turn. */
const PART = 64 * 1024;

/** The text of a file, in parts; every line break is `\n`, as its lines are counted by them. */
export async function* textParts(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let heldBack = '';
  for await (const chunk of chunks) {
    const text = heldBack + decoder.decode(chunk, { stream: true });
    // A carriage return at the end may be the first half of a line break.
    heldBack = text.endsWith('\r') ? '\r' : '';
    yield* inParts(withNewlines(text.slice(0, text.length - heldBack.length)));
  }
  yield withNewlines(heldBack + decoder.decode());
}

const withNewlines = (text: string) => text.replace(/\r\n?/g, '\n');

async function* inParts(text: string): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += PART) {
    yield text.slice(start, start + PART);
    await setImmediate();
  }
}
