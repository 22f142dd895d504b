import { restored } from '@leadlog/contracts/csv-formula';
import type { FileRow } from '@leadlog/contracts/import-rows';
import fc from 'fast-check';
import { Readable } from 'node:stream';
import { csvRow } from '../../csv/csv-row';
import { fileRows, UnreadableFile } from './file-rows';
import { layoutOf, type FileLayout } from './file-layout';
import { FileScan } from './file-scan';
import { textParts } from './text-parts';

/** Windows-1252, as far as the texts here go beyond Latin-1. */
function to1252(text: string): Buffer {
  const beyond: Record<string, number> = {
    '€': 0x80,
    '„': 0x84,
    '…': 0x85,
    Œ: 0x8c,
    '’': 0x92,
    '“': 0x93,
    '”': 0x94,
    '–': 0x96,
  };
  return Buffer.from([...text].map((letter) => beyond[letter] ?? letter.charCodeAt(0)));
}

/** In pieces of a size, as a network or a spool may cut it. */
function* cut(file: Buffer, size: number): Generator<Buffer> {
  for (let start = 0; start < file.length; start += size) yield file.subarray(start, start + size);
}

function layout(file: Buffer, size = 7): FileLayout {
  const scan = new FileScan();
  for (const part of cut(file, size)) scan.add(part);
  return layoutOf(scan.finish(), []);
}

const all = (rows: AsyncIterable<FileRow>): Promise<FileRow[]> => Readable.from(rows).toArray();

async function read(
  file: Buffer | string,
  size = 7,
): Promise<{ layout: FileLayout; rows: FileRow[] }> {
  const bytes = Buffer.from(file);
  const found = layout(bytes, size);
  const chunks = (async function* () {
    yield* cut(bytes, size);
  })();
  const rows = await all(fileRows(textParts(chunks, found.encoding), found.delimiter));
  return { layout: found, rows };
}

const cellsOf = async (file: Buffer | string, size?: number) =>
  (await read(file, size)).rows.map(({ cells }) => cells);

describe('the rows of a file', () => {
  const rows = [
    ['Müller & Söhne; "GmbH"', 'a,b\tc', ''],
    ['Straße 1\nHinterhaus', '“€ 5”', '’'],
  ];
  const write = (delimiter: string) =>
    [['Firma', 'Straße', 'Œuvre'], ...rows].map((row) => csvRow(row, delimiter)).join('');

  for (const delimiter of [',', ';', '\t'])
    for (const [encoding, encode] of [
      ['UTF-8', (text: string) => Buffer.from(text)],
      ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
      ['Windows-1252', to1252],
    ] as const)
      it.each([1, 2, 3, 100_000])(
        `are read by ${JSON.stringify(delimiter)} in ${encoding}, cut every %i bytes`,
        async (size) => {
          const { layout, rows: found } = await read(encode(write(delimiter)), size);
          expect(layout).toMatchObject({
            delimiter,
            encoding: encoding === 'Windows-1252' ? 'windows-1252' : 'utf-8',
            hasMark: encoding.includes('mark'),
          });
          expect(layout.columns.map(({ header }) => header)).toEqual(['Firma', 'Straße', 'Œuvre']);
          expect(found.map(({ cells }) => cells)).toEqual(rows);
        },
      );

  it('are whatever was written, in any encoding and by any delimiter', async () => {
    const anyCell = fc.string({ unit: fc.constantFrom(...'ab\'";,\t\nü€=+-@ ') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constant('x'), anyCell, anyCell), { maxLength: 8 }),
        fc.constantFrom(',', ';', '\t'),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        async (written, delimiter, isUtf8, size) => {
          const text = [['name', 'b', 'c'], ...written]
            .map((row) => csvRow(row, delimiter))
            .join('');
          const cells = await cellsOf(isUtf8 ? Buffer.from(text) : to1252(text), size);
          expect(cells.map((row) => row.map(restored))).toEqual(written);
        },
      ),
    );
  });

  it.each([
    ['\n', 'name,b\nA,"x\ny"\n\n\nB,z\n"C\nD",q', [2, 6, 7]],
    ['\r\n', 'name,b\r\nA,"x\r\ny"\r\n\r\nB,z\r\n"C\r\n\r\nD",q\r\nE,r\r\n', [2, 5, 6, 9]],
    ['\r', 'name,b\rA,x\rB,y\r', [2, 3]],
    ['several', 'name,b\r\nA,x\nB,y\rC,z', [2, 3, 4]],
  ])(
    'are numbered by the line at which they begin, with line breaks %j',
    async (_, text, lines) => {
      for (const size of [1, 2, 5, 1000]) {
        const { rows } = await read(text, size);
        expect(rows.map(({ line }) => line)).toEqual(lines);
      }
    },
  );

  it.each([
    ['inside of a cell', 'name,b\nAcme "The Best" GmbH,x\n', [['Acme "The Best" GmbH', 'x']]],
    ['after a quoted part', 'name,b\n"Acme" GmbH,x\n', [['"Acme" GmbH', 'x']]],
    ['doubled', 'name,b\n"Acme ""A""",x\n', [['Acme "A"', 'x']]],
  ])('may have a quotation mark %s', async (_, text, expected) => {
    expect(await cellsOf(text)).toEqual(expected);
  });

  it('have as many cells as they have', async () => {
    expect(await cellsOf('name,b\nA\nB,x,y\n')).toEqual([['A'], ['B', 'x', 'y']]);
  });

  it('are none where there is a header alone', async () => {
    expect(await cellsOf('name,b')).toEqual([]);
    expect(await cellsOf('name,b\r\n\r\n')).toEqual([]);
  });

  it('cannot be read where a quotation mark is never closed, which is said by its line', async () => {
    const reading = read(`name,b\nA,"x\ny"\nB,"open\n${'C,z\n'.repeat(100)}`);
    await expect(reading).rejects.toThrow(UnreadableFile);
    await expect(reading).rejects.toThrow(
      'The row that begins at line 4 has a quotation mark that is never closed.',
    );
  });

  it('cannot be read where one is longer than any row is', async () => {
    await expect(read(`name,b\nA,"${'x'.repeat(300_000)}`, 65_536)).rejects.toThrow(
      'The row that begins at line 2 is longer than 256 KiB',
    );
  });

  it('break off where the file cannot be fetched', async () => {
    const failing = (async function* () {
      yield 'name\nA\n';
      throw new Error('no store');
    })();
    await expect(all(fileRows(failing, ','))).rejects.toThrow('no store');
  });
});

