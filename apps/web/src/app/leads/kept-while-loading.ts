import {
  linkedSignal,
  type Resource,
  resourceFromSnapshots,
  type ResourceSnapshot,
} from '@angular/core';

interface Scoped<T> {
  snapshot: ResourceSnapshot<T>;
  scope: unknown;
}

/**
 * The same resource, showing its last value while it loads the next, so that nothing flickers.
 * Within another scope (a tenant, a lead) the value means something else, and is not kept.
 */
export function keptWhileLoading<T>(resource: Resource<T>, scope: () => unknown): Resource<T> {
  const kept = linkedSignal<Scoped<T>, Scoped<T>>({
    source: () => ({ snapshot: resource.snapshot(), scope: scope() }),
    computation: (now, previous) => {
      const before = previous?.value;
      if (now.snapshot.status !== 'loading' || before === undefined) return now;
      if (before.scope !== now.scope || before.snapshot.status === 'error') return now;
      return { scope: now.scope, snapshot: { status: 'loading', value: before.snapshot.value } };
    },
  });
  return resourceFromSnapshots(() => kept().snapshot);
}
