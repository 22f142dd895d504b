import { DatabaseUnusable, type Reading } from '@leadlog/database/database';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** An erasure that was carried out: the lead's keys up to a generation are destroyed for good. */
export interface Erasure {
  tenant_id: string;
  lead_id: number;
  /** Of the event that tells of it. */
  position: number;
  generation: number;
  /**
   * Hash of the lead's first event, in hex: a restored log may give the number of a lead that was
   * erased to another one. Absent in lines of before this was kept.
   */
  created?: string;
}

/**
 * The erasures of all tenants, one JSON line each, in a file outside the database: what an older
 * backup brings back is erased again at the next start.
 */
export class ErasureLedger {
  private constructor(private readonly descriptor: number) {}

  static open(file: string): ErasureLedger {
    try {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      dropCutLine(file);
      return new ErasureLedger(openSync(file, 'a', 0o600));
    } catch (error) {
      throw new DatabaseUnusable(
        `the erasure ledger ${file} cannot be written (${(error as Error).message}); ` +
          'set ERASURE_LEDGER_FILE to a file in a folder that this user may write',
      );
    }
  }

  /** On disk when this returns. */
  record(erasures: readonly Erasure[]): void {
    writeSync(this.descriptor, erasures.map((erasure) => `${JSON.stringify(erasure)}\n`).join(''));
    fsyncSync(this.descriptor);
  }

  close(): void {
    closeSync(this.descriptor);
  }
}

/** A last line that a crash cut short was never answered for; what comes next starts a new one. */
function dropCutLine(file: string): void {
  if (!existsSync(file)) return;
  truncateSync(file, readFileSync(file).lastIndexOf('\n') + 1);
}

/** The erasures that a ledger holds. */
export function readErasures(file: string): Erasure[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.filter((line) => line !== '').map((line) => parseErasure(file, line));
}

function parseErasure(file: string, line: string): Erasure {
  try {
    return JSON.parse(line) as Erasure;
  } catch {
    throw new DatabaseUnusable(
      `the erasure ledger ${file} is damaged at "${line.slice(0, 40)}"; put a good copy of it back`,
    );
  }
}

/** What tells a lead from another one of the same number in another course of the log. */
export async function creationHash(
  reading: Reading,
  { tenant_id, lead_id }: Pick<Erasure, 'tenant_id' | 'lead_id'>,
): Promise<string | undefined> {
  const first = await reading
    .selectFrom('events')
    .select('hash')
    .where('tenant_id', '=', tenant_id)
    .where('lead_id', '=', lead_id)
    .where('version', '=', 1)
    .executeTakeFirst();
  return first && Buffer.from(first.hash).toString('hex');
}
