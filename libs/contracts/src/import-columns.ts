import type { FieldError } from './field-errors';
import { fieldOfHeader, IMPORT_FIELDS, type ImportField } from './import-fields';

/** What `map` says of a header: the field that it stands for, or that it is to be left out. */
export interface HeaderMapping {
  header: string;
  field: ImportField | typeof IGNORED;
}

export const IGNORED = 'ignore';

/** A column of a file, in its order; `field` null: it is left out. */
export interface ImportColumn {
  header: string;
  field: ImportField | null;
}

export interface ImportColumns {
  columns: ImportColumn[];
  /** What `map` names wrongly; by parameter. */
  mapErrors: FieldError[];
  /** What is wrong with the header line; by header, the root for the line as a whole. */
  headerErrors: FieldError[];
}

/** What the columns of a file stand for: as `map` says, else as their headers do by themselves. */
export function importColumns(
  headers: readonly string[],
  mappings: readonly HeaderMapping[],
): ImportColumns {
  const mapped = new Map(mappings.map(({ header, field }) => [header, field]));
  const columns = headers.map((header) => ({ header, field: fieldOf(header, mapped) }));
  return {
    columns,
    mapErrors: mappings.flatMap(({ header }) =>
      headers.includes(header) ? [] : [unknownHeader(header)],
    ),
    headerErrors: [...doubles(columns), ...missingName(columns)],
  };
}

function fieldOf(
  header: string,
  mapped: ReadonlyMap<string, HeaderMapping['field']>,
): ImportField | null {
  const field = mapped.get(header) ?? fieldOfHeader(header);
  return field === IGNORED ? null : field;
}

function unknownHeader(header: string): FieldError {
  const detail = `names the header "${header}", which the file does not have`;
  return { path: ['map'], code: 'unknown_header', detail, limits: { header } };
}

/** Two columns for one field: which of them is meant, only the sender knows. */
function doubles(columns: readonly ImportColumn[]): FieldError[] {
  return columns.flatMap(({ header, field }, index) => {
    const first = columns.findIndex((column) => column.field === field);
    if (field === null || first === index) return [];
    const other = columns[first]?.header ?? '';
    const detail = `stands for ${field}, as "${other}" does: leave one out with map=${header}:${IGNORED}`;
    return [{ path: [header], code: 'duplicate_column', detail, limits: { field, other } }];
  });
}

function missingName(columns: readonly ImportColumn[]): FieldError[] {
  if (columns.some(({ field }) => field === 'name')) return [];
  const detail = 'has no column for the name of the lead: name one with map=HEADER:name';
  return [{ path: [], code: 'no_name_column', detail, limits: {} }];
}

/** A `map` parameter as it is written: the last colon parts header and field. */
export function readMapping(text: string): HeaderMapping | null {
  const at = text.lastIndexOf(':');
  const [header, field] = [text.slice(0, at).trim().normalize('NFC'), text.slice(at + 1).trim()];
  if (at < 1 || header === '') return null;
  const isKnown = field === IGNORED || (IMPORT_FIELDS as readonly string[]).includes(field);
  return isKnown ? { header, field: field as HeaderMapping['field'] } : null;
}
