import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { textOf } from '../../testing/dom';
import { provideTexts } from '../../testing/translations';
import { Nav } from './nav';
import { SCREENS } from './screens';

@Component({ template: '' })
class Screen {}

describe('navigation', () => {
  it.each([
    ['/leads?status=new', 'Leads'],
    ['/leads/17', 'Leads'],
    ['/board?q=gmbh', 'Board'],
    ['/team', 'Team'],
    ['/elsewhere', undefined],
  ])('at %s marks %p', async (address, marked) => {
    TestBed.configureTestingModule({
      providers: [provideTexts(), provideRouter([{ path: '**', component: Screen }])],
    });
    const fixture = TestBed.createComponent(Nav);
    await TestBed.inject(Router).navigateByUrl(address);
    await fixture.whenStable();
    const links = [...(fixture.nativeElement as HTMLElement).querySelectorAll('a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(SCREENS.map(({ path }) => path));
    expect(links.find((link) => link.getAttribute('aria-current') === 'page')?.textContent).toBe(
      marked,
    );
    expect(links.map(textOf)).toEqual(['Leads', 'Board', 'Overview', 'Team']);
  });
});
