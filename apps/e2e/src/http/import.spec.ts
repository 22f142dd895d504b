import { Import } from '@leadlog/contracts/import';
import { randomUUID } from 'node:crypto';
import { parametersOf, pointersOf, positionOf, read, readProblem } from '../service/api.ts';
import { ended, importFile, readImport, reasons, sendFile } from '../service/imports.ts';
import { expect, test } from '../service/test.ts';

const FILE = `Firma;Webseite;Mitarbeiter;Branche;Status;Zuständig;Letzter Kontakt;Vorname;Nachname;Telefon;E-Mail
Müller & Söhne;https://www.mueller.example;1.200;Technologie;Qualifiziert;mara;20.11.2020;Ada;Lovelace;+49 30 1234567;ada@mueller.example, Office@mueller.example
"Beta; ""B""";;;;;;;;;;
`;

test('makes leads of a file, in its order, and tells of the batch in their events', async ({
  api,
}) => {
  const answer = await sendFile(api, FILE, '', { 'X-Actor': 'mara', 'X-Request-ID': 'import-1' });
  const begun = read(answer, Import, 202);
  expect(begun).toMatchObject({ status: 'running', dry_run: false, imported: 0, failure: null });
  expect(answer.headers.get('Location')).toBe(`/imports/${begun.id}`);
  expect(positionOf(answer)).toBeGreaterThanOrEqual(0);
  const done = await ended(api, begun.id);
  expect(done).toMatchObject({
    status: 'done',
    rows: 2,
    imported: 2,
    refused: 0,
    refused_rows: [],
  });
  expect(positionOf(await api.get(`/imports/${begun.id}`))).toBe(2);
  expect(await api.lead(1)).toMatchObject({
    name: 'Müller & Söhne',
    domain: 'mueller.example',
    employee_count: 1200,
    industry: 'tech',
    status: 'qualified',
    owner: 'mara',
    last_activity_at: '2020-11-20T00:00:00.000Z',
    primary_contact: {
      first_name: 'Ada',
      last_name: 'Lovelace',
      phone: '+49 30 1234567',
      emails: [
        { value: 'ada@mueller.example', is_primary: true },
        { value: 'Office@mueller.example', is_primary: false },
      ],
    },
    version: 1,
  });
  expect(await api.lead(2)).toMatchObject({
    name: 'Beta; "B"',
    status: 'new',
    primary_contact: null,
  });
  const [created] = await api.history(2);
  expect(created).toMatchObject({
    type: 'LeadCreated',
    actor: 'mara',
    correlation_id: 'import-1',
    data: { import: { batch_id: done.batch_id, line: 3 } },
  });
  expect(created?.changes.map(({ field }) => field)).toEqual(['name', 'status']);
});

test('an ordinary lead tells of no import', async ({ api }) => {
  await api.create({ name: 'Acme' });
  expect(Object.keys((await api.history(1))[0]!.data)).not.toContain('import');
});

for (const [what, bytes] of [
  ['a byte order mark', Buffer.from('\uFEFFFirma,Branche\r\nMüller,Handel\r\n')],
  ['tabs', Buffer.from('Firma\tBranche\nMüller\tHandel')],
  ['Windows-1252', Buffer.from('Firma;Branche\r\nM\xfcller;Handel\r\n', 'latin1')],
] as const)
  test(`reads a file with ${what}`, async ({ api }) => {
    await importFile(api, new Uint8Array(bytes));
    expect(await api.lead(1)).toMatchObject({ name: 'Müller', industry: 'retail' });
  });

test('reports rows that break a rule, and imports the others', async ({ api }) => {
  const rows = [
    'A,a@x.example,5',
    ',nobody,viele',
    '"B',
    'C",b@x.example,7',
    '"D",b@x.example;B@x.example,8',
    'E,e@x.example',
    'F,f@x.example,9',
  ];
  const done = await importFile(api, ['Firma,E-Mail,Mitarbeiter', ...rows].join('\n'));
  expect(done).toMatchObject({ status: 'done', rows: 6, imported: 2, refused: 4 });
  expect(reasons(done)).toEqual([
    [3, 'Firma', 'required'],
    [4, 'Firma', 'control_characters'],
    [6, 'E-Mail', 'duplicate_email'],
    [7, null, 'cell_count'],
  ]);
  expect(done.refused_rows[0]?.detail).toBe(
    'must not be empty; E-Mail must be an e-mail address such as ada@acme.example; ' +
      'Mitarbeiter must be a whole number',
  );
  expect(await api.names({ sort: 'name' })).toEqual(['A', 'F']);
});

