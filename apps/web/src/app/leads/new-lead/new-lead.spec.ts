import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideTestApi, TestApi } from '../../../testing/api';
import { byName, textOf, type } from '../../../testing/dom';
import { aLead, aProblem } from '../../../testing/leads';
import { provideTexts } from '../../../testing/translations';
import { LOOKED_FOR_AFTER_MS } from '../duplicates/duplicates';
import { NewLead } from './new-lead';

@Component({ template: '' })
class Elsewhere {}

describe('new lead', () => {
  let api: TestApi;
  let page: HTMLElement;

  const field = (label: string) => byName<HTMLInputElement>(page, 'input, select', label);
  const button = (label: string) => byName<HTMLButtonElement>(page, 'button', label);
  const url = () => TestBed.inject(Router).url;

  /** The note below a field, and whether the field is marked as wrong. */
  function noteAt(label: string): [string, string | null] {
    const id = field(label).getAttribute('aria-describedby') ?? '';
    return [textOf(document.getElementById(id)), field(label).getAttribute('aria-invalid')];
  }

  async function enter(values: Record<string, string>): Promise<void> {
    for (const [label, value] of Object.entries(values)) type(field(label), value);
    await api.settle();
  }

  async function leave(label: string): Promise<void> {
    field(label).dispatchEvent(new Event('blur'));
    await api.settle();
  }

  async function press(label: string): Promise<void> {
    button(label).click();
    await api.settle();
  }

  beforeEach(async () => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideTexts(),
        provideTestApi(),
        provideRouter([
          {
            path: 'leads/new',
            component: NewLead,
            canDeactivate: [(it: NewLead) => it.mayLeave()],
          },
          { path: '**', component: Elsewhere },
        ]),
      ],
    });
    const harness = await RouterTestingHarness.create('/leads/new');
    page = harness.fixture.nativeElement as HTMLElement;
    api = new TestApi();
    await api.settle();
  });

  it('creates the lead as it was entered and goes to its page', async () => {
    await enter({ Name: 'Müller & Söhne', Domain: 'mueller.example', Employees: '120' });
    field('Add a contact').click();
    await api.settle();
    await press('Add e-mail');
    await press('Add e-mail');
    await enter({ 'E-mail 1': 'a@mueller.example', 'E-mail 2': 'b@mueller.example' });
    field('E-mail 2 is the primary one').click();
    await press('Create lead');

    const request = await api.request('POST', '/leads');
    expect(request.request.body).toMatchObject({
      name: 'Müller & Söhne',
      domain: 'mueller.example',
      employee_count: 120,
      primary_contact: {
        first_name: null,
        emails: [
          { value: 'a@mueller.example', is_primary: false },
          { value: 'b@mueller.example', is_primary: true },
        ],
      },
    });
    request.flush(aLead({ id: 17, name: 'Müller & Söhne' }));
    await api.settle();
    expect(url()).toBe('/leads/17');
    expect(textOf(document.querySelector('mat-snack-bar-container'))).toContain(
      'Müller & Söhne was created.',
    );
  });

  it('says what is wrong once a field has been left, and as it is mended', async () => {
    await enter({ Domain: 'no host' });
    expect(noteAt('Domain')).toEqual(['For example acme.example', null]);
    await leave('Domain');
    expect(noteAt('Domain')).toEqual(['Enter a host name such as acme.example.', 'true']);
    await enter({ Domain: 'host.example' });
    expect(noteAt('Domain')).toEqual(['For example acme.example', null]);
  });

  it('says at once what no further typing mends', async () => {
    await enter({ Employees: '99999999' });
    expect(noteAt('Employees')).toEqual(['At most 10,000,000.', 'true']);
  });

  it('sends nothing that the contract refuses, and leads to the first error', async () => {
    await enter({ Employees: 'many' });
    await press('Create lead');
    expect(await api.requests('/leads')).toEqual([]);
    expect(document.activeElement).toBe(field('Name'));
    expect(noteAt('Name')).toEqual(['This is required.', 'true']);
    expect(textOf(page.querySelector('.actions [role=status]'))).toBe(
      '2 entries need a correction.',
    );
  });

  it('creates one lead however often it is pressed', async () => {
    await enter({ Name: 'Acme' });
    const form = page.querySelector('form');
    form?.dispatchEvent(new Event('submit', { cancelable: true }));
    form?.dispatchEvent(new Event('submit', { cancelable: true }));
    expect(await api.requests('/leads')).toHaveLength(1);
    expect(button('Creating …').disabled).toBe(true);
  });

  it('shows at their fields what the server refuses, until they change', async () => {
    await enter({ Name: 'Acme', 'Last activity': '2026-11-20T09:00' });
    await press('Create lead');
    const { body, init } = aProblem('validation', 422, 'See errors.');
    const errors = [
      { pointer: '/last_activity_at', code: 'activity_in_the_future', detail: 'lies ahead' },
      { pointer: '/strange', code: 'of_tomorrow', detail: 'is strange' },
    ];
    (await api.request('POST', '/leads')).flush({ ...body, errors }, init);
    await api.settle();

    expect(noteAt('Last activity')).toEqual(['This lies in the future.', 'true']);
    expect(textOf(page.querySelector('form [role=alert]'))).toBe(
      'The lead was not created. is strange',
    );
    expect(button('Create lead').disabled).toBe(false);
    await enter({ 'Last activity': '2026-11-19T09:00' });
    expect(noteAt('Last activity')).toEqual(['', null]);
  });

  it('says on top why the server failed, and lets it be tried again', async () => {
    await enter({ Name: 'Acme' });
    await press('Create lead');
    (await api.request('POST', '/leads')).error(new ProgressEvent('error'));
    await api.settle();
    expect(textOf(page.querySelector('form [role=alert]'))).toBe(
      'The lead was not created. The server cannot be reached.',
    );
    await press('Create lead');
    (await api.request('POST', '/leads')).flush(aLead({ id: 18 }));
    await api.settle();
    expect(url()).toBe('/leads/18');
  });

  it('repeats the same lead under the same key, and another under another', async () => {
    async function sendAndLoseAnswer(): Promise<string | null> {
      await press('Create lead');
      const request = await api.request('POST', '/leads');
      request.error(new ProgressEvent('error'));
      await api.settle();
      return request.request.headers.get('Idempotency-Key');
    }
    await enter({ Name: 'Acme' });
    const first = await sendAndLoseAnswer();
    expect(first).toMatch(/^[!-~]{1,255}$/);
    expect(await sendAndLoseAnswer()).toBe(first);
    await enter({ Name: 'Acme AG' });
    expect(await sendAndLoseAnswer()).not.toBe(first);
  });

  it('previews the priority, counting nothing that is not valid', async () => {
    const preview = () => textOf(page.querySelector('aside app-priority-bar'));
    expect(preview()).toBe('10');
    await enter({ Domain: 'acme.example', Employees: '201' });
    expect(preview()).toBe('50');
    await enter({ Domain: 'no host' });
    expect(preview()).toBe('40');
    field('Add a contact').click();
    await api.settle();
    expect(preview()).toBe('60');
  });

  it('shows what may be the same lead, and creates it all the same', async () => {
    await enter({ Name: 'Acme', Domain: 'no host' });
    await new Promise((resolve) => setTimeout(resolve, LOOKED_FOR_AFTER_MS + 20));
    const request = await api.request('POST', '/leads/duplicates');
    expect(request.request.body).toEqual({ name: 'Acme' });
    request.flush({ items: [{ lead: aLead({ id: 7, name: 'ACME' }), reasons: ['name'] }] });
    await api.settle();
    expect(textOf(page.querySelector('app-duplicate-panel li'))).toContain('same name');
    await enter({ Domain: '' });
    await press('Create lead');
    (await api.request('POST', '/leads')).flush(aLead({ id: 17 }));
    await api.settle();
    expect(url()).toBe('/leads/17');
  });

  it('adds no more e-mails than the contract takes', async () => {
    field('Add a contact').click();
    await api.settle();
    for (let n = 0; n < 20; n++) await press('Add e-mail');
    expect(page.querySelectorAll('input[type=email]')).toHaveLength(20);
    expect(() => button('Add e-mail')).toThrow();
  });

  describe('being left', () => {
    it('asks nothing where nothing was entered', async () => {
      await TestBed.inject(Router).navigateByUrl('/leads');
      expect(url()).toBe('/leads');
    });

    it.each([
      ['Keep editing', '/leads/new'],
      ['Discard', '/leads'],
    ])('with something entered: "%s" leads to %s', async (answer, expected) => {
      await enter({ Name: 'Acme' });
      const navigation = TestBed.inject(Router).navigateByUrl('/leads');
      await api.settle();
      byName(document, 'mat-dialog-container button', answer).click();
      await navigation;
      expect(url()).toBe(expected);
    });
  });
});
