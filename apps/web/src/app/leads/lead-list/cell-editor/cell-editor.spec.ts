import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import type { LeadRead } from '@leadlog/contracts/lead';
import { firstValueFrom } from 'rxjs';
import { provideTestApi, TestApi } from '../../../../testing/api';
import { byName, textOf, type } from '../../../../testing/dom';
import { aLead, aProblem } from '../../../../testing/leads';
import { provideTexts } from '../../../../testing/translations';
import { LeadAnswers } from '../../lead-answers';
import type { EditableField } from '../../lead-edits';
import { CellEditor } from './cell-editor';

describe('cell editor', () => {
  let api: TestApi;
  let fixture: ComponentFixture<CellEditor>;
  let closed: string[];
  let told: LeadRead[];

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideTexts(), provideTestApi()] });
    closed = [];
    told = [];
    TestBed.inject(LeadAnswers).written$.subscribe((lead) => told.push(lead));
  });
  afterEach(() => fixture.nativeElement.remove());

  async function edit(field: EditableField, lead = aLead()): Promise<void> {
    fixture = TestBed.createComponent(CellEditor);
    fixture.componentRef.setInput('lead', lead);
    fixture.componentRef.setInput('field', field);
    fixture.componentInstance.closed.subscribe((onward) => closed.push(onward));
    document.body.append(fixture.nativeElement);
    api = new TestApi();
    await api.settle();
  }

  const control = () =>
    fixture.nativeElement.querySelector('input, select') as HTMLInputElement & HTMLSelectElement;
  const note = () => textOf(fixture.nativeElement.querySelector('.note'));
  async function press(key: string, init: KeyboardEventInit = {}): Promise<void> {
    control().dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, ...init }));
    await api.settle();
  }
  const refusal = (status: number, name: string, errors: object[] = []) => {
    const { body, init } = aProblem(name, status, 'See errors.');
    return [{ ...body, errors }, init] as const;
  };

  it('holds the field, selected, and saves it on the version that was seen', async () => {
    await edit('domain');
    expect(document.activeElement).toBe(control());
    expect(control().value).toBe('acme.example');
    type(control(), ' ACME.org ');
    await press('Enter');
    const { request } = await api.request('PATCH', '/leads/1');
    expect(request.body).toEqual({ domain: 'acme.org' });
    expect(request.headers.get('If-Match')).toBe('"1"');
  });

  it.each([
    ['Enter', {}, 'stay'],
    ['Tab', {}, 'next'],
    ['Tab', { shiftKey: true }, 'previous'],
    ['Escape', {}, 'stay'],
  ])('closes on %s %j without a request where nothing was changed', async (key, init, onward) => {
    await edit('name');
    await press(key, init);
    expect(closed).toEqual([onward]);
    expect(await api.requests('/leads/1')).toEqual([]);
  });

  it.each<[EditableField, string, unknown]>([
    ['employee_count', '250', 250],
    ['employee_count', '', null],
    ['domain', '', null],
    ['name', ' Acme AG ', 'Acme AG'],
  ])('sends %s “%s” as %j', async (field, entered, expected) => {
    await edit(field);
    type(control(), entered);
    await press('Enter');
    expect((await api.request('PATCH', '/leads/1')).request.body).toEqual({ [field]: expected });
  });

  it.each<[EditableField, string, string]>([
    ['name', '', 'This is required.'],
    ['employee_count', '1.000', 'Enter a whole number.'],
    ['employee_count', '0', 'At least 1.'],
    ['domain', 'no host', 'Enter a host name such as acme.example.'],
  ])('refuses %s “%s”: %s', async (field, entered, words) => {
    await edit(field);
    type(control(), entered);
    await press('Enter');
    expect(note()).toBe(words);
    expect(control().getAttribute('aria-invalid')).toBe('true');
    expect(closed).toEqual([]);
    expect(await api.requests('/leads/1')).toEqual([]);
  });

  it('says what the server refuses, and lets it be tried again', async () => {
    await edit('name');
    type(control(), 'Acme AG');
    await press('Enter');
    const errors = [{ pointer: '/name', code: 'of_tomorrow', detail: 'is taken' }];
    (await api.request('PATCH', '/leads/1')).flush(...refusal(422, 'validation', errors));
    await api.settle();
    expect(note()).toBe('is taken');
    await press('Enter');
    (await api.request('PATCH', '/leads/1')).error(new ProgressEvent('error'));
    await api.settle();
    expect(note()).toBe('The server cannot be reached.');
    await press('Enter');
    (await api.request('PATCH', '/leads/1')).flush(aLead({ name: 'Acme AG', version: 2 }));
    await api.settle();
    expect(closed).toEqual(['stay']);
    expect(told.map(({ name }) => name)).toEqual(['Acme AG']);
  });

  describe('where the lead has changed meanwhile', () => {
    async function conflict(theirs: Partial<LeadRead>): Promise<void> {
      await edit('name');
      type(control(), 'Mine');
      await press('Enter');
      (await api.request('PATCH', '/leads/1')).flush(...refusal(412, 'precondition-failed'));
      (await api.request('GET', '/leads/1')).flush(aLead({ version: 5, ...theirs }));
      await api.settle();
    }
    async function choose(answer: string): Promise<void> {
      const closing = firstValueFrom(TestBed.inject(MatDialog).afterAllClosed);
      byName(document, 'mat-dialog-container label', answer).click();
      await api.settle();
      byName(document, 'mat-dialog-container button', 'Save this').click();
      await closing;
      await api.settle();
    }
    const repeated = async () => (await api.request('PATCH', '/leads/1')).request;

    it('goes on by itself where it was another field', async () => {
      await conflict({ domain: 'theirs.example' });
      const request = await repeated();
      expect([request.body, request.headers.get('If-Match')]).toEqual([{ name: 'Mine' }, '"5"']);
    });

    it('keeps mine where I choose so', async () => {
      await conflict({ name: 'Theirs' });
      const dialog = document.querySelector('mat-dialog-container');
      expect(textOf(dialog)).toContain('Name Mine Mine Theirs Theirs');
      await choose('Mine Mine');
      const request = await repeated();
      expect([request.body, request.headers.get('If-Match')]).toEqual([{ name: 'Mine' }, '"5"']);
    });

    it('shows theirs where I choose so', async () => {
      await conflict({ name: 'Theirs' });
      await choose('Theirs Theirs');
      expect(told.map(({ name }) => name)).toEqual(['Theirs']);
      expect(closed).toEqual(['stay']);
    });

    it('says so while I am still editing, and leaves what I entered', async () => {
      await edit('name');
      type(control(), 'Mine');
      fixture.componentRef.setInput('lead', aLead({ name: 'Theirs', version: 2 }));
      await api.settle();
      expect(note()).toBe('Somebody has just changed this to “Theirs”.');
      expect(control().value).toBe('Mine');
    });
  });
});
