import { Component, type EnvironmentProviders, type Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { provideRouter, TitleStrategy, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { LeadRead } from '@leadlog/contracts/lead';
import { LeadPage } from '../app/leads/lead-page/lead-page';
import { PageTitle } from '../app/page-title';
import { Shortcuts } from '../app/shortcuts/shortcuts';
import { provideTestApi, TestApi } from './api';
import { byName, type } from './dom';
import { aHistory } from './history';
import { aLead } from './leads';
import { provideTexts } from './translations';

@Component({ template: '' })
class Elsewhere {}

/** The page of lead 17, as one who uses it sees it; its requests wait to be answered. */
export class LeadPageUnderTest {
  readonly api = new TestApi();
  readonly page: HTMLElement;

  private constructor(harness: RouterTestingHarness) {
    this.page = harness.fixture.nativeElement as HTMLElement;
  }

  static async open(
    address = '/leads/17',
    providers: (Provider | EnvironmentProviders)[] = [],
  ): Promise<LeadPageUnderTest> {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideTexts(),
        provideTestApi(),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        { provide: TitleStrategy, useExisting: PageTitle },
        provideRouter(
          [
            {
              path: 'leads/:id',
              title: 'lead',
              component: LeadPage,
              canDeactivate: [(page: LeadPage) => page.mayLeave()],
              runGuardsAndResolvers: 'paramsOrQueryParamsChange',
            },
            { path: '**', component: Elsewhere },
          ],
          withComponentInputBinding(),
        ),
        ...providers,
      ],
    });
    return new LeadPageUnderTest(await RouterTestingHarness.create(address));
  }

  /** Answers what the page asks for first. */
  async load(lead: LeadRead = aLead({ id: 17 }), history = aHistory()): Promise<void> {
    (await this.api.request('GET', '/leads/17')).flush(lead);
    await this.answerHistory(history);
  }

  async answerHistory(history = aHistory()): Promise<void> {
    for (const request of await this.api.requests('/leads/17/history')) request.flush(history);
    await this.api.settle();
  }

  button(name: string): HTMLButtonElement {
    return byName<HTMLButtonElement>(this.page, 'button', name);
  }

  field(name: string): HTMLInputElement {
    return byName<HTMLInputElement>(this.page, 'input, select, textarea', name);
  }

  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.api.settle();
  }

  async enter(field: string, value: string): Promise<void> {
    type(this.field(field), value);
    await this.api.settle();
  }

  /** Enter in a field: what its form does with it. */
  async submit(field: string): Promise<void> {
    this.field(field).form?.dispatchEvent(new Event('submit', { cancelable: true }));
    await this.api.settle();
  }

  /** A key pressed where the focus is, or on the page as a whole. */
  async key(key: string, on: EventTarget = document.activeElement ?? document): Promise<void> {
    const press = (event: KeyboardEvent) => TestBed.inject(Shortcuts).press(event);
    window.addEventListener('keydown', press, { once: true });
    on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    window.removeEventListener('keydown', press);
    await this.api.settle();
  }
}
