import { restored } from '@leadlog/contracts/csv-formula';
import { MAX_IMPORT_BYTES } from '@leadlog/contracts/import';
import { importColumns } from '@leadlog/contracts/import-columns';
import {
  type Delimiter,
  DELIMITERS,
  HEAD_BYTES,
  moreTelling,
  PARSING,
} from '@leadlog/contracts/import-dialect';
import { type FileRow, fileRow } from '@leadlog/contracts/import-rows';
import { CsvError, parse } from 'csv-parse/browser/esm/sync';

/** Rows of a file that are shown before it is sent. */
export const PREVIEWED_ROWS = 10;

/** Why a file is not even sent; below `import.file` in the translations. */
export type FileFault =
  'too_large' | 'spreadsheet' | 'empty_file' | 'encoding' | 'unreadable' | 'header_too_long';

/** The beginning of a file that can be sent. */
export interface ImportFile {
  file: File;
  headers: readonly string[];
  /** The first ones below the header. */
  rows: readonly FileRow[];
}

interface Head {
  text: string;
  /** It is all of the file. */
  isWhole: boolean;
}

/** What spreadsheets and the like begin with: ZIP (xlsx, ods), OLE (xls), PDF. */
const OTHER_TYPES = ['PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0', '%PDF'];

/**
 * Reads the beginning of a file by the rules and with the parser that the service reads all of it
 * with, so that what is shown is what will be imported. Nothing leaves the browser.
 */
export async function readImportFile(file: File): Promise<ImportFile | FileFault> {
  if (file.size > MAX_IMPORT_BYTES) return 'too_large';
  const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  if (OTHER_TYPES.some((type) => start.startsWith(type))) return 'spreadsheet';
  if (bytes.includes(0) || /^(\u00ff\u00fe|\u00fe\u00ff)/.test(start)) return 'encoding';
  const isWhole = file.size <= HEAD_BYTES;
  const text = decode(bytes, isWhole).replace(/\r\n?/g, '\n');
  return readHead(file, { text, isWhole });
}

/** Bytes that are no UTF-8 are Windows-1252, which spreadsheets in Western Europe still write. */
function decode(bytes: Uint8Array, isWhole: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function readHead(file: File, head: Head): ImportFile | FileFault {
  const readings = DELIMITERS.map((delimiter) => readBy(delimiter, head));
  const { rows, isBroken, columns } = readings.reduce(moreTelling);
  if (rows.length === 0) return head.isWhole && !isBroken ? 'empty_file' : noHeader(head);
  const headers = columns.map(({ header }) => header);
  return { file, headers, rows: rows.slice(1) };
}

const noHeader = ({ isWhole }: Head): FileFault => (isWhole ? 'unreadable' : 'header_too_long');

/** The header and first rows as a delimiter parts them. */
function readBy(delimiter: Delimiter, { text, isWhole }: Head) {
  const rows: FileRow[] = [];
  const isBroken = !tryParse(text, delimiter, rows);
  // Where the beginning ends, a row may be cut off.
  if (!isWhole && !isBroken && rows.length <= PREVIEWED_ROWS) rows.pop();
  const headers = (rows[0]?.cells ?? []).map((cell) => restored(cell.trim()).normalize('NFC'));
  return { rows, isBroken, columns: importColumns(headers, []).columns };
}

/** False where a quotation mark is never closed; the rows before it are found all the same. */
function tryParse(text: string, delimiter: Delimiter, rows: FileRow[]): boolean {
  try {
    parse(text, {
      ...PARSING,
      delimiter,
      to: 1 + PREVIEWED_ROWS,
      on_record: (cells: string[], { lines }) => {
        rows.push(fileRow(cells, lines));
        return null;
      },
    });
    return true;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return false;
  }
}
