import { TestBed } from '@angular/core/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { provideRouter, Router } from '@angular/router';
import { Component } from '@angular/core';
import { provideTestApi, TestApi } from '../../testing/api';
import { textOf, type } from '../../testing/dom';
import { aLead, aPage } from '../../testing/leads';
import { provideTexts } from '../../testing/translations';
import { CurrentLead } from '../leads/current-lead';
import { CurrentTenant } from '../tenant/current-tenant';
import { Theme } from '../theme/theme';
import { Palette, SEARCH_DELAY_MS } from './palette';

@Component({ template: '' })
class Screen {}

describe('palette', () => {
  let api: TestApi;
  let root: HTMLElement;
  let closed: number;

  beforeEach(() => {
    localStorage.clear();
    closed = 0;
    Element.prototype.scrollIntoView ??= () => undefined;
    TestBed.configureTestingModule({
      providers: [
        provideTexts(),
        provideTestApi(),
        provideRouter([{ path: '**', component: Screen }]),
        { provide: MatDialogRef, useValue: { close: () => closed++ } },
      ],
    });
  });

  async function open(): Promise<void> {
    const fixture = TestBed.createComponent(Palette);
    root = fixture.nativeElement as HTMLElement;
    document.body.append(root);
    api = new TestApi();
    await api.settle();
  }
  afterEach(() => root.remove());

  const field = () => root.querySelector('input') as HTMLInputElement;
  const shown = () => [...root.querySelectorAll('[role=option]')].map(textOf);
  const active = () =>
    textOf(root.querySelector(`#${field().getAttribute('aria-activedescendant')}`));
  async function press(key: string): Promise<void> {
    field().dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
    await api.settle();
  }
  async function enter(text: string): Promise<void> {
    type(field(), text);
    await new Promise((resolve) => setTimeout(resolve, SEARCH_DELAY_MS + 20));
    await api.settle();
  }

  it('finds leads by what is typed, and goes to the one that is chosen', async () => {
    await open();
    await enter('acme');
    const request = (await api.requests('/leads')).at(-1);
    expect(request?.request.params.toString()).toBe('q=acme&limit=8');
    request?.flush(aPage([aLead({ id: 1 }), aLead({ id: 7, name: 'Acme AG', domain: null })]));
    await api.settle();
    expect(shown().slice(0, 2)).toEqual(['Acme GmbH acme.example', 'Acme AG']);
    await press('ArrowDown');
    expect(active()).toBe('Acme AG');
    await press('Enter');
    expect(closed).toBe(1);
    expect(TestBed.inject(Router).url).toBe('/leads/7');
  });

  it('finds commands by the beginnings of their words', async () => {
    await open();
    await enter('th dar');
    expect(shown()).toEqual(['Theme: Dark']);
    await press('Enter');
    expect(TestBed.inject(Theme).current()).toBe('dark');
  });

  it('changes the status of the lead that is focused in the list', async () => {
    TestBed.inject(CurrentLead).set(aLead());
    await open();
    expect(shown().slice(0, 2)).toEqual([
      'Set status to Qualified Acme GmbH',
      'Set status to Lost Acme GmbH',
    ]);
    await enter('lost');
    await press('Enter');
    const request = await api.request('POST', '/leads/1/status');
    expect(request.request.params.get('new_status')).toBe('lost');
  });

  it('changes the status of the lead whose page is open', async () => {
    await TestBed.inject(Router).navigateByUrl('/leads/7');
    await open();
    expect(shown()[0]).toBe('New lead');
    (await api.request('GET', '/leads/7')).flush(aLead({ id: 7, status: 'lost' }));
    await api.settle();
    expect(shown()[0]).toBe('Set status to New Acme GmbH');
  });

  it('switches to a tenant that is remembered, or to any that is typed', async () => {
    TestBed.inject(CurrentTenant).switchTo('acme');
    await open();
    await enter('switch demo');
    expect(shown()).toEqual(['Switch to tenant demo']);
    await enter('unheard-of');
    expect(shown()).toEqual([]);
    (await api.requests('/leads')).at(-1)?.flush(aPage([]));
    await api.settle();
    expect(shown()).toEqual(['Switch to tenant unheard-of']);
    await press('Enter');
    await api.settle();
    expect(TestBed.inject(CurrentTenant).id()).toBe('unheard-of');
  });

  it('goes round at both ends, and says where nothing is found', async () => {
    await open();
    const [first] = shown();
    const last = shown().at(-1);
    await press('ArrowUp');
    expect(active()).toBe(last);
    await press('ArrowDown');
    expect(active()).toBe(first);
    await enter('No Such Thing');
    (await api.requests('/leads')).at(-1)?.flush(aPage([]));
    await api.settle();
    expect(shown()).toEqual(['Nothing found']);
    await press('Enter');
    expect(closed).toBe(0);
  });

  it('opens a view that the tenant has saved', async () => {
    await open();
    const query = { status: 'new', min_priority: 50 } as const;
    (await api.request('GET', '/views')).flush({ items: [{ name: 'Hot & new', query }] });
    await enter('hot');
    expect(shown()[0]).toBe('View: Hot & new');
    await press('Enter');
    await api.settle();
    expect(TestBed.inject(Router).url).toBe('/leads?status=new&min_priority=50');
  });
});
