import { fold } from './folding';

describe('folding', () => {
  it.each([
    ['MÜLLER', 'müller'],
    ['École', 'école'],
    ['ПРИВЕТ', 'привет'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['οδος', 'οδοσ'],
    ['株式会社', '株式会社'],
  ])('%s is %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('keeps ß and ss apart', () => {
    expect(fold('Straße')).not.toBe(fold('STRASSE'));
  });
});
