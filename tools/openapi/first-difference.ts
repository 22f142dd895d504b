/** The first lines in which two texts differ, or null. */
export function firstDifference(committed: string, generated: string): string | null {
  if (committed === generated) return null;
  const [before, after] = [committed.split('\n'), generated.split('\n')];
  const line = before.findIndex((text, index) => text !== after[index]);
  const at = line < 0 ? before.length : line;
  const shown = (lines: string[], sign: string) =>
    lines.slice(at, at + 3).map((text) => `  ${sign} ${text}`);
  return [`  line ${at + 1}`, ...shown(before, '-'), ...shown(after, '+')].join('\n');
}
