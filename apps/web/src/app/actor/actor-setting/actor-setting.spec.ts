import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideTestApi, TestApi } from '../../../testing/api';
import { byName, type } from '../../../testing/dom';
import { provideTexts } from '../../../testing/translations';
import { CurrentActor } from '../current-actor';
import { ActorSetting } from './actor-setting';

describe('actor setting', () => {
  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideTexts(), provideTestApi(), provideRouter([])],
    });
  });

  it('asks who works here, and says it from then on', async () => {
    const fixture = TestBed.createComponent(ActorSetting);
    const api = new TestApi();
    await api.settle();
    byName(fixture.nativeElement, 'button', 'Who are you?').click();
    await api.settle();
    type(byName<HTMLInputElement>(document, 'input', 'I am'), 'mara');
    byName(document, '[role=dialog] button', 'Save').click();
    await api.settle();
    expect(TestBed.inject(CurrentActor).name()).toBe('mara');
    expect(byName(fixture.nativeElement, 'button', 'I am mara')).toBeTruthy();
    expect(document.querySelector('[role=dialog]')).toBeNull();
  });

  it('leads to the leads of whom the service takes one for', async () => {
    const fixture = TestBed.createComponent(ActorSetting);
    const api = new TestApi();
    await api.settle();
    byName(fixture.nativeElement, 'button', 'Who are you?').click();
    const me = { actor: 'mara@acme.example', roles: ['sales'], tenants: ['acme'] };
    (await api.request('GET', '/me')).flush(me);
    await api.settle();
    const mine = byName<HTMLAnchorElement>(document, '[role=dialog] a', 'My leads');
    expect(mine.getAttribute('href')).toBe('/leads?owner=mara@acme.example');
  });
});
