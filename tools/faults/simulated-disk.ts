import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../demo/random.ts';
import type { DiskEvent } from './disk-trace.ts';

/** What is left of all that was not flushed. */
export const SURVIVALS = ['nothing', 'any part', 'everything'] as const;
export type Survival = (typeof SURVIVALS)[number];

type Change = Exclude<DiskEvent, { kind: 'answer' }>;
type NameChange = Extract<Change, { kind: 'create' | 'rename' | 'link' | 'remove' }>;
type ContentChange = Extract<Change, { kind: 'write' | 'truncate' }>;

/** What a disk writes as a whole, or not at all. */
const SECTOR = 512;

/** A file's bytes on the disk, and what is still on its way there. */
interface Content {
  safe: Buffer;
  pending: ContentChange[];
  /** Its length as the program sees it. */
  length: number;
}

/**
 * A folder on a disk, as strictly as POSIX lets it be: bytes are safe once their file is flushed, and
 * names once the folder is. What is not may be there or not, in any order and torn between sectors.
 */
export class SimulatedDisk {
  private readonly random: Random;
  /** As the program sees it, and as the disk holds it. */
  private readonly files = new Map<string, Content>();
  private safeNames = new Map<string, Content>();
  private pendingNames: (() => void)[] = [];

  constructor(random: Random) {
    this.random = random;
  }

  apply(change: Change): void {
    if (change.kind === 'flush') this.flush(change.name);
    else if (change.kind === 'write' || change.kind === 'truncate') this.changeContent(change);
    else this.changeName(change);
  }

  /** Makes the folder that would be found after a power cut now. */
  writeTo(folder: string, survival: Survival): void {
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of this.namesAfter(survival))
      writeFileSync(join(folder, name), this.contentAfter(content, survival));
  }

  private flush(name: string): void {
    if (name === '') {
      for (const change of this.pendingNames.splice(0)) change();
      return;
    }
    const content = this.contentOf(name);
    content.safe = applied(content.safe, content.pending);
    content.pending = [];
  }

  private changeContent(change: ContentChange): void {
    const content = this.contentOf(change.name);
    if (change.kind === 'truncate') content.length = change.length;
    else {
      change = { ...change, at: change.at ?? content.length };
      content.length = Math.max(content.length, change.at! + change.bytes.length);
    }
    content.pending.push(change);
  }

  private changeName(change: NameChange): void {
    if (change.kind === 'create')
      this.files.set(change.name, { safe: Buffer.alloc(0), pending: [], length: 0 });
    const content = this.contentOf(change.name);
    rename(this.files, change, content);
    this.pendingNames.push(() => rename(this.safeNames, change, content));
  }

  private contentOf(name: string): Content {
    const content = this.files.get(name);
    if (!content) throw new Error(`the trace does not say how ${name} came into being`);
    return content;
  }

  /** Changes of names keep their order: what is left is the first of them. */
  private namesAfter(survival: Survival): Map<string, Content> {
    const before = this.safeNames;
    this.safeNames = new Map(before);
    for (const change of this.pendingNames.slice(0, this.namesLeft(survival))) change();
    const after = this.safeNames;
    this.safeNames = before;
    return after;
  }

  private namesLeft(survival: Survival): number {
    if (survival === 'nothing') return 0;
    const { length } = this.pendingNames;
    return survival === 'everything' ? length : this.random.between(0, length);
  }

  private contentAfter({ safe, pending }: Content, survival: Survival): Buffer {
    if (survival === 'nothing') return safe;
    if (survival === 'everything') return applied(safe, pending);
    const left = pending.filter(() => this.random.chance(0.5));
    return applied(
      safe,
      left.map((change) => this.tear(change)),
    );
  }

  /** A write that is cut at the end of a sector of the disk, now and then. */
  private tear(change: ContentChange): ContentChange {
    if (change.kind === 'truncate' || this.random.chance(0.5)) return change;
    const start = change.at ?? 0;
    const cut = Math.ceil((start + 1) / SECTOR) * SECTOR + SECTOR * this.random.between(0, 8);
    return { ...change, bytes: change.bytes.subarray(0, Math.max(0, cut - start)) };
  }
}

function rename(names: Map<string, Content>, change: NameChange, content: Content): void {
  if (change.kind === 'rename' || change.kind === 'remove') names.delete(change.name);
  if (change.kind === 'rename' || change.kind === 'link') names.set(change.to, content);
  if (change.kind === 'create') names.set(change.name, content);
}

/** What a file holds after changes, made in their order on one copy of it. */
function applied(content: Buffer, changes: readonly ContentChange[]): Buffer {
  const copy = Buffer.alloc(Math.max(content.length, ...changes.map(endOf)));
  content.copy(copy);
  let length = content.length;
  for (const change of changes) {
    if (change.kind === 'truncate') {
      // What lies beyond must read as zeros, should the file grow again.
      copy.fill(0, change.length);
      length = change.length;
    } else {
      change.bytes.copy(copy, change.at ?? 0);
      length = Math.max(length, endOf(change));
    }
  }
  return copy.subarray(0, length);
}

function endOf(change: ContentChange): number {
  return change.kind === 'truncate' ? change.length : (change.at ?? 0) + change.bytes.length;
}
