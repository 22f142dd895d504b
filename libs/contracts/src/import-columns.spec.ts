import { importColumns, readMapping, type HeaderMapping } from './import-columns';
import { fieldOfHeader, IMPORT_FIELDS, RECOGNISED_HEADERS, spelling } from './import-fields';
import { industryOfWord, statusOfWord } from './import-words';

describe('a header', () => {
  it.each([
    ['name', 'name'],
    ['Firma', 'name'],
    ['COMPANY_NAME', 'name'],
    ['Branche', 'industry'],
    ['Mitarbeiter', 'employee_count'],
    ['Beschaeftigte', 'employee_count'],
    ['E-Mail', 'emails'],
    ['email', 'emails'],
    ['e_mail address', 'emails'],
    ['contact_first_name', 'contact_first_name'],
    ['Vorname', 'contact_first_name'],
    ['Ansprechpartner', 'contact_name'],
    ['LETZTE AKTIVITÄT', 'last_activity_at'],
    ['id', null],
    ['priority', null],
    ['created_at', null],
    ['line', null],
    ['', null],
    ['constructor', null],
  ])('%s stands for %s', (header, field) => {
    expect(fieldOfHeader(header)).toBe(field);
  });

  it('stands for one field only', () => {
    const spellings = IMPORT_FIELDS.flatMap((field) =>
      [field, ...RECOGNISED_HEADERS[field]].map((header) => ({ header, field })),
    );
    for (const { header, field } of spellings)
      expect([header, fieldOfHeader(header)]).toEqual([header, field]);
    expect(spellings.every(({ header }) => spelling(header) !== '')).toBe(true);
  });
});

describe('a word for', () => {
  it.each([
    ['qualified', 'qualified'],
    ['Qualifiziert', 'qualified'],
    ['NEU', 'new'],
    ['verloren', 'lost'],
    ['won', null],
  ])('a status: %s is %s', (word, status) => {
    expect(statusOfWord(word)).toBe(status);
  });

  it.each([
    ['real_estate', 'real_estate'],
    ['Real Estate', 'real_estate'],
    ['Öffentlicher Sektor', 'public'],
    ['oeffentliche Verwaltung', 'public'],
    ['Industrie', 'manufacturing'],
    ['Gesundheit', 'healthcare'],
    ['basketry', null],
  ])('an industry: %s is %s', (word, industry) => {
    expect(industryOfWord(word)).toBe(industry);
  });
});

describe('the columns of a file', () => {
  const read = (headers: string[], ...mappings: HeaderMapping[]) => {
    const { columns, mapErrors, headerErrors } = importColumns(headers, mappings);
    const codes = [...mapErrors, ...headerErrors].map(({ path, code }) => [path.join('/'), code]);
    return { fields: columns.map(({ field }) => field), codes };
  };

  it('stand for what their headers name, and for nothing where they name nothing', () => {
    expect(read(['Firma', 'Notizen', 'E-Mail', ''])).toEqual({
      fields: ['name', null, 'emails', null],
      codes: [],
    });
  });

  it('stand for what the mapping says, before what they name by themselves', () => {
    const mappings = [readMapping('Name:contact_name'), readMapping('Kd: Nr:owner')];
    expect(read(['Firma', 'Name', 'Kd: Nr'], ...mappings.map((mapping) => mapping!))).toEqual({
      fields: ['name', 'contact_name', 'owner'],
      codes: [],
    });
  });

  it('are refused without a name', () => {
    expect(read(['Branche', 'E-Mail']).codes).toEqual([['', 'no_name_column']]);
    expect(read(['Firma'], { header: 'Firma', field: 'ignore' }).codes).toEqual([
      ['', 'no_name_column'],
    ]);
  });

  it('are refused where two stand for one field, until one is left out', () => {
    const headers = ['Firma', 'Telefon', 'Handy', 'Company'];
    expect(read(headers).codes).toEqual([
      ['Handy', 'duplicate_column'],
      ['Company', 'duplicate_column'],
    ]);
    const left = ['Handy', 'Company'].map((header) => ({ header, field: 'ignore' as const }));
    expect(read(headers, ...left).codes).toEqual([]);
  });

  it('are refused where the mapping names a header that is not there', () => {
    expect(read(['Firma'], { header: 'firma', field: 'owner' }).codes).toEqual([
      ['map', 'unknown_header'],
    ]);
  });
});

describe('a mapping', () => {
  it.each(['', ':name', ' :name', 'Firma', 'Firma:', 'Firma:title', 'Firma:Name'])(
    'is not %j',
    (text) => {
      expect(readMapping(text)).toBeNull();
    },
  );
});
