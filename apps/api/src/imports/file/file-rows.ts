import { type Delimiter, PARSING } from '@leadlog/contracts/import-dialect';
import { type FileRow, fileRow } from '@leadlog/contracts/import-rows';
import { CsvError, parse } from 'csv-parse';
import { pipeline, Readable } from 'node:stream';

/** The file breaks off, or is no CSV from some line on; the message says so to its sender. */
export class UnreadableFile extends Error {
  constructor(
    message: string,
    /** Where the row begins from which on it is none. */
    readonly line: number,
  ) {
    super(message);
  }
}

/** Characters of the longest row. */
const LONGEST_ROW = 256 * 1024;

/**
 * The rows below the header, one by one, as `parts` of the text are read.
 * @throws UnreadableFile
 */
export async function* fileRows(
  parts: AsyncIterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<FileRow> {
  let lastLine = 0;
  const parser = parse({
    ...PARSING,
    delimiter,
    max_record_size: LONGEST_ROW,
    on_record: (cells: string[], { lines }) => {
      lastLine = lines;
      // The types of the library know of no other rows than lists of cells.
      return fileRow(cells, lines) as never;
    },
  });
  // What goes wrong on either side is told to whoever reads the parser.
  pipeline(Readable.from(parts), parser, () => undefined);
  try {
    let isHeader = true;
    for await (const row of parser as AsyncIterable<FileRow>) {
      if (!isHeader) yield row;
      isHeader = false;
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error, lastLine + 1) : error;
  }
}

function unreadable({ code }: CsvError, line: number): UnreadableFile {
  const what =
    code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'has a quotation mark that is never closed'
      : `is longer than ${LONGEST_ROW / 1024} KiB; a quotation mark may not be closed there`;
  return new UnreadableFile(`The row that begins at line ${line} ${what}.`, line);
}
