import type { ImportRefusedRowTable } from '@leadlog/database/tables';
import { csvRow } from '../../../csv/csv-row';
import type { FileLayout } from '../../file/file-layout';

/** Columns that tell of a refusal. An import leaves them out, so that a mended file can be sent as it is. */
const ADDED = ['line', 'column', 'reason'];

/**
 * Refused rows as the file that they came in, and why each was refused: by its delimiter, and with a
 * byte order mark where spreadsheets need one to read what they wrote.
 */
export class RefusedCsv {
  /** Places of the file's own columns; those that an earlier refusal has added are not repeated. */
  private readonly places: number[];

  constructor(private readonly layout: FileLayout) {
    this.places = layout.columns.flatMap(({ header, field }, place) =>
      field === null && ADDED.includes(header) ? [] : [place],
    );
  }

  header(): string {
    const { columns, delimiter, encoding, hasMark } = this.layout;
    const mark = hasMark || encoding === 'windows-1252' ? '\uFEFF' : '';
    const headers = this.places.map((place) => columns[place]?.header);
    return mark + csvRow([...headers, ...ADDED], delimiter);
  }

  row({ line, header, detail, cells }: ImportRefusedRowTable): string {
    const { columns, delimiter } = this.layout;
    const own = withoutSurplus(JSON.parse(cells ?? '[]') as string[], columns.length, delimiter);
    const shown = this.places.map((place) => own[place]);
    return csvRow([...shown, line, header, detail], delimiter);
  }
}

/** A row that has too many cells, as one whose quotes are missing, keeps them in its last column. */
function withoutSurplus(cells: string[], count: number, delimiter: string): string[] {
  if (cells.length <= count) return cells;
  return [...cells.slice(0, count - 1), cells.slice(count - 1).join(delimiter)];
}
