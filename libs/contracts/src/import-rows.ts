import { restored } from './csv-formula';
import { fieldErrors, type FieldError } from './field-errors';
import {
  emails,
  hostName,
  industry,
  moment,
  personName,
  status,
  wholeNumber,
} from './import-cells';
import type { ImportColumn } from './import-columns';
import type { ImportField } from './import-fields';
import { LeadCreate } from './lead';

/** A row of a file, as it stands there. */
export interface FileRow {
  /** Where it begins; the header is line 1. A row has several lines where a quoted cell has. */
  line: number;
  cells: string[];
}

/** A row of so many cells that ends at a line. */
export function fileRow(cells: string[], lastLine: number): FileRow {
  const lineBreaks = cells.reduce((count, cell) => count + cell.split('\n').length - 1, 0);
  return { line: lastLine - lineBreaks, cells };
}

/** What is wrong with a cell, or with its row as a whole. */
export interface CellError extends Pick<FieldError, 'code' | 'detail' | 'limits'> {
  /** Place of the column among those of the file; -1: the row as a whole. */
  place: number;
  /** The file's header of the column; null: the row as a whole. */
  header: string | null;
}

/** A row of a file as the lead that it describes, or why it describes none; at least one error. */
export type ReadRow = { lead: LeadCreate } | { errors: CellError[] };

/** Reads rows of a file as leads, by the rules that hold for every new lead. */
export class RowReader {
  private readonly places: ReadonlyMap<ImportField, number>;

  constructor(private readonly columns: readonly ImportColumn[]) {
    this.places = new Map(
      columns.flatMap(({ field }, place) => (field === null ? [] : [[field, place] as const])),
    );
  }

  read(row: FileRow): ReadRow {
    const cells = row.cells.map(restored);
    const { length } = this.columns;
    // A line that ends in delimiters has more cells, of which nothing is lost.
    const isWhole = cells.length >= length && cells.slice(length).every((cell) => cell === '');
    if (!isWhole) return { errors: this.place([cellCount(cells.length, length)]) };
    const result = LeadCreate.safeParse(this.describe(cells), { reportInput: true });
    if (result.success) return { lead: result.data };
    return { errors: this.place(fieldErrors(result.error.issues)) };
  }

  /** Errors that name parts of a new lead by their paths, at the columns that these come from. */
  place(errors: readonly FieldError[]): CellError[] {
    const placed = errors.map(({ path, code, detail, limits }) => {
      const place = this.placeOf(fieldOf(path));
      const header = this.columns[place]?.header ?? null;
      return { place, header, code, detail: WORDS_OF_A_FILE[code] ?? detail, limits };
    });
    // From left to right, as the row is read.
    return placed.toSorted((one, other) => one.place - other.place);
  }

  /** What the cells say of a lead, for the schema to judge. */
  private describe(cells: readonly string[]): Record<string, unknown> {
    const text = (field: ImportField) => cells[this.places.get(field) ?? -1]?.trim() || undefined;
    const read = <T>(field: ImportField, as: (cell: string) => T) => {
      const cell = text(field);
      return cell === undefined ? undefined : as(cell);
    };
    const name = read('contact_name', personName);
    const contact = {
      first_name: text('contact_first_name'),
      last_name: text('contact_last_name'),
      phone: text('contact_phone'),
      emails: read('emails', emails),
    };
    const isNamed = contact.first_name !== undefined || contact.last_name !== undefined;
    if (name && !isNamed) {
      contact.first_name = name.first || undefined;
      contact.last_name = name.last;
    }
    return {
      name: text('name') ?? '',
      domain: read('domain', hostName),
      status: read('status', status),
      employee_count: read('employee_count', wholeNumber),
      industry: read('industry', industry),
      owner: text('owner'),
      last_activity_at: read('last_activity_at', moment),
      primary_contact: Object.values(contact).some((part) => part !== undefined)
        ? contact
        : undefined,
    };
  }

  /** The column of a field, -1 for none. A person's names may come from that of the whole name. */
  private placeOf(field: ImportField | undefined): number {
    if (field === undefined) return -1;
    const isName = field === 'contact_first_name' || field === 'contact_last_name';
    return this.places.get(field) ?? (isName ? this.places.get('contact_name') : undefined) ?? -1;
  }
}

/** Rules that mean more, or something else, of a cell than of a member of a JSON body. */
const WORDS_OF_A_FILE: Record<string, string> = {
  time: 'must be a day or time such as 2026-11-20, 20.11.2026 or 2026-11-20T09:00:00Z',
  wrong_type: 'must be a whole number',
};

function cellCount(found: number, expected: number): FieldError {
  const detail = `has ${found} cells, but the header has ${expected}`;
  return { path: [], code: 'cell_count', detail, limits: { found, expected } };
}

const CONTACT_FIELDS: Record<string, ImportField> = {
  first_name: 'contact_first_name',
  last_name: 'contact_last_name',
  phone: 'contact_phone',
  emails: 'emails',
};

/** Which field of a file a part of a new lead comes from. */
function fieldOf([first, second]: FieldError['path']): ImportField | undefined {
  return first === 'primary_contact' ? CONTACT_FIELDS[String(second)] : (first as ImportField);
}
