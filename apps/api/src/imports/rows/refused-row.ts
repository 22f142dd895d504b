import { restored } from '@leadlog/contracts/csv-formula';
import type { CellError, FileRow } from '@leadlog/contracts/import-rows';

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

/** Refuses a row for at least one error; all of them can then be mended at once. */
export function refusedRow({ line, cells }: FileRow, errors: readonly CellError[]): RefusedRow {
  const [first] = errors;
  if (first === undefined) throw new Error(`row ${line} was refused without an error`);
  const { header, code } = first;
  const sentences = errors.map((error) =>
    error.header === header ? error.detail : `${error.header} ${error.detail}`,
  );
  const detail = [...new Set(sentences)].join('; ');
  return { line, header, code, detail, cells: cells.map(restored) };
}
