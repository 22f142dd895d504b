import { restored } from '@leadlog/contracts/csv-formula';
import fc from 'fast-check';
import { csvRow } from './csv-row';

describe('a row of CSV', () => {
  it.each([
    ['texts and numbers as they are', ['a', 1, 'ü x'], 'a,1,ü x'],
    ['nothing for null', ['a', null, undefined], 'a,,'],
    [
      'quotes around a comma, a quote and a line break',
      ['a,b', 'a"b', 'a\nb'],
      '"a,b","a""b","a\nb"',
    ],
    ['JSON for what is more than a value', [{ id: 9 }, true], '"{""id"":9}",true'],
    ['no formula', ['=1+1', '+1', '-1', '@a', "'a", -1], "'=1+1,'+1,'-1,'@a,'a,-1"],
    ['a formula that needs quotes', ['=HYPERLINK("x","y")'], '"\'=HYPERLINK(""x"",""y"")"'],
  ])('has %s', (_, values, line) => {
    expect(csvRow(values)).toBe(`${line}\r\n`);
  });

  it('is parted by another character as well', () => {
    expect(csvRow(['a;b', 'a,b', '=1'], ';')).toBe(`"a;b";a,b;'=1\r\n`);
  });
});

describe('a neutralised cell', () => {
  const anyFormula = fc
    .tuple(fc.stringMatching(/^'{0,3}[=+\-@]?$/), fc.string({ unit: fc.constantFrom(..."'=a ") }))
    .map((parts) => parts.join(''));

  it('is restored to what it was, apostrophes of its own included', () => {
    fc.assert(
      fc.property(anyFormula, (text) => {
        const written = csvRow([text]).slice(0, -2);
        expect(written).not.toMatch(/^[=+\-@]/);
        expect(restored(written)).toBe(text);
      }),
    );
  });
});
