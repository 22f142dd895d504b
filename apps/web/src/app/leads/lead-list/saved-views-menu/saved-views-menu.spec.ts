import { Component } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { View } from '@leadlog/contracts/view';
import { provideTestApi, TestApi } from '../../../../testing/api';
import { byName, textOf, type } from '../../../../testing/dom';
import { aProblem } from '../../../../testing/leads';
import { provideTexts } from '../../../../testing/translations';
import { Undo } from '../../../undo/undo';
import { DEFAULT_LIST, type ListQuery } from '../list-query';
import { SavedViewsMenu } from './saved-views-menu';

@Component({ template: '' })
class Screen {}

const hot: View = { name: 'Hot', query: { status: 'new', min_priority: 50 } };
const mine: View = { name: 'Mine', query: { owner: 'mara', sort: 'name' } };

describe('saved views', () => {
  let api: TestApi;
  let fixture: ComponentFixture<SavedViewsMenu>;

  const dialog = () => document.querySelector('[role=dialog]') as HTMLElement;
  const names = () => [...dialog().querySelectorAll('li a')].map(textOf);
  const button = (name: string) => byName<HTMLButtonElement>(dialog(), 'button', name);
  const refusal = () => textOf(document.querySelector('#view-refusal'));

  async function open(query: Partial<ListQuery>, views: View[] = [hot, mine]): Promise<void> {
    fixture.componentRef.setInput('query', { ...DEFAULT_LIST, ...query });
    await api.settle();
    byName(fixture.nativeElement as HTMLElement, 'button', 'Saved views').click();
    await answer(views);
  }

  async function answer(views: View[]): Promise<void> {
    for (let round = 0; round < 5; round++) await api.settle();
    (await api.request('GET', '/views')).flush({ items: views });
    await api.settle();
  }

  async function press(name: string): Promise<void> {
    button(name).click();
    await api.settle();
  }

  async function enter(selector: string, text: string): Promise<void> {
    const field = dialog().querySelector(selector) as HTMLInputElement;
    type(field, text);
    await api.settle();
    field.form?.dispatchEvent(new Event('submit', { cancelable: true }));
    await api.settle();
  }

  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideTexts(),
        provideTestApi(),
        provideRouter([{ path: '**', component: Screen }]),
      ],
    });
    fixture = TestBed.createComponent(SavedViewsMenu);
    document.body.append(fixture.nativeElement as HTMLElement);
    api = new TestApi();
  });

  it('are links to what they show, of which the one shown now is marked', async () => {
    await open({ status: 'new', min_priority: 50 });
    expect(names()).toEqual(['Hot', 'Mine']);
    expect(textOf(dialog().querySelector('[aria-current]'))).toBe('Hot');
    byName(dialog(), 'a', 'Mine').click();
    await api.settle();
    expect(TestBed.inject(Router).url).toBe('/leads?owner=mara&sort=name');
    expect(dialog()).toBeNull();
  });

  it('are saved from what the list shows', async () => {
    await open({ industry: 'tech' });
    await enter('#view-name', ' Tech ');
    const request = await api.request('PUT', '/views/Tech');
    expect(request.request.body).toEqual({ query: { industry: 'tech' } });
    const tech: View = { name: 'Tech', query: { industry: 'tech' } };
    request.flush(tech);
    await answer([hot, mine, tech]);
    expect(names()).toEqual(['Hot', 'Mine', 'Tech']);
  });

  it('say before one takes the place of another', async () => {
    await open({ industry: 'tech' });
    type(dialog().querySelector('#view-name') as HTMLInputElement, 'hot');
    await api.settle();
    expect(button('Replace')).toBeTruthy();
    expect(textOf(dialog())).toContain('There is a view of this name. Saving replaces it.');
  });

  it('have nothing to save where the list is as it begins', async () => {
    await open({}, []);
    expect(dialog().querySelector('#view-name')).toBeNull();
    expect(textOf(dialog())).toContain('Filter, search or sort the list, then save it here');
  });

  it('are renamed, but not over another', async () => {
    await open({});
    await press('Rename “Hot”');
    await enter('.renaming input', 'MINE');
    expect(refusal()).toBe('There is a view of this name already.');
    await enter('.renaming input', 'Hottest');
    (await api.request('PUT', '/views/Hottest')).flush({ ...hot, name: 'Hottest' });
    (await api.request('DELETE', '/views/Hot')).flush(null);
    await answer([{ ...hot, name: 'Hottest' }, mine]);
    expect(names()).toEqual(['Hottest', 'Mine']);
  });

  it('are deleted, which can be taken back', async () => {
    await open({});
    await press('Delete “Hot”');
    (await api.request('DELETE', '/views/Hot')).flush(null);
    await answer([mine]);
    expect(names()).toEqual(['Mine']);
    TestBed.inject(Undo).takeBack();
    const request = await api.request('PUT', '/views/Hot');
    expect(request.request.body).toEqual({ query: hot.query });
    request.flush(hot);
  });

  it('say what is wrong with a name, and why the server refuses one', async () => {
    await open({ industry: 'tech' });
    await enter('#view-name', ' ');
    expect(refusal()).toBe('This is required.');
    await enter('#view-name', 'x'.repeat(101));
    expect(refusal()).toBe('At most 100 characters.');
    await enter('#view-name', 'Tech');
    const { body, init } = aProblem('validation', 422, 'See errors.');
    const errors = [{ pointer: '', code: 'too_many_views', detail: 'has 200 views' }];
    (await api.request('PUT', '/views/Tech')).flush({ ...body, errors }, init);
    await api.settle();
    expect(refusal()).toBe('There are as many saved views as there may be. Delete one first.');
  });
});
