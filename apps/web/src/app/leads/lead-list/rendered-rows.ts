import { computed, effect, inject, Service, type Signal, signal } from '@angular/core';

const PART = 8;

/** How many rows of a list there may be: it only grows, so that a way back finds the full height. */
@Service()
class RowLimit {
  readonly rows = signal(PART);
}

/**
 * The rows as they are rendered: at the first list of a visit in parts with a task each, from the
 * top down, so that no input waits until the last row is there.
 */
export function renderedRows<T>(all: Signal<readonly T[]>): Signal<readonly T[]> {
  const limit = inject(RowLimit).rows;
  effect((onCleanup) => {
    if (all().length <= limit()) return;
    const next = setTimeout(() => limit.update((rows) => rows + PART));
    onCleanup(() => clearTimeout(next));
  });
  return computed(() => all().slice(0, limit()));
}
