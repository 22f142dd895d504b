import { StorageDamaged, type Database, type Reading } from '@leadlog/database/database';
import { setImmediate } from 'node:timers/promises';
import {
  brokenAt,
  ChainWalk,
  type BrokenChain,
  type ChainLink,
  type ChainPlace,
} from './chain-walk';
import { genesisHash } from './hash-chain';
import { readChainLinks, type Span } from './read-chain-links';

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
  const ends = await endsOf(database, tenantId);
  if (ends === null) return brokenAt(1, 'unreadable');
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
  page: Span,
): Promise<BrokenChain | null> {
  const { links, isWhole } = await readLinks(database, tenantId, page);
  for (const link of links) {
    const broken = walk.step(link);
    if (broken !== null) return broken;
  }
  if (!isWhole) return brokenAt(walk.position + 1, 'unreadable');
  return walk.position < page.to ? brokenAt(walk.position + 1, 'gap') : null;
}

/** The links of a page up to the first one that the storage does not give. */
async function readLinks(
  database: Database,
  tenantId: string,
  page: Span,
): Promise<{ links: ChainLink[]; isWhole: boolean }> {
  const read = (span: Span) =>
    unlessDamaged(database.read(tenantId, (snapshot) => readChainLinks(snapshot, tenantId, span)));
  const all = await read(page);
  if (all !== null) return { links: all, isWhole: true };
  const links: ChainLink[] = [];
  for (let position = page.from; position <= page.to; position++) {
    // To look for more than one would touch the page after it.
    const one = await read({ from: position, to: position, most: 1 });
    if (one === null) return { links, isWhole: false };
    links.push(...one);
  }
  return { links, isWhole: true };
}

/** Null where the storage does not give what is read. */
async function unlessDamaged<R>(reading: Promise<R>): Promise<R | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof StorageDamaged) return null;
    throw error;
  }
}

interface Ends {
  head: { position: number; hash: Uint8Array };
  /** Lowest and highest position of an event; 1 and 0 where there is none. */
  first: number;
  last: number;
}

/** Null where the storage does not give the head. */
async function endsOf(database: Database, tenantId: string): Promise<Ends | null> {
  const read = <R>(work: (snapshot: Reading, tenantId: string) => Promise<R>) =>
    unlessDamaged(database.read(tenantId, (snapshot) => work(snapshot, tenantId)));
  const ends = await read(readEnds);
  if (ends !== null) return ends;
  // An event at an end cannot be read: the walk meets it, and names it.
  const head = await read(readHead);
  return head && { head, first: 1, last: head.position };
}

async function readHead(snapshot: Reading, tenantId: string): Promise<Ends['head']> {
  const head = await snapshot
    .selectFrom('heads')
    .select(['position', 'hash'])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  return head ?? { position: 0, hash: genesisHash(tenantId) };
}

async function readEnds(snapshot: Reading, tenantId: string): Promise<Ends> {
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
    head: await readHead(snapshot, tenantId),
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
