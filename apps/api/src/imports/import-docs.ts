/** What an import takes, in the words of the API's documentation. */
export const IMPORT_DESCRIPTION = `Up to 100,000 rows or 50 MiB. The header line says what the columns are:
those of the export, and common English and German ones such as \`Firma\`, \`Branche\`, \`Mitarbeiter\`,
\`Ansprechpartner\` and \`E-Mail\`, in any case and punctuation; others by \`map\`, or left out. Comma,
semicolon or tab, UTF-8 or Windows-1252 are recognised. Several e-mails in a cell are parted by \`;\`, the
primary one first. A day is \`2026-11-20\` or \`20.11.2026\`.

A row that breaks a rule is refused, and keeps no other from being imported. Every lead's first event
names the batch and the line. An import that is cut off, even by a crash, goes on with the next start,
and makes no row twice.`;

export const IMPORT_EXAMPLES = {
  english: {
    summary: 'As the export has it',
    value: 'name,employee_count,industry,emails\nAcme GmbH,120,tech,ada@acme.example\n',
  },
  german: {
    summary: 'As a German spreadsheet has it',
    value: 'Firma;Mitarbeiter;Branche;E-Mail\nAcme GmbH;1.200;Technologie;ada@acme.example\n',
  },
};
