import { TestBed } from '@angular/core/testing';
import { Component, signal } from '@angular/core';
import { provideRouter } from '@angular/router';
import { provideTestApi, TestApi } from '../../../testing/api';
import { byName, textOf } from '../../../testing/dom';
import { aLead } from '../../../testing/leads';
import { provideTexts } from '../../../testing/translations';
import { DuplicatePanel } from './duplicate-panel';
import {
  type Compared,
  comparedBy,
  duplicatesOf,
  duplicatesWhileTyping,
  LOOKED_FOR_AFTER_MS,
} from './duplicates';

describe('what of a lead being entered is compared', () => {
  const allValid = () => true;
  const entered = (name: string, domain: string | null = null, ...emails: string[]) => ({
    name,
    domain,
    primary_contact: { emails: emails.map((value) => ({ value })) },
  });

  it.each([
    [entered(' '), null],
    [entered('Acme'), { name: 'Acme' }],
    [entered('', 'acme.example'), { domain: 'acme.example' }],
    [entered('', null, 'a@x.example', ''), { emails: ['a@x.example'] }],
  ])('%j: %j', (body, expected) => {
    expect(comparedBy(body, allValid)).toEqual(expected);
  });

  it('is only what is valid', () => {
    const body = entered('Acme', 'no host', 'a@x.example', 'nobody');
    const refused = ['/domain', '/primary_contact/emails/1/value'];
    expect(comparedBy(body, (pointer) => !refused.includes(pointer))).toEqual({
      name: 'Acme',
      emails: ['a@x.example'],
    });
  });
});

const compared = signal<Compared | null>(null);
const lead = signal<{ id: number; tenant_id: string; version: number } | null>(null);

@Component({
  imports: [DuplicatePanel],
  template: `<app-duplicate-panel [found]="typed()" [inNewTab]="true" />
    <app-duplicate-panel [found]="stored()" />`,
})
class Screen {
  readonly typed = duplicatesWhileTyping(compared);
  readonly stored = duplicatesOf(lead);
}

describe('possible duplicates', () => {
  let api: TestApi;
  let page: HTMLElement;
  const found = {
    items: [{ lead: aLead({ id: 7, archived: true }), reasons: ['domain', 'email'] }],
  };
  const rest = () => new Promise((resolve) => setTimeout(resolve, LOOKED_FOR_AFTER_MS + 20));

  beforeEach(async () => {
    localStorage.clear();
    compared.set(null);
    lead.set(null);
    TestBed.configureTestingModule({
      providers: [
        provideTexts(),
        provideTestApi(),
        provideRouter([{ path: '**', component: Screen }]),
      ],
    });
    page = TestBed.createComponent(Screen).nativeElement as HTMLElement;
    api = new TestApi();
    await api.settle();
  });

  it('are looked for once the typing rests, and open beside', async () => {
    compared.set({ name: 'Ac' });
    await api.settle();
    compared.set({ name: 'Acme' });
    await api.settle();
    await rest();
    const request = await api.request('POST', '/leads/duplicates');
    expect(request.request.body).toEqual({ name: 'Acme' });
    request.flush(found);
    await api.settle();
    expect(textOf(page.querySelector('li'))).toBe(
      'Acme GmbH (opens in a new tab) New same domain same e-mail archived',
    );
    const link = byName<HTMLAnchorElement>(page, 'a', 'Acme GmbH (opens in a new tab)');
    expect([link.getAttribute('href'), link.target]).toEqual(['/leads/7', '_blank']);
    expect(textOf(page.querySelector('[role=status]'))).toBe('1 lead may be the same.');
  });

  it('are not looked for again where something else is entered', async () => {
    compared.set({ name: 'Acme' });
    await api.settle();
    await rest();
    (await api.request('POST', '/leads/duplicates')).flush(found);
    compared.set({ name: 'Acme' });
    await api.settle();
    await rest();
    expect(await api.requests('/leads/duplicates')).toEqual([]);
  });

  it('are looked for anew with each version of a lead', async () => {
    lead.set({ id: 17, tenant_id: 'demo', version: 1 });
    (await api.request('GET', '/leads/17/duplicates')).flush(found);
    await api.settle();
    expect(byName<HTMLAnchorElement>(page, 'a', 'Acme GmbH').getAttribute('target')).toBeNull();
    lead.set({ id: 17, tenant_id: 'demo', version: 2 });
    const again = await api.request('GET', '/leads/17/duplicates');
    expect(page.querySelectorAll('li')).toHaveLength(1);
    again.flush({ items: [] });
    await api.settle();
    expect(page.querySelectorAll('li')).toHaveLength(0);
  });

  it('are left out where they cannot be found', async () => {
    lead.set({ id: 17, tenant_id: 'demo', version: 1 });
    (await api.request('GET', '/leads/17/duplicates')).error(new ProgressEvent('error'));
    await api.settle();
    expect(textOf(page)).toBe('');
  });
});
