import { computed, linkedSignal, type Resource, type Signal } from '@angular/core';

interface Scoped<T> {
  scope: unknown;
  value: T | undefined;
}

/**
 * The last value of a resource, also while it is read again and where that fails. Within another
 * scope (a tenant) it means something else, and is not kept.
 */
export function lastKnown<T>(
  resource: Resource<T | undefined>,
  scope: () => unknown,
): Signal<T | undefined> {
  const known = linkedSignal<Scoped<T>, Scoped<T>>({
    source: () => ({
      scope: scope(),
      value: resource.hasValue() ? (resource.value() as T) : undefined,
    }),
    computation: (now, before) =>
      before !== undefined && now.value === undefined && before.value.scope === now.scope
        ? before.value
        : now,
  });
  return computed(() => known().value);
}
