import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { byName, type } from '../../../testing/dom';
import { provideTexts } from '../../../testing/translations';
import { CurrentActor } from '../current-actor';
import { ActorSetting } from './actor-setting';

describe('actor setting', () => {
  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [provideTexts(), provideRouter([])] });
  });

  it('asks who works here, and says it from then on', async () => {
    const fixture = TestBed.createComponent(ActorSetting);
    await fixture.whenStable();
    byName(fixture.nativeElement, 'button', 'Who are you?').click();
    await fixture.whenStable();
    type(byName<HTMLInputElement>(document, 'input', 'I am'), 'mara');
    byName(document, '[role=dialog] button', 'Save').click();
    await fixture.whenStable();
    expect(TestBed.inject(CurrentActor).name()).toBe('mara');
    expect(byName(fixture.nativeElement, 'button', 'I am mara')).toBeTruthy();
    expect(document.querySelector('[role=dialog]')).toBeNull();
  });
});
