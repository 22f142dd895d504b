/** What a column of an imported file can say of a lead. */
export const IMPORT_FIELDS = [
  'name',
  'domain',
  'status',
  'employee_count',
  'industry',
  'owner',
  'last_activity_at',
  'contact_first_name',
  'contact_last_name',
  'contact_name',
  'contact_phone',
  'emails',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Headers that are recognised by themselves, in whatever case and punctuation, beside the field's own name. */
export const RECOGNISED_HEADERS: Record<ImportField, readonly string[]> = {
  name: [
    'Company',
    'Company name',
    'Account',
    'Account name',
    'Organisation',
    'Organization',
    'Organization name',
    'Lead',
    'Lead name',
    'Firma',
    'Firmenname',
    'Unternehmen',
    'Unternehmensname',
    'Kunde',
    'Betrieb',
  ],
  domain: [
    'Website',
    'Web',
    'Homepage',
    'URL',
    'Company domain name',
    'Webseite',
    'Internetseite',
    'Internetadresse',
  ],
  status: ['Lead status', 'Stage', 'Lead stage', 'Leadstatus', 'Phase', 'Stand'],
  employee_count: [
    'Employees',
    'Number of employees',
    'No. of employees',
    'Headcount',
    'Company size',
    'Staff',
    'Mitarbeiter',
    'Mitarbeiterzahl',
    'Mitarbeiteranzahl',
    'Anzahl Mitarbeiter',
    'Beschäftigte',
    'Anzahl Beschäftigte',
    'Firmengröße',
    'Unternehmensgröße',
  ],
  industry: ['Sector', 'Branche', 'Sektor', 'Industriezweig', 'Wirtschaftszweig'],
  owner: [
    'Lead owner',
    'Account owner',
    'Assigned to',
    'Responsible',
    'Zuständig',
    'Zuständiger',
    'Betreuer',
    'Betreuerin',
    'Verantwortlich',
    'Verantwortlicher',
    'Bearbeiter',
  ],
  last_activity_at: [
    'Last activity',
    'Last activity date',
    'Last contact',
    'Last contacted',
    'Last contact date',
    'Letzte Aktivität',
    'Letzter Kontakt',
    'Zuletzt kontaktiert',
  ],
  contact_first_name: ['First name', 'Given name', 'Vorname'],
  contact_last_name: ['Last name', 'Surname', 'Family name', 'Nachname', 'Familienname'],
  contact_name: [
    'Contact',
    'Contact person',
    'Primary contact',
    'Full name',
    'Ansprechpartner',
    'Ansprechpartnerin',
    'Ansprechperson',
    'Kontakt',
    'Kontaktperson',
    'Kontaktname',
  ],
  contact_phone: [
    'Phone',
    'Phone number',
    'Telephone',
    'Tel.',
    'Mobile',
    'Mobile phone',
    'Telefon',
    'Telefonnummer',
    'Rufnummer',
    'Handy',
    'Mobil',
  ],
  emails: [
    'E-mail',
    'E-mail address',
    'E-mail addresses',
    'Mail',
    'Contact email',
    'E-Mails',
    'E-Mail-Adresse',
    'E-Mail-Adressen',
    'Mailadresse',
  ],
};

/** What the spellings of a word share: `E-Mail` and `email`, `Größe`, `Groesse` and `GRÖSSE`. */
export function spelling(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => TRANSCRIBED[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const TRANSCRIBED: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** Finds by any spelling what words stand for; each entry also stands for itself. */
export function bySpelling<T extends string>(
  words: Record<T, readonly string[]>,
): (word: string) => T | null {
  const known = new Map<string, T>();
  for (const meaning of Object.keys(words) as T[])
    for (const word of [meaning, ...words[meaning]]) known.set(spelling(word), meaning);
  return (word) => known.get(spelling(word)) ?? null;
}

/** The field that a header names by itself, or null. */
export const fieldOfHeader = bySpelling(RECOGNISED_HEADERS);
