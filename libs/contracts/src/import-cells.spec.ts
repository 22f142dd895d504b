import {
  emails,
  hostName,
  industry,
  moment,
  personName,
  status,
  wholeNumber,
} from './import-cells';

describe('a cell', () => {
  it.each([
    ['120', 120],
    ['1200', 1200],
    ['1.200', 1200],
    ['1,200', 1200],
    ["1'200", 1200],
    ['1 200', 1200],
    ['1\u00a0200', 1200],
    ['1.200.000', 1_200_000],
    ['1.200,000', '1.200,000'],
    ['1.5', '1.5'],
    ['12.00', '12.00'],
    ['10-50', '10-50'],
    ['-5', '-5'],
    ['1e3', '1e3'],
  ])('of a number: %s is %j', (text, value) => {
    expect(wholeNumber(text)).toBe(value);
  });

  it.each([
    ['2026-11-20', '2026-11-20T00:00:00Z'],
    ['20.11.2026', '2026-11-20T00:00:00Z'],
    ['1.2.2026', '2026-02-01T00:00:00Z'],
    ['31.02.2026', '2026-02-31T00:00:00Z'],
    ['2026-11-20T09:00:00+01:00', '2026-11-20T09:00:00+01:00'],
    ['11/20/2026', '11/20/2026'],
    ['yesterday', 'yesterday'],
  ])('of a moment: %s is %s', (text, value) => {
    expect(moment(text)).toBe(value);
  });

  it.each([
    ['acme.example', 'acme.example'],
    ['www.acme.example', 'www.acme.example'],
    ['https://www.Acme.example/about?x#y', 'Acme.example'],
    ['http://acme.example:8080', 'acme.example'],
    ['acme.example/about', 'acme.example/about'],
  ])('of a host name: %s is %s', (text, value) => {
    expect(hostName(text)).toBe(value);
  });

  it('of a word is the word of the domain, or stays as it is', () => {
    expect([status('Qualifiziert'), status('won')]).toEqual(['qualified', 'won']);
    expect([industry('Technologie'), industry('basketry')]).toEqual(['tech', 'basketry']);
  });

  it.each([
    ['a@x.example', ['a@x.example']],
    ['a@x.example;b@x.example', ['a@x.example', 'b@x.example']],
    [
      ' a@x.example, b@x.example ; c@x.example\nd@x.example;',
      ['a', 'b', 'c', 'd'].map((name) => `${name}@x.example`),
    ],
  ])('of e-mails: %j', (text, values) => {
    expect(emails(text)).toEqual(
      values.map((value, index) => ({ value, is_primary: index === 0 })),
    );
  });

  it.each([
    ['Ada Lovelace', 'Ada', 'Lovelace'],
    ['Lovelace, Ada', 'Ada', 'Lovelace'],
    ['Ada King  Lovelace', 'Ada King', 'Lovelace'],
    ['Lovelace', '', 'Lovelace'],
    ['Lovelace, Ada, Countess', 'Lovelace, Ada,', 'Countess'],
  ])('of a person: %s', (text, first, last) => {
    expect(personName(text)).toEqual({ first, last });
  });
});
