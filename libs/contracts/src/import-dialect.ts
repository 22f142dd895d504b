import type { ImportColumns } from './import-columns';

/** What may part the cells of a file. */
export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How every file is parsed: its line breaks are `\n` by then, and who counts its cells are we. */
export const PARSING = {
  record_delimiter: '\n',
  relax_column_count: true,
  // A quotation mark inside of a cell that does not begin with one is just that.
  relax_quotes: true,
  skip_empty_lines: true,
} as const;

/** The header line stands within so many bytes. */
export const HEAD_BYTES = 64 * 1024;

/** The byte order mark that spreadsheets put before UTF-8. */
export const MARK = '\uFEFF';

/**
 * Of two readings of the same header line the one that makes more of it: a delimiter that is none
 * names less, or leaves the line in fewer pieces.
 */
export function moreTelling<T extends Pick<ImportColumns, 'columns'>>(one: T, other: T): T {
  const gain = known(other) - known(one) || other.columns.length - one.columns.length;
  return gain > 0 ? other : one;
}

function known({ columns }: Pick<ImportColumns, 'columns'>): number {
  return columns.filter(({ field }) => field !== null).length;
}