test('gives refused rows back to be mended and sent again', async ({ api }) => {
  const file =
    'Firma;Notiz;Mitarbeiter;Telefon\r\n' +
    'Müller;=1+1;viele;+49 30 1\r\nBeta;"a;b";5;\r\n;;7;call me\r\nGamma, Inc;x;y;z;surplus\r\n';
  const done = await importFile(api, Buffer.from(file, 'latin1'));
  expect(done).toMatchObject({ imported: 1, refused: 3 });
  const answer = await api.get(`/imports/${done.id}/refused`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Type')).toContain('text/csv');
  expect(answer.headers.get('Content-Disposition')).toContain('attachment');
  expect(positionOf(answer)).toBe(1);
  expect(answer.text.split('\r\n')).toEqual([
    'Firma;Notiz;Mitarbeiter;Telefon;line;column;reason',
    "Müller;'=1+1;viele;'+49 30 1;2;Mitarbeiter;must be a whole number",
    ';;7;call me;4;Firma;must not be empty; Telefon may contain digits, spaces and + ( ) - / . only'.replace(
      /;4;Firma;(.*)$/,
      ';4;Firma;"$1"',
    ),
    'Gamma, Inc;x;y;"z;surplus";5;;has 5 cells, but the header has 4',
    '',
  ]);
  const mended = answer.text
    .replace('viele', '120')
    .replace(';;7;call me', 'Delta;;7;')
    .replace('x;y;"z;surplus"', 'x;8;');
  const again = await importFile(api, mended);
  expect(again).toMatchObject({ status: 'done', rows: 3, imported: 3, refused: 0 });
  expect(await api.names({ sort: 'name' })).toEqual(['Beta', 'Delta', 'Gamma, Inc', 'Müller']);
  expect((await api.list({ q: 'müller' })).items[0]).toMatchObject({
    employee_count: 120,
    primary_contact: { phone: '+49 30 1' },
  });
  const nothing = await api.get(`/imports/${again.id}/refused`);
  expect(nothing.text).toBe('Firma;Notiz;Mitarbeiter;Telefon;line;column;reason\r\n');
});

test('headers that are not recognised are named by the query', async ({ api }) => {
  const file = 'Gesellschaft,Name,Ort: PLZ\nAcme,Ada Lovelace,Berlin\n';
  const map = '?map=Gesellschaft:name&map=Name:contact_name&map=Ort:%20PLZ:owner';
  expect(await importFile(api, file, map)).toMatchObject({ imported: 1 });
  expect(await api.lead(1)).toMatchObject({
    name: 'Acme',
    owner: 'Berlin',
    primary_contact: { first_name: 'Ada', last_name: 'Lovelace' },
  });
});

for (const [what, file, query, parameters] of [
  ['an unknown field', 'Firma\nA', '?map=Firma:title', ['map']],
  ['a mapping that is none', 'Firma\nA', '?map=Firma', ['map']],
  ['a header mapped twice', 'Firma\nA', '?map=Firma:name&map=Firma:owner', ['map']],
  ['a header that is not there', 'Firma\nA', '?map=Company:name', ['map']],
  ['an unknown parameter', 'Firma\nA', '?limit=1', ['limit']],
  ['a dry run that is neither', 'Firma\nA', '?dry_run=yes', ['dry_run']],
] as const)
  test(`refuses ${what}`, async ({ api }) => {
    expect(parametersOf(await sendFile(api, file, query))).toEqual(parameters);
    expect(await api.position()).toBe(0);
  });

for (const [what, file, pointers] of [
  ['nothing', '', ['']],
  ['no name', 'E-Mail,Branche\na@x.example,IT', ['']],
  ['two columns for one field', 'Firma,Telefon,Handy\nA,1,2', ['/Handy']],
  ['a header that is never closed', '"Firma\nA', ['']],
] as const)
  test(`refuses a file of ${what}`, async ({ api }) => {
    expect(pointersOf(await sendFile(api, file))).toEqual(pointers);
  });

test('refuses UTF-16', async ({ api }) => {
  const file = new Uint8Array(Buffer.from('\uFEFFFirma\tOrt\r\n', 'utf16le'));
  expect(pointersOf(await sendFile(api, file))).toEqual(['']);
});

test('a file that breaks off in a row makes no lead', async ({ api }) => {
  const failed = await importFile(api, `Firma\n${'A\n'.repeat(50)}"open`);
  expect(failed).toMatchObject({
    status: 'failed',
    imported: 0,
    failure: { code: 'unreadable', detail: expect.stringContaining('line 52'), line: 52 },
  });
  expect(await api.position()).toBe(0);
});

test('a file of over 100,000 rows makes no lead', async ({ api }) => {
  test.slow();
  const failed = await importFile(api, `Firma\n${'A\n'.repeat(100_001)}`);
  expect(failed).toMatchObject({ status: 'failed', failure: { code: 'too_many_rows' } });
  expect(await api.position()).toBe(0);
});

test('refuses over 50 MiB, announced or not', async ({ api }) => {
  test.slow();
  const tooMuch = 50 * 1024 * 1024 + 1;
  readProblem(await sendFile(api, 'Firma\n'.padEnd(tooMuch, 'A')), 'payload-too-large');
  const part = new Uint8Array(1024 * 1024).fill(65);
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      if ((sent += part.length) > tooMuch + part.length) controller.close();
      else controller.enqueue(part);
    },
  });
  const headers = { 'X-Tenant-ID': api.tenant, 'Content-Type': 'text/csv' };
  const init = { method: 'POST', headers, body, duplex: 'half' };
  const response = await fetch(`${api.url}/leads/import`, init as RequestInit);
  const { status, headers: answered } = response;
  readProblem({ status, headers: answered, text: await response.text() }, 'payload-too-large');
  // The connection goes on behind what was left of the file.
  for (let request = 0; request < 5; request += 1) expect(await api.position()).toBe(0);
});

