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
});
