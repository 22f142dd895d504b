import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { byName, textOf, type } from '../../../testing/dom';
import { provideTexts } from '../../../testing/translations';
import { CurrentTenant } from '../current-tenant';
import { TenantSwitcher } from './tenant-switcher';

@Component({ template: '' })
class Screen {}

describe('tenant switcher', () => {
  let unsaved = false;

  async function open() {
    const fixture = TestBed.createComponent(TenantSwitcher);
    await fixture.whenStable();
    byName(fixture.nativeElement, 'button', 'Tenant: demo').click();
    await fixture.whenStable();
    const enter = async (id: string) => {
      type(byName<HTMLInputElement>(document, 'input', 'Other tenant'), id);
      byName(document, 'button', 'Switch').click();
      await fixture.whenStable();
    };
    return { fixture, enter };
  }

  beforeEach(async () => {
    localStorage.clear();
    unsaved = false;
    TestBed.configureTestingModule({
      providers: [
        provideTexts(),
        provideRouter([
          { path: 'leads', component: Screen },
          { path: 'leads/new', component: Screen, canDeactivate: [() => !unsaved] },
        ]),
      ],
    });
    await TestBed.inject(Router).navigateByUrl('/leads/new');
  });

  it('shows the leads of the tenant that was entered, without filters', async () => {
    await TestBed.inject(Router).navigateByUrl('/leads?q=gmbh&status=new');
    const { enter } = await open();
    await enter('  acme ');
    expect(TestBed.inject(CurrentTenant).id()).toBe('acme');
    expect(TestBed.inject(Router).url).toBe('/leads');
  });

  it('shows them on the list that is on the screen already', async () => {
    await TestBed.inject(Router).navigateByUrl('/leads');
    const { enter } = await open();
    await enter('acme');
    expect(TestBed.inject(CurrentTenant).id()).toBe('acme');
  });

  it('goes back to one that it remembers', async () => {
    TestBed.inject(CurrentTenant).switchTo('acme');
    TestBed.inject(CurrentTenant).switchTo('demo');
    const { fixture } = await open();
    byName(document, 'button', 'acme').click();
    await fixture.whenStable();
    expect(TestBed.inject(CurrentTenant).id()).toBe('acme');
  });

  it.each(['Acme', 'ac me', '-acme', ''])('refuses "%s" and says what a tenant is', async (id) => {
    const { enter } = await open();
    await enter(id);
    expect(textOf(document.querySelector('#tenant-id-error'))).toContain('Lower-case letters');
    expect(TestBed.inject(CurrentTenant).id()).toBe('demo');
  });

  it('stays where a form that is not saved keeps its screen', async () => {
    unsaved = true;
    const { enter } = await open();
    await enter('acme');
    expect(TestBed.inject(CurrentTenant).id()).toBe('demo');
    expect(TestBed.inject(Router).url).toBe('/leads/new');
  });
});
