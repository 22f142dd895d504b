import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { byName } from '../../../../testing/dom';
import { LeadPageUnderTest } from '../../../../testing/lead-page';
import { aLead, aPage } from '../../../../testing/leads';

const lead = (id: number) => aLead({ id, name: `Lead ${id}` });

describe('lead steps', () => {
  let shown: LeadPageUnderTest;
  const link = (name: string) => byName<HTMLAnchorElement>(shown.page, 'a', name);
  const url = () => TestBed.inject(Router).url;

  /** Opened from a list, as its links do. */
  async function openFrom(list: object): Promise<void> {
    shown = await LeadPageUnderTest.open('/leads');
    await TestBed.inject(Router).navigateByUrl('/leads/17', { state: { list } });
    (await shown.api.request('GET', '/leads/17')).flush(lead(17));
    await shown.answerHistory();
  }

  const listRequest = () => shown.api.request('GET', '/leads');

  it('lead to the neighbours in the order of the list', async () => {
    await openFrom({ status: 'new', sort: 'name' });
    const request = await listRequest();
    expect(request.request.params.get('status')).toBe('new');
    expect(request.request.params.get('sort')).toBe('name');
    request.flush(aPage([lead(3), lead(17), lead(5)]));
    await shown.api.settle();
    expect(link('Previous lead: Lead 3').getAttribute('href')).toBe('/leads/3');
    link('Next lead: Lead 5').click();
    await shown.api.settle();
    expect(url()).toBe('/leads/5');
    expect(TestBed.inject(Location).getState()).toMatchObject({
      list: { status: 'new', sort: 'name' },
    });
  });

  it('go by keys, over what is known already', async () => {
    await openFrom({});
    (await listRequest()).flush(aPage([lead(3), lead(17), lead(5)]));
    await shown.api.settle();
    await shown.key('j', document.body);
    expect(url()).toBe('/leads/5');
    await shown.key('k', document.body);
    await shown.key('k', document.body);
    expect(url()).toBe('/leads/3');
    expect(await shown.api.requests('/leads')).toEqual([]);
  });

  it('read on by cursor where the page ends', async () => {
    await openFrom({});
    (await listRequest()).flush({ ...aPage([lead(3), lead(17)]), next_cursor: 'further' });
    const further = await listRequest();
    expect(further.request.params.get('cursor')).toBe('further');
    further.flush(aPage([lead(5)]));
    await shown.api.settle();
    expect(link('Next lead: Lead 5')).toBeTruthy();
  });

  it('are not there where the lead left the list, or no list is known', async () => {
    await openFrom({});
    (await listRequest()).flush(aPage([lead(3), lead(5)]));
    await shown.api.settle();
    expect(shown.page.querySelector('app-lead-steps a')).toBeNull();
  });

  it('ask for no list where one came by a link', async () => {
    shown = await LeadPageUnderTest.open();
    await shown.load(lead(17));
    expect(await shown.api.requests('/leads')).toEqual([]);
  });

  it('ask before an edit is left', async () => {
    await openFrom({});
    (await listRequest()).flush(aPage([lead(17), lead(5)]));
    await shown.api.settle();
    await shown.press('Edit: Domain');
    await shown.enter('Domain', 'b.example');
    link('Next lead: Lead 5').click();
    await shown.api.settle();
    byName(document, 'mat-dialog-container button', 'Keep editing').click();
    await shown.api.settle();
    expect([url(), shown.field('Domain').value]).toEqual(['/leads/17', 'b.example']);
  });
});
