import type { ImportColumn } from '@leadlog/contracts/import-columns';
import type { ImportRefusedRowTable } from '@leadlog/database/tables';
import type { FileLayout } from '../../file/file-layout';
import { RefusedCsv } from './refused-csv';

const columns: ImportColumn[] = [
  { header: 'Firma', field: 'name' },
  { header: '=Notiz', field: null },
];
const layout: FileLayout = { encoding: 'utf-8', hasMark: false, delimiter: ',', columns };

const row = (cells: string[]): ImportRefusedRowTable => ({
  tenant_id: 'acme',
  import_id: 'i',
  line: 17,
  header: 'Firma',
  code: 'required',
  detail: 'must not be empty',
  cells: JSON.stringify(cells),
});
const write = (more: Partial<FileLayout>, cells: string[]) => {
  const csv = new RefusedCsv({ ...layout, ...more });
  return csv.header() + csv.row(row(cells));
};

describe('refused rows', () => {
  it('have the columns of their file, then where and why they were refused', () => {
    expect(write({}, ['', 'a,b'])).toBe(
      'Firma,\'=Notiz,line,column,reason\r\n,"a,b",17,Firma,must not be empty\r\n',
    );
  });

  it('are parted as their file is', () => {
    expect(write({ delimiter: ';' }, ['', 'a,b'])).toContain('\r\n;a,b;17;Firma;');
    expect(write({ delimiter: '\t' }, ['', 'a;b'])).toContain('\r\n\ta;b\t17\tFirma\t');
  });

  it.each([
    [{ encoding: 'utf-8', hasMark: false }, false],
    [{ encoding: 'utf-8', hasMark: true }, true],
    [{ encoding: 'windows-1252', hasMark: false }, true],
  ] as const)('say by a byte order mark that they are UTF-8 where %j: %s', (more, isMarked) => {
    expect(write(more, ['', '']).startsWith('\uFEFF')).toBe(isMarked);
  });

  it('keep a formula from being run, and an apostrophe before one', () => {
    expect(write({}, ['=1+1', "'=1+1"])).toContain("\r\n'=1+1,''=1+1,17,");
  });

  it('tell of their own refusal alone where they were refused before', () => {
    const added = ['line', 'column', 'reason'].map((header) => ({ header, field: null }));
    const again = { columns: [...columns, ...added] };
    expect(write(again, ['', 'x', '4', 'Firma', 'earlier'])).toBe(
      "Firma,'=Notiz,line,column,reason\r\n,x,17,Firma,must not be empty\r\n",
    );
  });

  it('keep a column of theirs that only has such a name', () => {
    const mapped = { columns: [...columns, { header: 'line', field: 'owner' as const }] };
    expect(write(mapped, ['', 'x', 'mara'])).toBe(
      "Firma,'=Notiz,line,line,column,reason\r\n,x,mara,17,Firma,must not be empty\r\n",
    );
  });

  it('keep cells that are too many in the last column, and go without those that are missing', () => {
    expect(write({}, ['A', 'b', 'c', 'd'])).toContain('\r\nA,"b,c,d",17,');
    expect(write({}, ['A'])).toContain('\r\nA,,17,');
  });
});