test('takes text/csv alone, with or without a charset', async ({ api }) => {
  for (const type of ['application/json', 'text/plain', 'multipart/form-data'])
    readProblem(
      await sendFile(api, '{"name":"A"}', '', { 'Content-Type': type }),
      'unsupported-media-type',
    );
  const answer = await sendFile(api, 'name\nA', '', { 'Content-Type': 'text/csv; charset=utf-8' });
  expect(answer.status).toBe(202);
  readProblem(
    await api.call('POST', '/leads', { raw: 'name\nA', headers: { 'Content-Type': 'text/csv' } }),
    'unsupported-media-type',
  );
});

test('a dry run reports and writes nothing', async ({ api }) => {
  const file = `${FILE};;x;;;;;;;;\nLate;;;;;;1.1.2999;;;;\n`;
  const dry = await importFile(api, file, '?dry_run=true');
  expect(dry).toMatchObject({ status: 'done', dry_run: true, rows: 4, imported: 2, refused: 2 });
  expect(await api.position()).toBe(0);
  const real = await importFile(api, file);
  expect(real.dry_run).toBe(false);
  expect(real.refused_rows).toEqual(dry.refused_rows);
  expect(reasons(real)).toEqual([
    [4, 'Firma', 'required'],
    [5, 'Letzter Kontakt', 'activity_in_the_future'],
  ]);
  expect(await api.position()).toBe(2);
});

test('the same file sent twice is noticed, and imported again only by force', async ({ api }) => {
  const first = await importFile(api, FILE);
  const answer = await sendFile(api, FILE);
  expect(read(answer, Import, 200)).toEqual(first);
  expect(answer.headers.get('Location')).toBe(`/imports/${first.id}`);
  expect(await api.position()).toBe(2);
  expect((await sendFile(api, `${FILE}Gamma;;;;;;;;;;\n`)).status).toBe(202);
  expect((await importFile(api, FILE, '?dry_run=true')).imported).toBe(2);
  const forced = await importFile(api, FILE, '?force=true');
  expect(forced).toMatchObject({ status: 'done', imported: 2 });
  expect(forced.batch_id).not.toBe(first.batch_id);
});

test('a repeat by its key is answered with its import', async ({ api }) => {
  const key = { 'Idempotency-Key': randomUUID() };
  const first = await sendFile(api, FILE, '?force=true', key);
  const { id } = read(first, Import, 202);
  await ended(api, id);
  const again = await sendFile(api, FILE, '?force=true', key);
  expect(again.headers.get('Idempotency-Replayed')).toBe('true');
  expect(again.headers.get('Location')).toBe(first.headers.get('Location'));
  expect(read(again, Import, 202)).toEqual(await readImport(api, id));
  expect(await api.position()).toBe(2);
  for (const [file, query] of [
    ['name\nOther', '?force=true'],
    [FILE, ''],
  ] as const)
    readProblem(await sendFile(api, file, query, key), 'idempotency-key-reused');
  readProblem(await api.post('/leads', { name: 'A' }, key), 'idempotency-key-reused');
  readProblem(
    await sendFile(api, FILE, '', { 'Idempotency-Key': 'a b' }),
    'invalid-idempotency-key',
  );
});

test('requests with one key that come at the same time make one import', async ({ api }) => {
  const key = { 'Idempotency-Key': randomUUID() };
  const answers = await Promise.all(Array.from({ length: 5 }, () => sendFile(api, FILE, '', key)));
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202]);
  const ids = new Set(answers.map((answer) => read(answer, Import, 202).id));
  expect(ids.size).toBe(1);
  await ended(api, [...ids][0]!);
  expect(await api.position()).toBe(2);
});

test("is another tenant's as little as one that is not there", async ({ api, otherApi }) => {
  const { id } = await importFile(api, FILE);
  for (const path of [`/imports/${id}`, `/imports/${id}/refused`]) {
    const theirs = readProblem(await otherApi.get(path), 'not-found');
    const none = readProblem(await otherApi.get(path.replace(id, randomUUID())), 'not-found');
    expect(theirs.detail).toBe(none.detail);
  }
  expect(await importFile(otherApi, FILE)).toMatchObject({ imported: 2 });
});
