import { linkHash } from './hash-chain';
import { LeadVersions } from './lead-versions';

/** A place in a tenant's chain: a position and the hash of its event; 0 and the genesis at first. */
export interface ChainPlace {
  position: number;
  hash: Uint8Array;
}

/** What an event contributes to the chain. */
export interface ChainLink extends ChainPlace {
  lead_id: number;
  version: number;
  /** Recomputed from the event's bytes; null where they cannot be an event's. */
  eventHash: Uint8Array | null;
}

/**
 * Why a log is not intact: `gap`, the event that stands next has another position (one is missing,
 * doubled or moved); `hash`, its bytes are not those that were chained; `version order`, it is
 * not its lead's next; `unreadable`, the storage does not give it; `head`, the log does not end
 * where its head says; `checkpoint`, it is not the log that was signed, or ends before.
 */
export type BreakReason = 'gap' | 'hash' | 'version order' | 'unreadable' | 'head' | 'checkpoint';

export interface BrokenChain {
  intact: false;
  first_broken_position: number;
  reason: BreakReason;
}

/**
 * Follows a tenant's chain from a place, event by event. Its memory grows with the number of leads
 * alone (see LeadVersions), not with that of events.
 */
export class ChainWalk {
  private readonly versions: LeadVersions;

  /** `signed`: a place that the chain has to go through. */
  constructor(
    private place: ChainPlace,
    private readonly signed: ChainPlace | null = null,
  ) {
    this.versions = new LeadVersions(place.position === 0);
  }

  get position(): number {
    return this.place.position;
  }

  get hash(): Uint8Array {
    return this.place.hash;
  }

  /** Takes one step; what is broken there, or null. After a break the walk is over. */
  step(link: ChainLink): BrokenChain | null {
    const { position, hash, eventHash } = link;
    const expected = this.place.position + 1;
    if (position !== expected) return brokenAt(expected, 'gap');
    if (eventHash === null || !equal(linkHash(this.place.hash, eventHash), hash))
      return brokenAt(position, 'hash');
    if (!this.versions.follows(link.lead_id, link.version))
      return brokenAt(position, 'version order');
    if (position === this.signed?.position && !equal(hash, this.signed.hash))
      return brokenAt(position, 'checkpoint');
    this.place = { position, hash };
    return null;
  }

  /** What is broken if the chain ends here, or null. */
  end(): BrokenChain | null {
    return this.signed !== null && this.position < this.signed.position
      ? brokenAt(this.position + 1, 'checkpoint')
      : null;
  }
}

function equal(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}

export function brokenAt(first_broken_position: number, reason: BreakReason): BrokenChain {
  return { intact: false, first_broken_position, reason };
}
