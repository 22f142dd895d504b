/**
 * Folds text for search, sorting and uniqueness: Unicode lower case, so that `müller` equals
 * `MÜLLER` and `strasse` differs from `Straße`. Lower-casing a whole text turns a Σ at the end of
 * a word into ς, and a part of that word then would not be found: both sigmas count as one.
 */
export function fold(text: string): string {
  return text.toLowerCase().replaceAll('ς', 'σ');
}
