import type { HistoryEntry } from '@leadlog/contracts/history';
import { Readable } from 'node:stream';
import type { Heartbeat } from '../../../streaming/heartbeat';

/** Bytes that may wait for a reader; with more, the log is not read on until it has taken some. */
const WAITING = 64 * 1024;

/**
 * A live feed as server-sent events. It takes the next entry only when its reader has taken the ones
 * before; a reader that takes nothing from one heartbeat to the next but one is cut off. As every
 * message names its position, it comes back and goes on without a gap.
 */
export class FeedStream extends Readable {
  private readonly left = new AbortController();
  private readonly stopBeating: () => void;
  /** Set while the feed waits for its reader. */
  private taken: (() => void) | null = null;
  private isLate = false;
  /** Of the last event that was sent; null before the first. */
  private lastSent: number | null = null;

  constructor(follow: (signal: AbortSignal) => AsyncIterable<HistoryEntry>, heartbeat: Heartbeat) {
    super({ highWaterMark: WAITING });
    // Proxies and browsers see at once that the feed is open.
    this.push(': open\n\n');
    this.stopBeating = heartbeat(() => this.beat());
    void this.send(follow(this.left.signal));
  }

  get position(): number | null {
    return this.lastSent;
  }

  /** Ends the feed in good order, or breaks it off where its reader would be waited for. */
  finish(): void {
    if (this.taken !== null)
      this.destroy(new Error('a reader of the live feed is slow at the end'));
    else this.left.abort();
  }

  override _read(): void {
    this.isLate = false;
    this.taken?.();
    this.taken = null;
  }

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    this.stopBeating();
    this.left.abort();
    this._read();
    callback(error);
  }

  private async send(entries: AsyncIterable<HistoryEntry>): Promise<void> {
    try {
      for await (const entry of entries) {
        if (this.destroyed) return;
        this.lastSent = entry.position;
        if (!this.push(messageOf(entry))) await new Promise<void>((taken) => (this.taken = taken));
      }
      this.stopBeating();
      if (!this.destroyed) this.push(null);
    } catch (error) {
      // Whoever reads sees the connection break, and comes back.
      this.destroy(error as Error);
    }
  }

  private beat(): void {
    if (this.readableLength === 0) this.push(': beat\n\n');
    else if (this.isLate) this.destroy(new Error('a reader of the live feed was too slow'));
    else this.isLate = true;
  }
}

function messageOf(entry: HistoryEntry): string {
  return `id: ${entry.position}\nevent: ${entry.type}\ndata: ${JSON.stringify(entry)}\n\n`;
}
