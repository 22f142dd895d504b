import { DestroyRef, inject, Service, signal } from '@angular/core';
import { recall, remember } from '../remembered';

export type ShortcutGroup = 'everywhere' | 'list' | 'board' | 'lead';

export interface Shortcut {
  /** As in `KeyboardEvent.key`; `mod+k` is Ctrl or, on Apple's keyboards, Command. */
  keys: readonly string[];
  group: ShortcutGroup;
  /** Below `shortcuts` in the translations. */
  label: string;
  /**
   * Returns false where there is nothing to do, and the key keeps its usual meaning. Without it the
   * key is the business of the element that has the focus, and only listed here.
   */
  run?: () => unknown;
}

const TYPED_INTO = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/** The keys that work now. Screens add theirs; the sheet of all keys shows them. */
@Service()
export class Shortcuts {
  private readonly added = signal<readonly Shortcut[]>([]);
  /** How many things that keys have asked for are still being loaded. */
  private loading = 0;
  private readonly single = signal(recall('keys') !== 'off');

  readonly all = this.added.asReadonly();
  /**
   * Whether keys that are a character alone do anything: whoever speaks to the computer, or often
   * hits a key by mistake, turns them off (WCAG 2.1.4).
   */
  readonly singleKeys = this.single.asReadonly();

  useSingleKeys(use: boolean): void {
    this.single.set(use);
    remember('keys', use ? 'on' : 'off');
  }

  /** Whether a key does nothing because it is a character alone. */
  isOff(key: string): boolean {
    return !this.single() && key.length === 1 && key !== ' ';
  }

  /** Until the screen is gone; to be called where it is made. */
  add(shortcuts: readonly Shortcut[]): void {
    this.added.update((before) => [...before, ...shortcuts]);
    inject(DestroyRef).onDestroy(() =>
      this.added.update((before) => before.filter((it) => !shortcuts.includes(it))),
    );
  }

  /** Until what a key opens is there, the keys after it do nothing: they are meant for it already. */
  async whileLoading<T>(asked: Promise<T>): Promise<T> {
    this.loading += 1;
    try {
      return await asked;
    } finally {
      this.loading -= 1;
    }
  }

  /** Runs what a key stands for, unless somebody types or a dialog is open. */
  press(event: KeyboardEvent): void {
    if (this.loading > 0) return;
    const keys = keysOf(event);
    const shortcut = this.added().findLast((it) => it.run !== undefined && it.keys.includes(keys));
    const target = event.target as HTMLElement | null;
    if (shortcut === undefined || event.defaultPrevented || this.isOff(keys)) return;
    if (keys !== 'mod+k' && target?.closest?.(TYPED_INTO)) return;
    if (target?.closest?.('[role=dialog], [role=menu]')) return;
    if (shortcut.run?.() !== false) event.preventDefault();
  }
}

function keysOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string {
  if (altKey) return `alt+${key}`;
  return ctrlKey || metaKey ? `mod+${key.toLowerCase()}` : key;
}
