import { computed, signal } from '@angular/core';

/** Which leads are ticked, by id; a range goes from the one that was ticked last. */
export class Selection {
  private readonly ticked = signal<ReadonlySet<number>>(new Set());
  private anchor: number | null = null;

  readonly ids = this.ticked.asReadonly();
  readonly size = computed(() => this.ticked().size);

  has(id: number): boolean {
    return this.ticked().has(id);
  }

  /** Ticks or unticks one; with `shown`, the whole range from the last one to it as well. */
  toggle(id: number, shown: readonly number[] = []): void {
    const tick = !this.has(id);
    const [from, to] = [shown.indexOf(this.anchor ?? id), shown.indexOf(id)].sort((a, b) => a - b);
    const range = from !== undefined && from >= 0 ? shown.slice(from, Number(to) + 1) : [id];
    this.set(range, tick);
    this.anchor = id;
  }

  /** Ticks or unticks several. */
  set(ids: readonly number[], tick: boolean): void {
    this.ticked.update((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (tick) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  }

  clear(): void {
    this.ticked.set(new Set());
    this.anchor = null;
  }
}
