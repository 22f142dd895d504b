import { MAX_IMPORT_BYTES } from '@leadlog/contracts/import';
import { aFile, bytesOf } from '../../testing/imports';
import { type ImportFile, PREVIEWED_ROWS, readImportFile } from './import-file';

/** A file that can be sent, as it is shown. */
async function shown(content: string | Uint8Array<ArrayBuffer>): Promise<ImportFile> {
  const read = await readImportFile(aFile(content));
  if (typeof read === 'string') throw new Error(read);
  return read;
}

describe('a file to import', () => {
  it.each([
    ['commas', 'name,emails\nAcme,a@x.example\n'],
    ['semicolons and a byte order mark', '\uFEFFname;emails\r\nAcme;a@x.example\r\n'],
    ['tabs', 'name\temails\rAcme\ta@x.example'],
    ['quotes', '"name","emails"\n"Acme","a@x.example"\n'],
  ])('is read with %s', async (_, content) => {
    const { headers, rows } = await shown(content);
    expect(headers).toEqual(['name', 'emails']);
    expect(rows).toEqual([{ line: 2, cells: ['Acme', 'a@x.example'] }]);
  });

  it('is read in the encoding of German spreadsheets', async () => {
    expect((await shown(bytesOf('Firma\nM\u00fcller\n'))).rows[0]?.cells).toEqual(['Müller']);
  });

  it('shows its first rows with their lines, those of cells with line breaks included', async () => {
    const { rows } = await shown(`Firma;Notiz\nAcme;"a\nb"\n${'Beta;c\n'.repeat(50)}`);
    expect(rows.map(({ line }) => line).slice(0, 3)).toEqual([2, 4, 5]);
    expect(rows).toHaveLength(PREVIEWED_ROWS);
  });

  it('shows no row of which only the beginning is known', async () => {
    const { rows } = await shown(`Firma\nAcme\n${'x'.repeat(70_000)}\n`);
    expect(rows).toEqual([{ line: 2, cells: ['Acme'] }]);
  });

  it('shows what stands before a quotation mark that is never closed', async () => {
    expect((await shown('Firma\nAcme\n"Beta\n')).rows).toHaveLength(1);
  });

  it.each([
    ['it is empty', '', 'empty_file'],
    ['it has empty lines alone', '\n\n', 'empty_file'],
    ['it is one of a spreadsheet', 'PK\u0003\u0004rest', 'spreadsheet'],
    ['it is a PDF', '%PDF-1.7', 'spreadsheet'],
    ['it is no text', 'a\u0000b', 'encoding'],
    ['its header is never closed', '"Firma\nAcme', 'unreadable'],
    ['its header is endless', 'x'.repeat(70_000), 'header_too_long'],
  ])('is not sent where %s', async (_, content, fault) => {
    expect(await readImportFile(aFile(content))).toBe(fault);
  });

  it('is not sent where it is too large, and not even read', async () => {
    const file = Object.defineProperty(aFile(''), 'size', { value: MAX_IMPORT_BYTES + 1 });
    expect(await readImportFile(file)).toBe('too_large');
  });
});
