const FIRST_CAPACITY = 1024;
/** A table this many times as long as there are leads is still worth having. */
const SPARSEST = 4;

/**
 * The newest version of each lead that a walk has met. Leads are numbered from 1, so a table of
 * four bytes a number does: at most eight bytes a lead where every number is met in turn, and never
 * more than 32. A number that lies far ahead of the count of leads, which only a forged log or the
 * end of a long one has, costs an entry of a map until the table reaches it.
 */
export class LeadVersions {
  private table = new Uint32Array(FIRST_CAPACITY);
  private readonly ahead = new Map<number, number>();
  private leads = 0;

  /** `fromStart`: no event comes before the walk, so that each lead has to begin with version 1. */
  constructor(private readonly fromStart: boolean) {}

  /** Whether `version` is the one that the lead has to have next; notes it. */
  follows(leadId: number, version: number): boolean {
    const newest = this.table[leadId] ?? this.ahead.get(leadId) ?? 0;
    const follows = newest === 0 && !this.fromStart ? version >= 1 : version === newest + 1;
    if (!follows) return false;
    if (newest === 0) this.makeRoom(leadId);
    if (leadId >= 0 && leadId < this.table.length) this.table[leadId] = version;
    else this.ahead.set(leadId, version);
    return true;
  }

  private makeRoom(leadId: number): void {
    this.leads += 1;
    if (leadId < this.table.length || leadId >= SPARSEST * (this.leads + FIRST_CAPACITY)) return;
    let capacity = this.table.length;
    while (capacity <= leadId) capacity *= 2;
    const grown = new Uint32Array(capacity);
    grown.set(this.table);
    this.table = grown;
    for (const [id, version] of this.ahead) {
      if (id < 0 || id >= capacity) continue;
      grown[id] = version;
      this.ahead.delete(id);
    }
  }
}
