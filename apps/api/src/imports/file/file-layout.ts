import { restored } from '@leadlog/contracts/csv-formula';
import type { FieldError } from '@leadlog/contracts/field-errors';
import {
  importColumns,
  type HeaderMapping,
  type ImportColumn,
} from '@leadlog/contracts/import-columns';
import {
  type Delimiter,
  DELIMITERS,
  MARK,
  moreTelling,
  PARSING,
} from '@leadlog/contracts/import-dialect';
import { CsvError, parse, type InfoRecord, type Options } from 'csv-parse/sync';
import { validationProblem, type ProblemDetails } from '../../http/problem-details';
import type { Encoding, ScannedFile } from './file-scan';

/** How a file is read: found out from its bytes and header line, and kept with the import. */
export interface FileLayout {
  encoding: Encoding;
  /** It begins with a byte order mark, as spreadsheets write it. */
  hasMark: boolean;
  delimiter: Delimiter;
  columns: ImportColumn[];
}

/**
 * Finds out how a file is to be read.
 * @throws ProblemDetails validation
 */
export function layoutOf(file: ScannedFile, mappings: readonly HeaderMapping[]): FileLayout {
  const text = headText(file);
  const isWhole = file.bytes === file.head.length;
  const readings = DELIMITERS.map((delimiter) => ({
    delimiter,
    ...importColumns(headersOf(text, delimiter, isWhole), mappings),
  }));
  const { delimiter, columns, mapErrors, headerErrors } = readings.reduce(moreTelling);
  if (mapErrors.length > 0) throw validationProblem('query', mapErrors);
  if (headerErrors.length > 0) throw validationProblem('body', headerErrors);
  return { encoding: file.encoding, hasMark: hasMark(file), delimiter, columns };
}

const hasMark = ({ head }: ScannedFile) => head.toString('utf8', 0, 3) === MARK;

function headText(file: ScannedFile): string {
  const { bytes, head, encoding } = file;
  if (bytes === 0) throw unusable('empty_file', 'has no header line');
  if (head.includes(0) || /^(\xff\xfe|\xfe\xff)/.test(head.toString('latin1', 0, 2)))
    throw unusable('encoding', 'must be text in UTF-8 or Windows-1252');
  if (hasMark(file) && encoding !== 'utf-8')
    throw unusable('encoding', 'begins as UTF-8, but is not UTF-8 throughout');
  // The last character may be cut in two; it is none of the header's, or the header is too long.
  return new TextDecoder(encoding).decode(head).replace(/\r\n?/g, '\n');
}

function headersOf(text: string, delimiter: Delimiter, isWhole: boolean): string[] {
  const first = firstRecord(text, delimiter);
  if (first === undefined) throw unusable('empty_file', 'has no header line');
  const isCut = !isWhole && first.info.bytes >= Buffer.byteLength(text);
  if (isCut) throw unusable('header_too_long', 'has a header line of over 64 KiB');
  return first.record.map((cell) => restored(cell.trim()).normalize('NFC'));
}

interface InformedRecord {
  record: string[];
  info: InfoRecord;
}

function firstRecord(text: string, delimiter: Delimiter): InformedRecord | undefined {
  const options: Options = { ...PARSING, delimiter, to: 1, info: true };
  try {
    // With `info` a record is more than its cells, of which the types of the library know nothing.
    const [first] = parse(text, options) as unknown as InformedRecord[];
    return first;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unusable('unreadable', 'has a quotation mark in its header line that is never closed');
  }
}

function unusable(code: string, detail: string): ProblemDetails {
  const error: FieldError = { path: [], code, detail, limits: {} };
  return validationProblem('body', [error]);
}
