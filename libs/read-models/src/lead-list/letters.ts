/** As many as the bits of a number that every engine and JavaScript take as a whole one. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789äöüßéèàçñø -.&/+';

const BITS = new Map([...LETTERS].map((letter, index) => [letter, 2 ** index]));

/**
 * Which of the common characters folded texts have, a bit each: by it leads are counted that have
 * one of them, which are so many that any index over texts is slower.
 */
export function lettersOf(...texts: (string | null)[]): number {
  const found = new Set(texts.join(''));
  let letters = 0;
  for (const letter of found) letters += BITS.get(letter) ?? 0;
  return letters;
}

/** The bit of a character, or null where it is no common one. */
export function letterBit(text: string): number | null {
  return BITS.get(text) ?? null;
}
