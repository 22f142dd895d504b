import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { TenantComparison } from '@leadlog/contracts/stats';
import { NEVER } from 'rxjs';
import { provideTestApi, TestApi } from '../../testing/api';
import { byName, textOf } from '../../testing/dom';
import { aProblem } from '../../testing/leads';
import { aTenant } from '../../testing/stats';
import { provideTexts } from '../../testing/translations';
import { FOLLOW_LOG } from '../live/live';
import { CurrentTenant } from '../tenant/current-tenant';
import { Team } from './team';

@Component({ template: '' })
class Elsewhere {}

const TENANTS = [
  aTenant('acme', { total: 1200, average_priority: 61.25 }),
  aTenant('beta', { total: 0, average_priority: null }),
  aTenant('demo', { total: 300, average_priority: 30 }),
];

describe('team overview', () => {
  let api: TestApi;
  let page: HTMLElement;

  async function open(address = '/team', items: TenantComparison['items'] = TENANTS) {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        { provide: FOLLOW_LOG, useValue: () => NEVER },
        provideTexts(),
        provideTestApi(),
        provideRouter([
          { path: 'team', component: Team },
          { path: '**', component: Elsewhere },
        ]),
      ],
    });
    const harness = await RouterTestingHarness.create(address);
    page = harness.fixture.nativeElement as HTMLElement;
    api = new TestApi();
    (await api.request('GET', '/me/tenants')).flush({ items });
    await api.settle();
  }

  const rows = () => [...page.querySelectorAll('tbody tr')].map(textOf);
  const names = () => [...page.querySelectorAll('tbody a')].map(textOf);

  it('shows each tenant with its figures, and all together', async () => {
    await open();
    expect(rows()).toEqual([
      'acme 1,200 2 1 1 61.3',
      'beta 0 2 1 1 –',
      'demo chosen 300 2 1 1 30.0',
    ]);
    expect(textOf(page.querySelector('tfoot tr'))).toBe('All 1,500 6 3 3 55.0');
  });

  it('is sorted by the address, and by its head', async () => {
    await open('/team?sort=-total');
    expect(names()).toEqual(['acme', 'demo', 'beta']);
    byName(page, 'th button', 'Average priority').click();
    await api.settle();
    expect(TestBed.inject(Router).url).toBe('/team?sort=-average_priority');
    byName(page, 'th button', 'Average priority').click();
    await api.settle();
    expect(names()).toEqual(['demo', 'acme', 'beta']);
    const sorted = page.querySelector('[aria-sort]');
    expect([textOf(sorted), sorted?.getAttribute('aria-sort')]).toEqual([
      'Average priority',
      'ascending',
    ]);
    byName(page, 'th button', 'Tenant').click();
    await api.settle();
    expect(TestBed.inject(Router).url).toBe('/team');
  });

  it('goes to the leads of a tenant', async () => {
    await open();
    const link = byName<HTMLAnchorElement>(page, 'a', 'acme');
    expect(link.getAttribute('href')).toBe('/leads?tenant=acme');
    link.click();
    await api.settle();
    expect(TestBed.inject(CurrentTenant).id()).toBe('acme');
    expect(TestBed.inject(Router).url).toBe('/leads');
  });

  it('leaves a new tab to the browser', async () => {
    await open();
    const click = new MouseEvent('click', { ctrlKey: true, cancelable: true, bubbles: true });
    // jsdom knows no tabs.
    page.addEventListener('click', (event) => {
      expect(event.defaultPrevented).toBe(false);
      event.preventDefault();
    });
    byName(page, 'a', 'acme').dispatchEvent(click);
    await api.settle();
    expect(TestBed.inject(CurrentTenant).id()).toBe('demo');
    expect.assertions(2);
  });

  it('says where there are no tenants', async () => {
    await open('/team', []);
    expect(textOf(page)).toContain('There are no tenants yet');
  });

  it('says why it could not be loaded, keeps what it knows, and tries again', async () => {
    await open();
    window.dispatchEvent(new Event('online'));
    const { body, init } = aProblem('unavailable', 503, 'The store is busy.');
    (await api.request('GET', '/me/tenants')).flush(body, init);
    await api.settle();
    expect(textOf(page.querySelector('[role=alert]'))).toContain('What you see below');
    expect(rows()).toHaveLength(3);
    byName(page, 'button', 'Try again').click();
    (await api.request('GET', '/me/tenants')).flush({ items: [aTenant('acme')] });
    await api.settle();
    expect(rows()).toHaveLength(1);
    expect(page.querySelector('tfoot')).toBeNull();
  });
});
