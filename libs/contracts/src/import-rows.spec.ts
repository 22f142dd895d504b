import { importColumns } from './import-columns';
import { type ReadRow, RowReader } from './import-rows';

const nothing = {
  domain: null,
  status: 'new',
  employee_count: null,
  industry: null,
  last_activity_at: null,
  owner: null,
  primary_contact: null,
};

/** A file of one row, whose cells are given under their headers. */
function read(file: Record<string, string>): ReadRow {
  const reader = new RowReader(importColumns(Object.keys(file), []).columns);
  return reader.read({ line: 2, cells: Object.values(file) });
}

function errors(file: Record<string, string>) {
  const row = read(file);
  return 'errors' in row
    ? row.errors.map(({ place, header, code, detail }) => [place, header, code, detail])
    : [];
}

describe('a row', () => {
  it('is a lead as its cells describe it', () => {
    expect(
      read({
        Firma: ' Müller & Söhne ',
        Webseite: 'https://www.mueller.example/',
        Status: 'Qualifiziert',
        Mitarbeiter: '1.200',
        Branche: 'Technologie',
        Zuständig: 'mara',
        'Letzte Aktivität': '20.11.2026',
        Vorname: 'Ada',
        Nachname: 'Lovelace',
        Telefon: "'+49 30 1234567",
        'E-Mail': 'ada@mueller.example; Office@mueller.example',
        Notizen: 'whatever\nit is',
      }),
    ).toEqual({
      lead: {
        name: 'Müller & Söhne',
        domain: 'mueller.example',
        status: 'qualified',
        employee_count: 1200,
        industry: 'tech',
        owner: 'mara',
        last_activity_at: '2026-11-20T00:00:00.000Z',
        primary_contact: {
          first_name: 'Ada',
          last_name: 'Lovelace',
          phone: '+49 30 1234567',
          emails: [
            { value: 'ada@mueller.example', is_primary: true },
            { value: 'Office@mueller.example', is_primary: false },
          ],
        },
      },
    });
  });

  it('says nothing by an empty cell', () => {
    const empty = { Status: '', Mitarbeiter: ' ', Vorname: '', 'E-Mail': ' ; ', Telefon: '' };
    expect(read({ Firma: 'Acme', ...empty, 'E-Mail': '' })).toEqual({
      lead: { name: 'Acme', ...nothing },
    });
  });

  it('has a contact by any part of one', () => {
    const person = { first_name: null, last_name: null, phone: null, emails: [] };
    expect(read({ Firma: 'Acme', Ansprechpartner: 'Ada Lovelace' })).toMatchObject({
      lead: { primary_contact: { ...person, first_name: 'Ada', last_name: 'Lovelace' } },
    });
    expect(read({ Firma: 'Acme', Ansprechpartner: 'Lovelace' })).toMatchObject({
      lead: { primary_contact: { ...person, last_name: 'Lovelace' } },
    });
    const both = { Ansprechpartner: 'Ada Lovelace', Nachname: 'King' };
    expect(read({ Firma: 'Acme', ...both })).toMatchObject({
      lead: { primary_contact: { ...person, last_name: 'King' } },
    });
  });

  it.each([
    [{ Firma: ' ' }, 'Firma', 'required', 'must not be empty'],
    [{ Firma: 'x'.repeat(201) }, 'Firma', 'too_long', 'must have at most 200 characters'],
    [{ Firma: 'A', Mitarbeiter: '0' }, 'Mitarbeiter', 'too_small', 'must be at least 1'],
    [{ Firma: 'A', Mitarbeiter: 'viele' }, 'Mitarbeiter', 'wrong_type', 'must be a whole number'],
    [{ Firma: 'A', Status: 'won' }, 'Status', 'not_allowed', 'must be one of new, qualified, lost'],
    [{ Firma: 'A', Domain: 'not a host' }, 'Domain', 'host_name', expect.any(String)],
    [{ Firma: 'A', Telefon: 'call me' }, 'Telefon', 'phone', expect.any(String)],
    [
      { Firma: 'A', 'Letzter Kontakt': '31.02.2026' },
      'Letzter Kontakt',
      'time',
      'must be a day or time such as 2026-11-20, 20.11.2026 or 2026-11-20T09:00:00Z',
    ],
    [
      { Firma: 'A', Mail: 'a@x.example;A@x.example' },
      'Mail',
      'duplicate_email',
      expect.any(String),
    ],
    [
      { Firma: 'A', Mail: 'nobody; none' },
      'Mail',
      'email',
      'must be an e-mail address such as ada@acme.example',
    ],
    [{ Firma: 'A', Kontakt: `Ada ${'x'.repeat(101)}` }, 'Kontakt', 'too_long', expect.any(String)],
  ])('is refused at its column: %j', (file, header, code, detail) => {
    const place = Object.keys(file).indexOf(header);
    expect(errors(file as Record<string, string>)[0]).toEqual([place, header, code, detail]);
  });

  it('is refused with all that is wrong with it, from left to right', () => {
    expect(errors({ Mitarbeiter: 'viele', Mail: 'nobody', Firma: '' })).toEqual([
      [0, 'Mitarbeiter', 'wrong_type', 'must be a whole number'],
      [1, 'Mail', 'email', 'must be an e-mail address such as ada@acme.example'],
      [2, 'Firma', 'required', 'must not be empty'],
    ]);
  });

  it('is refused with the limits of a rule', () => {
    expect(read({ Firma: 'x'.repeat(201) })).toMatchObject({ errors: [{ limits: { max: 200 } }] });
  });

  const reader = new RowReader(importColumns(['Firma', 'Notizen'], []).columns);

  it.each([[['A']], [['A', 'b', 'c']], [['A', 'b', '', 'd']]])(
    'is refused where it has not as many cells as the header: %j',
    (cells) => {
      expect(reader.read({ line: 3, cells })).toEqual({
        errors: [
          {
            place: -1,
            header: null,
            code: 'cell_count',
            detail: `has ${cells.length} cells, but the header has 2`,
            limits: { found: cells.length, expected: 2 },
          },
        ],
      });
    },
  );

  it('may end in delimiters', () => {
    expect(reader.read({ line: 3, cells: ['A', 'b', '', ''] })).toMatchObject({
      lead: { name: 'A' },
    });
  });
});
