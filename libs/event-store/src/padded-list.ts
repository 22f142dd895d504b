/** Lists of a statement have one of these lengths, so that there are few statements to keep. */
const LENGTHS = [1, 8, 64, 512];

/** How many values a list may have. */
export const LONGEST_LIST = LENGTHS.at(-1)!;

/** Values for an `in (…)`, the first of them repeated up to one of a few lengths. */
export function paddedList(values: readonly number[]): number[] {
  if (values.length > LONGEST_LIST) throw new Error(`a list of ${values.length} is too long`);
  const length = LENGTHS.find((fitting) => fitting >= values.length);
  return Array.from({ length: length ?? LONGEST_LIST }, (_, index) => values[index] ?? values[0]!);
}
