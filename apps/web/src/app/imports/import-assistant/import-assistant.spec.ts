import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Import } from '@leadlog/contracts/import';
import { provideTestApi, TestApi } from '../../../testing/api';
import { byName, textOf } from '../../../testing/dom';
import { aFile, anImport, choose } from '../../../testing/imports';
import { aProblem } from '../../../testing/leads';
import { provideTexts } from '../../../testing/translations';
import { Downloads } from '../../downloads/downloads';
import type { LanguageCode } from '../../i18n/language';
import { ASKED_EVERY_MS } from '../import-requests';
import { ImportAssistant } from './import-assistant';

@Component({ template: '' })
class Elsewhere {}

const FILE = 'Firma;Mitarbeiter;Notiz\nAcme;120;x\nBeta;viele;y\n';

describe('import assistant', () => {
  let api: TestApi;
  let page: HTMLElement;
  let saved: string[];

  const button = (name: string) => byName<HTMLButtonElement>(page, 'button', name);
  const becomes = (header: string) =>
    byName<HTMLSelectElement>(page, 'select', `“${header}” becomes`);
  const heading = () => textOf(page.querySelector('.step h2'));
  const url = () => TestBed.inject(Router).url;

  async function open(address = '/leads/import', language: LanguageCode = 'en'): Promise<void> {
    localStorage.clear();
    saved = [];
    const save = async (path: string) => {
      saved.push(path);
      return 'refused.csv';
    };
    TestBed.configureTestingModule({
      providers: [
        provideTexts(language),
        provideTestApi(),
        { provide: Downloads, useValue: { save } },
        provideRouter(
          [
            {
              path: 'leads/import',
              component: ImportAssistant,
              canDeactivate: [(it: ImportAssistant) => it.mayLeave()],
            },
            { path: '**', component: Elsewhere },
          ],
          withComponentInputBinding(),
        ),
      ],
    });
    const harness = await RouterTestingHarness.create(address);
    page = harness.fixture.nativeElement as HTMLElement;
    document.body.append(page);
    api = new TestApi();
    await api.settle();
  }
  afterEach(() => page.remove());

  /** Until something is there that takes the browser a moment. */
  async function until(isThere: () => boolean): Promise<void> {
    for (let round = 0; round < 100 && !isThere(); round++) await api.settle();
    expect(isThere()).toBe(true);
  }

  async function chooseFile(content = FILE): Promise<void> {
    choose(page.querySelector('input[type=file]') as HTMLInputElement, aFile(content));
    await until(() => page.querySelector('select, [aria-invalid]') !== null);
  }

  async function press(name: string): Promise<void> {
    button(name).click();
    await api.settle();
  }

  async function become(header: string, field: string): Promise<void> {
    const choice = becomes(header);
    choice.value = field;
    choice.dispatchEvent(new Event('change'));
    await api.settle();
  }

  async function answer(job: Partial<Import>): Promise<void> {
    (await api.request('GET', `/imports/${job.id ?? 'b1'}`)).flush(anImport(job));
    await api.settle();
  }

  async function begin(status = 202): Promise<void> {
    const request = await api.request('POST', '/leads/import');
    request.flush(anImport({ status: 'running' }), { status, statusText: 'OK' });
    await api.settle();
  }

  it('recognises the columns and marks what is wrong in the first rows', async () => {
    await open();
    await chooseFile();
    expect(becomes('Firma').value).toBe('name');
    expect(becomes('Mitarbeiter').value).toBe('employee_count');
    expect(becomes('Notiz').value).toBe('ignore');
    expect(textOf(page.querySelector('app-import-preview [role=status]'))).toBe(
      '1 of the 2 rows shown cannot be imported.',
    );
    expect(textOf(page.querySelector('td.wrong'))).toBe('viele This is not a whole number.');
  });

  it('says in German what it says in English', async () => {
    await open('/leads/import', 'de');
    await chooseFile();
    expect(textOf(page.querySelector('td.wrong'))).toBe('viele Das ist keine ganze Zahl.');
  });

  it('judges the rows anew where a column becomes something else', async () => {
    await open();
    await chooseFile();
    await become('Mitarbeiter', 'ignore');
    expect(textOf(page.querySelector('app-import-preview [role=status]'))).toBe(
      'The first 2 rows can be imported.',
    );
  });

  it('sends nothing as long as no column is the company, or two are the same', async () => {
    await open();
    await chooseFile('Kontonummer;Bezeichnung\n1;Acme\n');
    expect(textOf(page.querySelector('[role=alert]'))).toBe(
      'No column is the company. Choose which one it is.',
    );
    expect(button('Check all rows').disabled).toBe(true);
    await become('Bezeichnung', 'name');
    expect(button('Check all rows').disabled).toBe(false);
    await become('Kontonummer', 'name');
    expect(becomes('Bezeichnung').getAttribute('aria-invalid')).toBe('true');
    expect(textOf(page.querySelector('#column-error-1'))).toBe('“Kontonummer” is this already.');
    expect(button('Import now').disabled).toBe(true);
  });

  it('says of a file that cannot be sent why, and asks for another', async () => {
    await open();
    await chooseFile('PK\u0003\u0004');
    expect(textOf(page.querySelector('#file-error'))).toBe(
      'leads.csv is no CSV file. Save it as CSV in your spreadsheet, and choose that.',
    );
    const field = page.querySelector('input[type=file]') as HTMLInputElement;
    choose(field, aFile(FILE));
    await until(() => heading() === 'What the columns are');
  });

  it('takes a file that is dropped', async () => {
    await open();
    const drop = Object.assign(new Event('drop', { cancelable: true }), {
      dataTransfer: { files: [aFile(FILE)] },
    });
    page.querySelector('.drop')?.dispatchEvent(drop);
    await until(() => page.querySelector('select') !== null);
    expect(drop.defaultPrevented).toBe(true);
  });

  it('checks all rows, then imports the same file with the same columns', async () => {
    await open();
    await chooseFile();
    await become('Notiz', 'owner');
    await press('Check all rows');
    const check = await api.request('POST', '/leads/import');
    expect(check.request.params.toString()).toBe('map=Notiz:owner&dry_run=true');
    check.flush(anImport({ id: 'dry', status: 'running' }), { status: 202, statusText: 'OK' });
    await api.settle();
    expect(url()).toBe('/leads/import?job=dry');
    await answer({ id: 'dry', dry_run: true, rows: 2, imported: 1, refused: 1 });
    expect(heading()).toBe('1 of 2 rows can be imported');

    await press('Import 1 lead');
    const request = await api.request('POST', '/leads/import');
    expect(request.request.params.toString()).toBe('map=Notiz:owner');
    expect(request.request.body).toBe(check.request.body);
    request.flush(anImport({ status: 'running' }), { status: 202, statusText: 'OK' });
    await answer({ rows: 2, imported: 1, refused: 1 });
    expect(url()).toBe('/leads/import?job=b1');
    expect(heading()).toBe('1 lead imported');
  });

  it('shows how far the import is until it has ended', async () => {
    await open('/leads/import?job=b1');
    await answer({ status: 'running', rows: 0, imported: 0 });
    expect(page.querySelector('progress')?.hasAttribute('value')).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY_MS));
    await answer({ status: 'running', rows: 5000, imported: 1200, refused: 30 });
    expect(textOf(page.querySelector('.step'))).toContain('1,230 of 5,000 rows');
    expect(page.querySelector('progress')?.value).toBe(1230);
    await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY_MS));
    await answer({ status: 'done', rows: 5000, imported: 4970, refused: 30 });
    expect(heading()).toBe('4,970 leads imported');
    await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY_MS));
    expect(await api.requests('/imports/b1')).toEqual([]);
  });

  it('asks again where the server is away', async () => {
    await open('/leads/import?job=b1');
    await answer({ status: 'running', rows: 10, imported: 3 });
    await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY_MS));
    (await api.request('GET', '/imports/b1')).error(new ProgressEvent('error'));
    await api.settle();
    expect(textOf(page.querySelector('.step'))).toContain('this page tries again');
    await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY_MS));
    await answer({ rows: 10, imported: 10 });
    expect(heading()).toBe('10 leads imported');
  });

  it('comes back to a check by its address, but the file has to be chosen again', async () => {
    await open('/leads/import?job=dry');
    await answer({ id: 'dry', dry_run: true });
    expect(textOf(page)).toContain('To import the file, choose it once more.');
    await press('Choose another file');
    expect(url()).toBe('/leads/import');
  });

  it('says that a file was imported before, and imports it again where that is meant', async () => {
    await open();
    await chooseFile();
    await press('Import now');
    await begin(200);
    expect(url()).toBe('/leads/import?job=b1&earlier=true');
    await answer({});
    expect(textOf(page)).toContain('This file was imported before.');
    await press('Import it once more');
    const request = await api.request('POST', '/leads/import');
    expect(request.request.params.toString()).toBe('force=true');
    request.flush(anImport({ id: 'b2', status: 'running' }), { status: 202, statusText: 'OK' });
    await answer({ id: 'b2' });
    expect(url()).toBe('/leads/import?job=b2');
  });

  it('tells why rows were refused, and saves them', async () => {
    await open('/leads/import?job=b1');
    const refused_rows = [
      { line: 3, column: 'Mitarbeiter', code: 'wrong_type', detail: 'must be …' },
      { line: 9, column: null, code: 'cell_count', detail: 'has …' },
      { line: 12, column: 'Firma', code: 'of_tomorrow', detail: 'is of tomorrow' },
    ];
    await answer({ rows: 6, refused: 3, refused_rows });
    expect([...page.querySelectorAll('tbody tr')].map(textOf)).toEqual([
      '3 Mitarbeiter This is not a whole number.',
      '9 whole row The row has not as many cells as the heading.',
      '12 Firma is of tomorrow',
    ]);
    await press('Download refused rows');
    expect(saved).toEqual(['/imports/b1/refused']);
  });

  it('tells that refused rows are no longer kept', async () => {
    await open('/leads/import?job=b1');
    await answer({ rows: 6, refused: 3 });
    expect(textOf(page)).toContain('The refused rows are no longer kept');
  });

  it.each([
    ['unreadable', 'The row that begins at line 52 has a quotation mark'],
    ['too_many_rows', 'more than 100,000 rows'],
    ['internal', 'Something went wrong on the server.'],
  ] as const)('says why an import failed: %s', async (code, words) => {
    await open('/leads/import?job=b1');
    await answer({
      status: 'failed',
      rows: 0,
      imported: 0,
      failure: { code, detail: '…', line: 52 },
    });
    expect(heading()).toBe('The import came to nothing');
    expect(textOf(page)).toContain(words);
  });

  it('says of an import that is not there that it is not', async () => {
    await open('/leads/import?job=strange');
    const { body, init } = aProblem('not-found', 404, 'There is no such import.');
    (await api.request('GET', '/imports/strange')).flush(body, init);
    await api.settle();
    expect(textOf(page.querySelector('[role=alert]'))).toContain('There is no such import.');
  });

  it('says why the server does not take the file, and repeats it under the same key', async () => {
    await open();
    await chooseFile();
    await press('Import now');
    const first = await api.request('POST', '/leads/import');
    const { body, init } = aProblem('validation', 422, 'See errors.');
    first.flush({ ...body, errors: [{ pointer: '', code: 'encoding', detail: '…' }] }, init);
    await api.settle();
    expect(textOf(page.querySelector('.refused'))).toBe(
      'The file was not taken. It is no text in UTF-8 or Windows-1252.',
    );
    await press('Import now');
    const second = await api.request('POST', '/leads/import');
    const keyOf = (it: typeof first) => it.request.headers.get('Idempotency-Key');
    expect(keyOf(second)).toBe(keyOf(first));
    second.flush(anImport(), { status: 202, statusText: 'OK' });
    await answer({});
  });

  it('is begun once however often it is pressed', async () => {
    await open();
    await chooseFile();
    button('Import now').click();
    button('Import now').click();
    await begin();
    await answer({});
    expect(heading()).toBe('3 leads imported');
  });

  it('stops sending the file where it is left all the same', async () => {
    await open();
    await chooseFile();
    await press('Import now');
    const request = await api.request('POST', '/leads/import');
    const navigation = TestBed.inject(Router).navigateByUrl('/leads');
    await api.settle();
    byName(document, 'mat-dialog-container button', 'Stop').click();
    expect(await navigation).toBe(true);
    await api.settle();
    expect(request.cancelled).toBe(true);
    expect(url()).toBe('/leads');
  });

  it('asks before it is left while the file is being sent', async () => {
    await open();
    await chooseFile();
    await press('Import now');
    const navigation = TestBed.inject(Router).navigateByUrl('/leads');
    await api.settle();
    byName(document, 'mat-dialog-container button', 'Keep sending').click();
    expect(await navigation).toBe(false);
    await begin();
    await answer({});
  });
});
