import type { ChainLink } from './chain-walk';
import { brokenAt, ChainWalk, type BreakReason } from './chain-walk';
import type { SignedHead } from './checkpoint';
import type { EventRecord } from './event-record';
import { parseExportLine, UnreadableLine } from './export-record';
import { eventHash, genesisHash } from './hash-chain';

export interface IntactExport {
  intact: true;
  tenant_id: string;
  events: number;
  /** Position of the first event: 1, or the one after the checkpoint. */
  first: number;
  head: { position: number; hash: string };
  /** What the export was found to extend; null where no checkpoint was given. */
  checkpoint: { position: number; signed_at: string } | null;
}

export interface BrokenExport {
  intact: false;
  first_broken_position: number;
  /** Besides those of a log: `line`, not an event; `tenant`, another tenant's; `empty`, no event. */
  reason: BreakReason | 'line' | 'tenant' | 'empty';
  /** Counted from 1; 0 where it is something after the last line that is missing. */
  line: number;
  /** What is wrong with the line, where it cannot be read. */
  detail?: string;
}

export type ExportVerification = IntactExport | BrokenExport;

/**
 * Verifies the lines of an export by themselves, with no database at hand. With a checkpoint it says
 * whether they are, or extend, what was signed. An export that begins after position 1 hangs in the
 * air: it verifies with the checkpoint of the position before it, and with nothing else.
 * `lines` are bytes, so that what is not UTF-8 is seen.
 */
export async function verifyExport(
  lines: AsyncIterable<Buffer> | Iterable<Buffer>,
  checkpoint: SignedHead | null = null,
): Promise<ExportVerification> {
  const walk = new ExportWalk(checkpoint);
  for await (const line of lines) {
    const broken = walk.step(line);
    if (broken !== null) return broken;
  }
  return walk.end();
}

class ExportWalk {
  private tenantId = '';
  private first = 0;
  private line = 0;
  private chain: ChainWalk | null = null;

  constructor(private readonly checkpoint: SignedHead | null) {}

  step(line: Buffer): BrokenExport | null {
    this.line += 1;
    let record: EventRecord;
    try {
      record = parseExportLine(line);
    } catch (error) {
      // A line that is no event is a finding, not a failure of the program.
      if (error instanceof UnreadableLine) return this.broken('line', error.message);
      throw error;
    }
    const chain = (this.chain ??= this.begin(record));
    if (record.tenant_id !== this.tenantId) return this.broken('tenant');
    const broken = chain.step(linkOf(record));
    return broken && { ...broken, line: this.line };
  }

  end(): ExportVerification {
    const { chain, first, tenantId: tenant_id, checkpoint } = this;
    if (chain === null) return { ...this.broken('empty'), line: 0 };
    const broken = chain.end();
    if (broken !== null) return { ...broken, line: 0 };
    return {
      intact: true,
      tenant_id,
      events: chain.position - first + 1,
      first,
      head: { position: chain.position, hash: Buffer.from(chain.hash).toString('hex') },
      checkpoint: checkpoint && {
        position: checkpoint.position,
        signed_at: checkpoint.signed_at,
      },
    };
  }

  /** The first line says whose log it is and, with a checkpoint, where it goes on from. */
  private begin({ tenant_id, position }: EventRecord): ChainWalk {
    const { checkpoint } = this;
    this.tenantId = checkpoint?.tenant_id ?? tenant_id;
    this.first = position;
    const extendsIt = checkpoint !== null && position === checkpoint.position + 1;
    const from = extendsIt ? checkpoint : { position: 0, hash: genesisHash(this.tenantId) };
    return new ChainWalk(from, checkpoint);
  }

  private broken(reason: BrokenExport['reason'], detail?: string): BrokenExport {
    const at = (this.chain?.position ?? 0) + 1;
    return { ...brokenAt(at, 'gap'), reason, line: this.line, ...(detail && { detail }) };
  }
}

function linkOf(record: EventRecord): ChainLink {
  const { position, lead_id, version, hash } = record;
  return { position, lead_id, version, hash, eventHash: eventHash(record) };
}
