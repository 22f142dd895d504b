import { resourceFromSnapshots, type ResourceSnapshot, signal } from '@angular/core';
import { lastKnown } from './last-known';

describe('last known', () => {
  const loading: ResourceSnapshot<string | undefined> = { status: 'loading', value: undefined };

  function create() {
    const snapshot = signal(loading);
    const scope = signal('demo');
    return { snapshot, scope, known: lastKnown(resourceFromSnapshots(snapshot), scope) };
  }

  it('stays while the next is read, and where that fails', () => {
    const { snapshot, known } = create();
    expect(known()).toBeUndefined();
    snapshot.set({ status: 'resolved', value: 'first' });
    expect(known()).toBe('first');
    snapshot.set(loading);
    expect(known()).toBe('first');
    snapshot.set({ status: 'error', error: new Error('no') });
    expect(known()).toBe('first');
    snapshot.set({ status: 'resolved', value: 'second' });
    expect(known()).toBe('second');
  });

  it('is nothing within another scope', () => {
    const { snapshot, scope, known } = create();
    snapshot.set({ status: 'resolved', value: 'first' });
    expect(known()).toBe('first');
    scope.set('acme');
    snapshot.set(loading);
    expect(known()).toBeUndefined();
  });
});
