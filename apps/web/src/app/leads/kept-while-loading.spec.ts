import { resourceFromSnapshots, type ResourceSnapshot, signal } from '@angular/core';
import { keptWhileLoading } from './kept-while-loading';

describe('kept while loading', () => {
  const loading: ResourceSnapshot<string | undefined> = { status: 'loading', value: undefined };

  function create() {
    const snapshot = signal(loading);
    const scope = signal('demo');
    return { snapshot, scope, kept: keptWhileLoading(resourceFromSnapshots(snapshot), scope) };
  }

  it('shows the last value until there is the next', () => {
    const { snapshot, kept } = create();
    expect(kept.hasValue()).toBe(false);
    snapshot.set({ status: 'resolved', value: 'first' });
    expect(kept.value()).toBe('first');
    snapshot.set(loading);
    expect([kept.value(), kept.isLoading()]).toEqual(['first', true]);
    snapshot.set({ status: 'resolved', value: 'second' });
    expect([kept.value(), kept.isLoading()]).toEqual(['second', false]);
  });

  it('keeps nothing within another scope', () => {
    const { snapshot, scope, kept } = create();
    snapshot.set({ status: 'resolved', value: 'first' });
    expect(kept.value()).toBe('first');
    scope.set('acme');
    snapshot.set(loading);
    expect(kept.hasValue()).toBe(false);
  });

  it('tells of an error, and starts over after it', () => {
    const { snapshot, kept } = create();
    snapshot.set({ status: 'resolved', value: 'first' });
    expect(kept.value()).toBe('first');
    snapshot.set({ status: 'error', error: new Error('no') });
    expect(kept.error()?.message).toBe('no');
    snapshot.set(loading);
    expect([kept.hasValue(), kept.error()]).toEqual([false, undefined]);
  });
});
