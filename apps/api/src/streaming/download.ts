import { Readable } from 'node:stream';
import type { Heartbeat } from './heartbeat';

/** Bytes that wait for the reader at most, besides one page. */
const WAITING = 64 * 1024;

/**
 * A download that is made page by page, as its reader takes it. A reader that takes nothing of what
 * waits for it for two heartbeats is cut off: it holds a place that others wait for.
 */
export function download(pages: AsyncIterable<string>, heartbeat: Heartbeat): Readable {
  let made = 0;
  const stream = Readable.from(
    (async function* () {
      for await (const page of pages) {
        const bytes = Buffer.from(page);
        made += bytes.length;
        yield bytes;
      }
    })(),
    { objectMode: false, highWaterMark: WAITING },
  );
  let takenBefore = -1;
  let idle = 0;
  const stopBeating = heartbeat(() => {
    const taken = made - stream.readableLength;
    idle = stream.readableLength > 0 && taken === takenBefore ? idle + 1 : 0;
    takenBefore = taken;
    if (idle === 2) stream.destroy(new Error('the reader of a download has stalled'));
  });
  return stream.once('close', stopBeating);
}
