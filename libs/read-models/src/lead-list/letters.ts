/** As many as the bits of a number that every engine and JavaScript take as a whole one. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789äöüßéèàçñø -.&/+';

const BITS = new Map([...LETTERS].map((letter, index) => [letter, 2 ** index]));
/** The place of a UTF-16 unit among the letters, from 1. */
const PLACES = Uint8Array.from({ length: 256 }, (_, unit) => placeOf(unit));

/** A number of 52 bits has to be put together from two halves. */
const HALF = 26;

/**
 * Which of the common characters folded texts have, a bit each: by it leads are counted that have
 * one of them, which are so many that any index over texts is slower.
 */
export function lettersOf(...texts: (string | null)[]): number {
  let [low, high] = [0, 0];
  for (const text of texts)
    for (let index = 0; index < (text?.length ?? 0); index++) {
      const place = PLACES[text!.charCodeAt(index)] ?? 0;
      if (place > HALF) high |= 1 << (place - HALF - 1);
      else if (place > 0) low |= 1 << (place - 1);
    }
  return high * 2 ** HALF + low;
}

/** The bit of a character, or null where it is no common one. */
export function letterBit(text: string): number | null {
  return BITS.get(text) ?? null;
}

function placeOf(unit: number): number {
  return LETTERS.indexOf(String.fromCharCode(unit)) + 1;
}
