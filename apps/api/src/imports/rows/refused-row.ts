/** A row that makes no lead. `header` is null where it is the row as a whole that is wrong. */
export interface RefusedRow {
  line: number;
  header: string | null;
  code: string;
  /** What is wrong: of the first header by itself, of further ones with their names. Never a value. */
  detail: string;
  /** The row as it was. */
  cells: string[];
}

export type RowError = Pick<RefusedRow, 'header' | 'code' | 'detail'>;

/** Refuses a row for at least one error; all of them can then be mended at once. */
export function refusedRow(
  row: Pick<RefusedRow, 'line' | 'cells'>,
  errors: readonly RowError[],
): RefusedRow {
  const [first] = errors;
  if (first === undefined) throw new Error(`row ${row.line} was refused without an error`);
  const sentences = errors.map(({ header, detail }) =>
    header === first.header ? detail : `${header} ${detail}`,
  );
  return { ...row, ...first, detail: [...new Set(sentences)].join('; ') };
}
