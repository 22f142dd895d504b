import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { provideRouter, TitleStrategy, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideTestApi, TestApi } from '../../../testing/api';
import { byName, textOf } from '../../../testing/dom';
import { aLead, aProblem } from '../../../testing/leads';
import { provideTexts } from '../../../testing/translations';
import { PageTitle } from '../../page-title';
import { LeadPage } from './lead-page';

const NO_HISTORY = { items: [], total: 0 };

describe('lead page', () => {
  let api: TestApi;
  let page: HTMLElement;

  beforeEach(async () => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideTexts(),
        provideTestApi(),
        { provide: TitleStrategy, useExisting: PageTitle },
        provideRouter(
          [{ path: 'leads/:id', title: 'lead', component: LeadPage }],
          withComponentInputBinding(),
        ),
      ],
    });
    const harness = await RouterTestingHarness.create('/leads/17');
    page = harness.fixture.nativeElement as HTMLElement;
    api = new TestApi();
  });

  async function load(lead = aLead({ id: 17 })): Promise<void> {
    (await api.request('GET', '/leads/17')).flush(lead);
    (await api.request('GET', '/leads/17/history')).flush(NO_HISTORY);
    await api.settle();
  }

  it('links the contact, and says which e-mail is the primary one', async () => {
    await load();
    const links = [...page.querySelectorAll('app-contact-panel a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      'tel:+49301234567',
      'mailto:ada@acme.example',
      'mailto:sales@acme.example',
    ]);
    expect(textOf(page.querySelectorAll('app-contact-panel li')[1] ?? null)).toBe(
      'sales@acme.example primary',
    );
  });

  it('is called after the lead', async () => {
    await load(aLead({ id: 17, name: 'Müller & Söhne' }));
    expect(TestBed.inject(Title).getTitle()).toBe('Müller & Söhne · Leadlog');
  });

  it.each([
    [null, 'No contact is known.'],
    [{ id: 9, erased: true as const }, 'The personal data was erased.'],
  ])('says of the contact %j: %s', async (primary_contact, expected) => {
    await load(aLead({ id: 17, primary_contact }));
    expect(textOf(page.querySelector('app-contact-panel p'))).toBe(expected);
  });

  it('says when the priority falls, or that it does not', async () => {
    await load(aLead({ id: 17, priority_until: null }));
    expect(textOf(page.querySelector('app-priority-outlook'))).toBe('Does not fall by itself.');
  });

  it('says plainly that there is no such lead', async () => {
    const { body, init } = aProblem('not-found', 404, 'No.');
    (await api.request('GET', '/leads/17')).flush(body, init);
    await api.settle();
    expect(textOf(page.querySelector('.missing'))).toContain(
      'The tenant “demo” has no lead with the number 17.',
    );
  });

  it('offers to try again after any other error', async () => {
    (await api.request('GET', '/leads/17')).error(new ProgressEvent('error'));
    await api.settle();
    byName(page, 'button', 'Try again').click();
    await load();
    expect(textOf(page.querySelector('h1'))).toBe('Acme GmbH');
  });

  it('shows a new status at once, and its event once it is recorded', async () => {
    await load();
    byName(page, 'button', 'Status of Acme GmbH: New').click();
    await api.settle();
    byName(document, '[role=menuitemradio]', 'Lost').click();
    await api.settle();
    expect(byName(page, 'button', 'Status of Acme GmbH: Lost')).toBeTruthy();

    const changed = aLead({ id: 17, status: 'lost', priority: 85, version: 2 });
    (await api.request('POST', '/leads/17/status')).flush(changed);
    (await api.request('GET', '/leads/17/history')).flush(NO_HISTORY);
    await api.settle();
    expect(textOf(page.querySelector('app-priority-bar'))).toBe('85');
  });
});
