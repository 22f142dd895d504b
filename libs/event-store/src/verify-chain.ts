import type { Database, Reading } from '@leadlog/database/database';
import { setImmediate } from 'node:timers/promises';
import { brokenAt, ChainWalk, type BrokenChain, type ChainPlace } from './chain-walk';
import { genesisHash } from './hash-chain';
import { readChainLinks } from './read-chain-links';

/** Read and hashed in a few milliseconds, within which nobody else gets a turn. */
const PAGE = 500;

/** `hash` in lower-case hex, as everywhere on the wire. */
export interface IntactChain {
  intact: true;
  events: number;
  head: { position: number; hash: string };
}

export type Verification = IntactChain | BrokenChain;

export interface VerificationOptions {
  /** Called after each page with how far the walk is, and how far it will go. */
  progress?: (position: number, end: number) => void;
  /** Ends the walk between two pages; the promise then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** What somebody kept of this log: it has to go through it (see openCheckpoint). */
  checkpoint?: ChainPlace | undefined;
}

/**
 * Walks a tenant's chain up to the head as it is now, page by page, each on a snapshot of its own,
 * so that writers and other readers go on. Whether somebody who can write has made the whole log
 * anew, or cut it and moved its head, only a checkpoint kept elsewhere tells.
 */
export async function verifyChain(
  database: Database,
  tenantId: string,
  { progress, signal, checkpoint }: VerificationOptions = {},
): Promise<Verification> {
  const ends = await database.read(tenantId, (snapshot) => readEnds(snapshot, tenantId));
  if (ends.first < 1) return brokenAt(ends.first, 'gap');
  const walk = new ChainWalk({ position: 0, hash: genesisHash(tenantId) }, checkpoint);
  const end = Math.min(ends.head.position, ends.last);
  for (let from = 1; from <= end; from += PAGE) {
    signal?.throwIfAborted();
    const to = Math.min(from + PAGE - 1, end);
    const broken = await walkPage(database, tenantId, walk, { from, to });
    if (broken !== null) return broken;
    progress?.(to, end);
    await setImmediate();
  }
  return walk.end() ?? judgeEnd(walk, ends);
}

async function walkPage(
  database: Database,
  tenantId: string,
  walk: ChainWalk,
  page: { from: number; to: number },
): Promise<BrokenChain | null> {
  const links = await database.read(tenantId, (snapshot) =>
    readChainLinks(snapshot, tenantId, page),
  );
  for (const link of links) {
    const broken = walk.step(link);
    if (broken !== null) return broken;
  }
  return walk.position < page.to ? brokenAt(walk.position + 1, 'gap') : null;
}

interface Ends {
  head: { position: number; hash: Uint8Array };
  /** Lowest and highest position of an event; 1 and 0 where there is none. */
  first: number;
  last: number;
}

async function readEnds(snapshot: Reading, tenantId: string): Promise<Ends> {
  const head = await snapshot
    .selectFrom('heads')
    .select(['position', 'hash'])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  const end = async (direction: 'asc' | 'desc') => {
    const event = await snapshot
      .selectFrom('events')
      .select('position')
      .where('tenant_id', '=', tenantId)
      .orderBy('position', direction)
      .limit(1)
      .executeTakeFirst();
    return event?.position;
  };
  return {
    head: head ?? { position: 0, hash: genesisHash(tenantId) },
    first: (await end('asc')) ?? 1,
    last: (await end('desc')) ?? 0,
  };
}

/** Every event up to the nearer end is intact: does the log end where its head says? */
function judgeEnd(walk: ChainWalk, { head, last }: Ends): Verification {
  if (last !== head.position) return brokenAt(Math.min(last, head.position) + 1, 'head');
  const hash = Buffer.from(walk.hash);
  if (!hash.equals(head.hash)) return brokenAt(head.position, 'head');
  return {
    intact: true,
    events: head.position,
    head: { position: head.position, hash: hash.toString('hex') },
  };
}