describe('the layout of a file', () => {
  const codes = (file: Buffer | string) => {
    try {
      layout(Buffer.from(file), 4096);
      return [];
    } catch (error) {
      return (error as { errors: { code: string }[] }).errors.map(({ code }) => code);
    }
  };

  it.each([
    ['nothing', '', ['empty_file']],
    ['line breaks alone', '\n\n', ['empty_file']],
    ['a byte order mark alone', '\uFEFF', ['empty_file']],
    ['no name', 'E-Mail,Branche\n', ['no_name_column']],
    ['two names', 'Firma,Company\n', ['duplicate_column']],
    ['a header that is not closed', 'name,"b\n1,2\n', ['unreadable']],
    ['UTF-16', Buffer.from('\uFEFFname\tb\r\n', 'utf16le'), ['encoding']],
    ['UTF-8 that is none', Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xfc]), ['encoding']],
    ['bytes of a spreadsheet', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0]), ['encoding']],
    ['a header without end', `name,${'x'.repeat(70_000)}`, ['header_too_long']],
  ])('is none of %s', (_, file, expected) => {
    expect(codes(file)).toEqual(expected);
  });

  it.each([
    ['Firma;"Ort, Land"', ';'],
    ['Ort;"Firma, kurz";Branche', ';'],
    ['Ort,"a;b;c;d"', ','],
    ['x;y,z', ','],
  ])('parts %s by %s', (header, delimiter) => {
    const [field] = ['Firma', 'Ort'].filter((name) => header.startsWith(name));
    const mapping = { header: field ?? 'x;y', field: 'name' } as const;
    const scan = new FileScan();
    scan.add(Buffer.from(header));
    expect(layoutOf(scan.finish(), [mapping]).delimiter).toBe(delimiter);
  });

  it('takes quotes and line breaks in headers, and the delimiter that is outside of them', () => {
    const { delimiter, columns } = layout(Buffer.from('"Firma, Ort";"Company"; E-Mail \n'));
    expect(delimiter).toBe(';');
    expect(columns).toEqual([
      { header: 'Firma, Ort', field: null },
      { header: 'Company', field: 'name' },
      { header: 'E-Mail', field: 'emails' },
    ]);
  });

  it('has one column where nothing parts the line', () => {
    expect(layout(Buffer.from('Firma\nAcme\n'))).toMatchObject({
      delimiter: ',',
      columns: [{ field: 'name' }],
    });
  });
});
