import { importColumns } from '@leadlog/contracts/import-columns';
import { RowReader } from '@leadlog/contracts/import-rows';
import { refusedRow } from './refused-row';

/** What becomes of a row whose cells are given under their headers. */
function refused(file: Record<string, string>) {
  const row = { line: 17, cells: Object.values(file) };
  const read = new RowReader(importColumns(Object.keys(file), []).columns).read(row);
  return refusedRow(row, 'errors' in read ? read.errors : []);
}

describe('a refused row', () => {
  it('tells all that is wrong with it, and no value of its own', () => {
    expect(refused({ Firma: '', Mitarbeiter: 'secret', Mail: 'secret' })).toMatchObject({
      line: 17,
      header: 'Firma',
      code: 'required',
      detail:
        'must not be empty; Mitarbeiter must be a whole number; ' +
        'Mail must be an e-mail address such as ada@acme.example',
    });
  });

  it('tells the same of one cell once', () => {
    expect(refused({ Firma: 'A', Mail: 'nobody; none' }).detail).toBe(
      'must be an e-mail address such as ada@acme.example',
    );
  });

  it('is kept as it was, but for what the export had put before a formula', () => {
    expect(refused({ Firma: '', Notizen: "'=1+1" }).cells).toEqual(['', '=1+1']);
  });

  it('is refused for something', () => {
    expect(() => refused({ Firma: 'Acme' })).toThrow('row 17 was refused without an error');
  });
});
