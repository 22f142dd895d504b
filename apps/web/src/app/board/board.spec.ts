import type { TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { LeadRead } from '@leadlog/contracts/lead';
import type { LeadPage } from '@leadlog/contracts/lead-list';
import { type Status, STATUSES } from '@leadlog/domain/vocabulary';
import { Subject } from 'rxjs';
import { provideTestApi, TestApi } from '../../testing/api';
import { byName, textOf } from '../../testing/dom';
import { aChange, aLead, aPage, aProblem } from '../../testing/leads';
import { provideTexts } from '../../testing/translations';
import { GATHER_MS } from '../leads/lead-list/live-rows';
import { FOLLOW_LOG, type LeadChange } from '../live/live';
import { CurrentTenant } from '../tenant/current-tenant';
import { Board } from './board';

const acme = aLead({ id: 1, name: 'Acme GmbH', priority: 95 });
const small = aLead({ id: 2, name: 'Small AG', priority: 20, employee_count: null });
const beta = aLead({ id: 3, name: 'Béta AG', priority: 120, status: 'qualified' });

describe('board', () => {
  let api: TestApi;
  let page: HTMLElement;
  let log: Subject<LeadChange>;

  async function open(address = '/board'): Promise<void> {
    const harness = await RouterTestingHarness.create(address);
    page = harness.fixture.nativeElement as HTMLElement;
    document.body.append(page);
    api = new TestApi();
  }

  /** Answers all columns that wait. */
  async function answer(pages: Partial<Record<Status, LeadPage>> = {}): Promise<TestRequest[]> {
    const waiting = await api.requests('/leads');
    for (const it of waiting)
      it.flush(pages[it.request.params.get('status') as Status] ?? aPage([]), {
        headers: { 'X-Tenant-Position': '41' },
      });
    await api.settle();
    return waiting;
  }

  async function openFull(): Promise<void> {
    await open();
    await answer({ new: aPage([acme, small], 40), qualified: aPage([beta]) });
  }

  const column = (status: string) =>
    byName<HTMLElement>(page, 'ul', status).closest('app-board-column') as HTMLElement;
  const cards = (status: string) =>
    [...column(status).querySelectorAll('[data-card] a')].map(textOf);
  const heads = () => [...page.querySelectorAll('h2')].map(textOf);
  const link = (lead: LeadRead) => byName<HTMLElement>(page, 'a', lead.name);

  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      const init = { key, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init));
      await api.settle();
    }
  }

  async function choose(lead: LeadRead, to: string): Promise<void> {
    byName(page, 'button', `Move ${lead.name} to another status`).click();
    await api.settle();
    byName(document, '[role=menuitemradio]', to).click();
    await api.settle();
  }

  /** What screen readers were told last; they are told a little later. */
  async function announced(): Promise<string> {
    await new Promise((resolve) => setTimeout(resolve, 120));
    return textOf(document.querySelector('.cdk-live-announcer-element'));
  }

  /** As many as a column has at first. */
  const many = (status: Status) =>
    Array.from({ length: 20 }, (_, n) =>
      aLead({ id: n + 20, name: `Lead ${n + 20}`, status, priority: 90 }),
    );

  beforeEach(() => {
    localStorage.clear();
    log = new Subject();
    TestBed.configureTestingModule({
      providers: [
        { provide: FOLLOW_LOG, useValue: () => log },
        provideTexts(),
        provideTestApi(),
        provideRouter([{ path: 'board', component: Board }]),
      ],
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
    page.remove();
  });

  describe('and its columns', () => {
    it('asks for the first cards of each status, as the address narrows them', async () => {
      await open('/board?q=gmbh&industry=tech&archived=true&rows=500');
      const requests = await answer();
      expect(requests.map(({ request }) => request.params.toString())).toEqual(
        STATUSES.map((status) => `q=gmbh&status=${status}&industry=tech&sort=-priority&limit=20`),
      );
    });

    it('shows them by priority under the number of all', async () => {
      await openFull();
      expect(heads()).toEqual(['New 40', 'Qualified 1', 'Lost 0']);
      expect(cards('New')).toEqual(['Acme GmbH', 'Small AG']);
      expect(textOf(column('Lost'))).toContain('No leads here');
    });

    it('says on each card why it stands there', async () => {
      jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-22T12:00:00.000Z'));
      await openFull();
      expect(textOf(link(acme).closest('[data-card]')?.querySelector('.why') ?? null)).toBe(
        'contact · 120 employees · active 2 days ago',
      );
    });

    it('reads more of one column when asked', async () => {
      await open();
      await answer({ new: { ...aPage(many('new'), 40), next_cursor: 'c1' } });
      byName(page, 'button', 'Show 20 more').click();
      const more = await answer({ new: aPage([small], 40) });
      expect(more.map(({ request }) => request.params.toString())).toEqual([
        'status=new&sort=-priority&limit=20&cursor=c1',
      ]);
      expect(cards('New')).toHaveLength(21);
      expect(cards('New').at(-1)).toBe('Small AG');
    });

    it('says why they could not be loaded, and keeps what it knows', async () => {
      await openFull();
      TestBed.inject(Router).navigateByUrl('/board?q=x');
      const { body, init } = aProblem('unavailable', 503, 'The store is busy.');
      for (const it of await api.requests('/leads')) it.flush(body, init);
      await api.settle();
      expect(textOf(page.querySelector('[role=alert]'))).toContain('What you see below');
      expect(cards('New')).toHaveLength(2);
      byName(page, 'button', 'Try again').click();
      await answer({ new: aPage([acme]) });
      expect(page.querySelector('[role=alert]')).toBeNull();
      expect(cards('New')).toEqual(['Acme GmbH']);
    });

    it('never shows the leads of one tenant as those of another', async () => {
      await openFull();
      TestBed.inject(CurrentTenant).switchTo('other');
      await api.settle();
      expect(page.querySelectorAll('[data-card]')).toHaveLength(0);
    });
  });

  describe('and a card that is moved', () => {
    it('stands where it will come at once, with the priority that it will have', async () => {
      await openFull();
      await choose(small, 'Qualified');
      expect(cards('Qualified')).toEqual(['Béta AG', 'Small AG']);
      expect(heads()).toEqual(['New 39', 'Qualified 2', 'Lost 0']);
      const card = link(small).closest('[data-card]');
      expect(textOf(card?.querySelector('app-priority-badge') ?? null)).not.toContain('20');

      const request = await api.request('POST', '/leads/2/status');
      expect(request.request.params.get('new_status')).toBe('qualified');
      const changed = { ...small, status: 'qualified' as const, priority: 60, version: 2 };
      request.flush(changed);
      await api.settle();
      expect(heads()).toEqual(['New 39', 'Qualified 2', 'Lost 0']);
      await answer({ new: aPage([acme], 39), qualified: aPage([beta, changed]) });
      expect(heads()).toEqual(['New 39', 'Qualified 2', 'Lost 0']);
      expect(cards('Qualified')).toEqual(['Béta AG', 'Small AG']);
    });

    it('stays in sight although it comes further down than is loaded', async () => {
      await open();
      const more = { ...aPage(many('lost'), 900), next_cursor: 'c1' };
      await answer({ new: aPage([small]), lost: more });
      await choose(small, 'Lost');
      const changed = { ...small, status: 'lost' as const, priority: 10, version: 2 };
      (await api.request('POST', '/leads/2/status')).flush(changed);
      await answer({ lost: { ...more, total: 901 } });
      expect(cards('Lost').slice(-2)).toEqual(['Lead 39', 'Small AG']);
      expect(heads()).toEqual(['New 0', 'Qualified 0', 'Lost 901']);
    });

    it('goes back where the server refuses, and the reason is told', async () => {
      await openFull();
      await choose(acme, 'Lost');
      expect(cards('Lost')).toEqual(['Acme GmbH']);
      const { body, init } = aProblem('precondition-failed', 412, 'It is at version 3.');
      (await api.request('POST', '/leads/1/status')).flush(body, init);
      await api.settle();
      expect(cards('New')).toEqual(['Acme GmbH', 'Small AG']);
      expect(heads()).toEqual(['New 40', 'Qualified 1', 'Lost 0']);
      expect(textOf(document.querySelector('mat-snack-bar-container'))).toContain(
        'Acme GmbH stays “New”. The lead has changed meanwhile: It is at version 3.',
      );
    });

    it('goes back where nobody answers', async () => {
      await openFull();
      await choose(acme, 'Lost');
      (await api.request('POST', '/leads/1/status')).error(new ProgressEvent('error'));
      await api.settle();
      expect(cards('New')).toContain('Acme GmbH');
    });

    it('goes back when that is undone', async () => {
      await openFull();
      await choose(acme, 'Lost');
      const lost = { ...acme, status: 'lost' as const, version: 2, priority: 85 };
      (await api.request('POST', '/leads/1/status')).flush(lost);
      await answer({ new: aPage([small], 39), qualified: aPage([beta]), lost: aPage([lost]) });
      byName(document, 'mat-snack-bar-container button', 'Undo').click();
      (await api.request('POST', '/leads/1/status')).flush({ ...acme, version: 3 });
      await api.settle();
      expect(cards('New')).toEqual(['Acme GmbH', 'Small AG']);
      expect(cards('Lost')).toEqual([]);
    });

    it('has the focus still', async () => {
      await openFull();
      byName(page, 'button', 'Move Acme GmbH to another status').focus();
      await choose(acme, 'Qualified');
      await api.settle();
      expect(column('Qualified').contains(document.activeElement)).toBe(true);
      expect(link(acme).closest('li')?.contains(document.activeElement)).toBe(true);
    });
  });

  describe('and its keys', () => {
    beforeEach(async () => {
      await openFull();
      link(acme).focus();
    });

    it('go from card to card', async () => {
      await press('ArrowDown');
      expect(document.activeElement).toBe(link(small));
      await press('ArrowRight');
      expect(document.activeElement).toBe(link(beta));
      await press('ArrowRight', 'ArrowLeft');
      expect(document.activeElement).toBe(link(acme));
      await press('End');
      expect(document.activeElement).toBe(link(small));
      expect([link(acme).tabIndex, link(small).tabIndex]).toEqual([-1, 0]);
    });

    it('pick a card up, carry it and drop it, and tell each step', async () => {
      await press(' ');
      expect(await announced()).toContain('Acme GmbH picked up from “New”.');
      await press('ArrowRight');
      expect(await announced()).toBe('Qualified: place 1 of 2.');
      expect(column('Qualified').querySelector('.landing')).not.toBeNull();
      await press('ArrowRight', 'ArrowRight');
      expect(await announced()).toBe('Lost: place 1 of 1.');
      await press(' ');
      expect(await announced()).toBe('Acme GmbH dropped in “Lost”.');
      expect(cards('Lost')).toEqual(['Acme GmbH']);
      expect(document.activeElement).toBe(link(acme));
      const request = await api.request('POST', '/leads/1/status');
      expect(request.request.params.get('new_status')).toBe('lost');
    });

    it.each([['Escape'], ['ArrowLeft', ' '], ['ArrowRight', 'ArrowLeft', 'Enter']])(
      'put it back with %s',
      async (...keys) => {
        await press(' ', 'ArrowRight', ...(keys[0] === 'Escape' ? [] : ['ArrowLeft']), ...keys);
        expect(await announced()).toBe('Cancelled. Acme GmbH stays in “New”.');
        expect(page.querySelector('.landing')).toBeNull();
        expect(await api.requests('/leads/1/status')).toEqual([]);
        expect(document.activeElement).toBe(link(acme));
      },
    );

    it('put it back when the focus goes elsewhere', async () => {
      await press(' ', 'ArrowRight');
      byName<HTMLElement>(page, 'input', 'Search leads').focus();
      await api.settle();
      expect(page.querySelector('.landing')).toBeNull();
    });
  });

  describe('and the changes of others', () => {
    beforeEach(openFull);

    async function happens(lead: LeadRead): Promise<void> {
      log.next(aChange({ lead_id: lead.id, version: lead.version }));
      await new Promise((resolve) => setTimeout(resolve, GATHER_MS + 20));
      await api.settle();
    }

    it('are read where nobody is on the board', async () => {
      await happens({ ...acme, status: 'lost', version: 2 });
      const lost = { ...acme, status: 'lost' as const, version: 2 };
      await answer({ new: aPage([small]), lost: aPage([lost]) });
      expect(cards('Lost')).toEqual(['Acme GmbH']);
    });

    it('show on their cards, which stay where they are until asked', async () => {
      link(small).focus();
      const lost = { ...acme, status: 'lost' as const, version: 2 };
      await happens(lost);
      (await api.request('GET', '/leads/1')).flush(lost);
      await api.settle();
      expect(cards('New')).toEqual(['Acme GmbH', 'Small AG']);
      expect(textOf(link(acme).closest('li'))).toContain('By now “Lost”');
      byName(page, 'button', '1 change – show').click();
      await answer({ new: aPage([small]), lost: aPage([lost]) });
      expect(cards('Lost')).toEqual(['Acme GmbH']);
    });
  });
});
