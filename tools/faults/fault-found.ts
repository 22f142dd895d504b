const SHOWN = 10;

/** A promise did not hold; the data is kept for a look. */
export class FaultFound extends Error {
  constructor(where: string, breaches: readonly string[], folder: string) {
    const more = breaches.length > SHOWN ? [`… and ${breaches.length - SHOWN} more`] : [];
    super([`${where}:`, ...breaches.slice(0, SHOWN), ...more, `The data: ${folder}`].join('\n  '));
  }
}

export function requireNone(where: string, breaches: readonly string[], folder: string): void {
  if (breaches.length > 0) throw new FaultFound(where, breaches, folder);
}
