const KEY_PREFIX = 'leadlog.';

/** What this browser remembers under a name, or null. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(KEY_PREFIX + name);
  } catch {
    // A browser may forbid storage; the application then starts with its defaults each time.
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(KEY_PREFIX + name, value);
  } catch {
    // As above: the choice holds until the page is closed.
  }
}
