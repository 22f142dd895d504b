import type { TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { LeadRead } from '@leadlog/contracts/lead';
import type { LeadPage } from '@leadlog/contracts/lead-list';
import { Subject } from 'rxjs';
import { provideTestApi, TestApi } from '../../../testing/api';
import { byName, textOf } from '../../../testing/dom';
import { aChange, aLead, aPage, aProblem } from '../../../testing/leads';
import { provideTexts } from '../../../testing/translations';
import { FOLLOW_LOG, type LeadChange } from '../../live/live';
import { CurrentTenant } from '../../tenant/current-tenant';
import { LeadList } from './lead-list';
import { GATHER_MS } from './live-rows';

const acme = aLead({ id: 1, name: 'Acme GmbH', priority: 95 });
const beta = aLead({ id: 2, name: 'Béta AG', priority: 60, status: 'qualified' });

describe('lead list', () => {
  let api: TestApi;
  let page: HTMLElement;
  let log: Subject<LeadChange>;

  async function open(address = '/leads'): Promise<void> {
    const harness = await RouterTestingHarness.create(address);
    page = harness.fixture.nativeElement as HTMLElement;
    api = new TestApi();
  }

  /** Answers everything that waits: the page itself, and counts by status. */
  async function answer(
    list: LeadPage,
    counts: Record<string, number> = {},
  ): Promise<TestRequest[]> {
    const waiting = await api.requests('/leads');
    for (const it of waiting) {
      const status = it.request.params.get('status') ?? 'all';
      it.flush(isCount(it) ? aPage([], counts[status] ?? list.total) : list);
    }
    await api.settle();
    return waiting;
  }

  const isCount = ({ request }: TestRequest) => request.params.get('limit') === '1';
  const pageRequest = (requests: TestRequest[]) =>
    requests.find((it) => !isCount(it))?.request.params.toString();
  const rows = () => [...page.querySelectorAll('tbody tr')].map((row) => textOf(row));
  const status = (lead: LeadRead, word: string) =>
    byName(page, 'button', `Status of ${lead.name}: ${word}`);

  async function choose(lead: LeadRead, from: string, to: string): Promise<void> {
    status(lead, from).click();
    await api.settle();
    byName(document, '[role=menuitemradio]', to).click();
    await api.settle();
  }

  beforeEach(() => {
    localStorage.clear();
    log = new Subject();
    TestBed.configureTestingModule({
      providers: [
        { provide: FOLLOW_LOG, useValue: () => log },
        provideTexts(),
        provideTestApi(),
        provideRouter([
          { path: 'leads', component: LeadList },
          { path: '**', redirectTo: 'leads' },
        ]),
      ],
    });
  });

  describe('and the address', () => {
    it('asks for what the address says', async () => {
      await open('/leads?q=m%C3%BCller&status=new&industry=tech&min_priority=60&sort=name');
      expect(pageRequest(await answer(aPage([acme], 250)))).toBe(
        'q=m%C3%BCller&status=new&industry=tech&min_priority=60&sort=name&limit=50',
      );
      expect(textOf(page.querySelector('.below'))).toBe('1 of 250');
      expect(byName<HTMLInputElement>(page, 'input', 'Search leads').value).toBe('müller');
    });

    it('follows sorting and filters', async () => {
      await open('/leads?rows=100');
      await answer(aPage([acme], 250), { new: 153 });
      const router = TestBed.inject(Router);

      byName(page, 'th button', 'Name').click();
      expect(pageRequest(await answer(aPage([acme], 250)))).toBe('sort=name&limit=50');
      expect(router.url).toBe('/leads?sort=name');
      expect(page.querySelector('th[data-column=name]')?.getAttribute('aria-sort')).toBe(
        'ascending',
      );

      byName(page, 'button', 'New 250').click();
      await answer(aPage([acme], 250));
      expect(router.url).toBe('/leads?status=new&sort=name');

      byName(page, 'button', 'Archived').click();
      await answer(aPage([acme], 250));
      expect(router.url).toBe('/leads?status=new&archived=true&sort=name');
      byName(page, 'button', 'Clear filters').click();
      await answer(aPage([acme], 250));
      expect(router.url).toBe('/leads?status=new&sort=name');
    });

    it('shows more rows from the cursor on, each lead once', async () => {
      const leads = Array.from({ length: 50 }, (_, n) => aLead({ id: n + 1 }));
      await open();
      await answer({ ...aPage(leads, 51), next_cursor: 'c1' });
      byName(page, 'button', 'Show 50 more').click();
      const more = await answer(aPage([aLead({ id: 50 }), aLead({ id: 51 })], 51));
      expect(pageRequest(more)).toBe('sort=-priority&limit=50&cursor=c1');
      expect(TestBed.inject(Router).url).toBe('/leads?rows=100');
      expect(rows()).toHaveLength(51);
      expect(textOf(page.querySelector('.below'))).toBe('51 of 51');
    });

    it('reads as many rows at once as the server gives, and then on', async () => {
      await open('/leads?rows=250');
      const [first] = await api.requests('/leads');
      expect(first?.request.params.get('limit')).toBe('200');
      const leads = Array.from({ length: 200 }, (_, n) => aLead({ id: n + 1 }));
      first?.flush({ ...aPage(leads, 250), next_cursor: 'c1' });
      expect(pageRequest(await api.requests('/leads'))).toBe('sort=-priority&limit=50&cursor=c1');
    });

    it('counts each status within the search', async () => {
      await open('/leads?q=gmbh&status=lost');
      const requests = await answer(aPage([acme], 3), { all: 12, new: 7, qualified: 2, lost: 3 });
      expect(requests.filter(isCount).map(({ request }) => request.params.toString())).toEqual([
        'q=gmbh&limit=1',
        'q=gmbh&status=new&limit=1',
        'q=gmbh&status=qualified&limit=1',
        'q=gmbh&status=lost&limit=1',
      ]);
      const chips = [...page.querySelectorAll('app-status-filter [aria-pressed]')];
      expect(chips.map(textOf)).toEqual(['All 12', 'New 7', 'Qualified 2', 'Lost 3']);
      expect(chips.map((chip) => chip.getAttribute('aria-pressed'))).toEqual([
        'false',
        'false',
        'false',
        'true',
      ]);
    });
  });

  describe('and its states', () => {
    it('says how to begin where a tenant has no leads, and shows those of the demo', async () => {
      TestBed.inject(CurrentTenant).switchTo('acme');
      await open();
      await answer(aPage([]));
      expect(textOf(page.querySelector('app-empty-tenant'))).toContain('npm run demo');
      byName(page, 'button', 'Show tenant “demo”').click();
      const [request] = await answer(aPage([acme]));
      expect(request?.request.headers.get('X-Tenant-ID')).toBe('demo');
      expect(rows()).toHaveLength(1);
    });

    it('offers to clear search and filter where nothing matches', async () => {
      await open('/leads?q=zzz&status=new&sort=name');
      await answer(aPage([]));
      byName(page, 'button', 'Clear search and filter').click();
      await answer(aPage([acme]));
      expect(TestBed.inject(Router).url).toBe('/leads?sort=name');
      expect(byName<HTMLInputElement>(page, 'input', 'Search leads').value).toBe('');
    });

    it('says why it could not be loaded, and tries again', async () => {
      await open();
      const { body, init } = aProblem('unavailable', 503, 'The store is busy.');
      for (const it of await api.requests('/leads')) it.flush(body, init);
      await api.settle();
      expect(textOf(page.querySelector('[role=alert]'))).toContain(
        'The server cannot answer now: The store is busy. Reference c-1',
      );
      byName(page, 'button', 'Try again').click();
      await answer(aPage([acme, beta]));
      expect(rows()).toHaveLength(2);
    });

    it('keeps showing what it has while it loads the next', async () => {
      await open();
      await answer(aPage([acme, beta], 250));
      byName(page, 'th button', 'Name').click();
      await api.settle();
      expect(rows()).toHaveLength(2);
      expect(page.querySelector('section')?.getAttribute('aria-busy')).toBe('true');
    });

    it('keeps showing what it knows where the server is away, until the network is back', async () => {
      await open();
      await answer(aPage([acme, beta]));
      byName(page, 'th button', 'Name').click();
      for (const it of await api.requests('/leads')) it.error(new ProgressEvent('error'));
      await api.settle();
      expect(textOf(page.querySelector('[role=alert]'))).toContain(
        'The server cannot be reached. What you see below is from before.',
      );
      expect(rows()).toHaveLength(2);
      window.dispatchEvent(new Event('online'));
      await answer(aPage([beta]));
      expect(page.querySelector('[role=alert]')).toBeNull();
      expect(rows()).toHaveLength(1);
    });

    it('never shows the leads of one tenant as those of another', async () => {
      await open();
      await answer(aPage([acme]));
      TestBed.inject(CurrentTenant).switchTo('other');
      await api.settle();
      expect(rows()).toEqual([]);
    });
  });

  describe('and the changes of others', () => {
    const gathered = () => new Promise((resolve) => setTimeout(resolve, GATHER_MS + 20));
    const pill = () => textOf(page.querySelector('.news'));

    beforeEach(async () => {
      await open('/leads?status=new');
      const waiting = await api.requests('/leads');
      for (const it of waiting)
        it.flush(aPage([acme, { ...beta, status: 'new' }]), {
          headers: { 'X-Tenant-Position': '41' },
        });
      await api.settle();
    });

    async function happens(...changes: Partial<LeadChange>[]): Promise<void> {
      for (const change of changes) log.next(aChange(change));
      await gathered();
      await api.settle();
    }

    it('reads the list again where nobody is in it', async () => {
      await happens({ lead_id: 1 }, { lead_id: 9 });
      expect(await answer(aPage([beta]))).toHaveLength(5);
      expect(rows()).toHaveLength(1);
      expect(pill()).toBe('');
    });

    describe('while the focus is in it', () => {
      beforeEach(() => {
        document.body.append(page);
        page.querySelector<HTMLElement>('tbody a')?.focus();
      });
      afterEach(() => page.remove());

      const tell = async (lead: LeadRead) => {
        (await api.request('GET', `/leads/${lead.id}`)).flush(lead);
        await api.settle();
      };

      it('shows them in their rows, which stay where they are', async () => {
        await happens({ lead_id: 1 });
        await tell({ ...acme, name: 'Acme AG', version: 2 });
        expect(rows()[0]).toContain('Acme AG');
        expect(pill()).toBe('');
      });

      it('announces what would move, come or go, and shows it when asked', async () => {
        await happens({ lead_id: 1 }, { lead_id: 2 }, { lead_id: 9, type: 'LeadCreated' });
        await tell({ ...acme, priority: 5, version: 2 });
        await tell({ ...beta, status: 'lost', version: 2 });
        await tell(aLead({ id: 9, name: 'Gamma' }));
        expect(rows()).toHaveLength(2);
        expect(pill()).toBe('3 changes – show');
        byName(page, 'button', '3 changes – show').click();
        await answer(aPage([aLead({ id: 9, name: 'Gamma' }), acme]));
        expect(rows()[0]).toContain('Gamma');
        expect(pill()).toBe('');
      });

      it('says nothing of what the list does not show', async () => {
        await happens({ lead_id: 9 });
        await tell(aLead({ id: 9, status: 'lost' }));
        expect(pill()).toBe('');
      });

      it('asks nothing about what it knows already', async () => {
        await happens({ lead_id: 1, version: 1 });
        expect(await api.requests('/leads/1')).toEqual([]);
      });

      it('only counts them where they are many', async () => {
        await happens(...Array.from({ length: 21 }, (_, n) => ({ lead_id: 100 + n })));
        expect(pill()).toBe('21 changes – show');
        expect(await api.requests('/leads/100')).toEqual([]);
      });
    });
  });

  describe('and a change of status', () => {
    beforeEach(async () => {
      await open();
      await answer(aPage([acme, beta]));
    });

    it('shows it at once, then the new priority, and counts again', async () => {
      await choose(acme, 'New', 'Qualified');
      expect(status(acme, 'Qualified').getAttribute('aria-busy')).toBe('true');
      expect(rows()[0]).toContain('95');

      const request = await api.request('POST', '/leads/1/status');
      expect(request.request.params.get('new_status')).toBe('qualified');
      const changed = { ...acme, status: 'qualified' as const, priority: 135, version: 2 };
      request.flush(changed);
      await api.settle();
      expect(rows()[0]).toContain('135');

      const reloaded = await answer(aPage([changed, beta]));
      expect(reloaded).toHaveLength(5);
      expect(status(acme, 'Qualified').getAttribute('aria-busy')).toBeNull();
    });

    it('is undone within ten seconds, unless the lead has changed since', async () => {
      await choose(acme, 'New', 'Lost');
      const lost = { ...acme, status: 'lost' as const, version: 2 };
      (await api.request('POST', '/leads/1/status')).flush(lost);
      await answer(aPage([lost, beta]));
      byName(document, 'mat-snack-bar-container button', 'Undo').click();
      const request = await api.request('POST', '/leads/1/status');
      expect(request.request.params.get('new_status')).toBe('new');
      expect(request.request.headers.get('If-Match')).toBe('"2"');
      request.flush({ ...acme, version: 3 });
      await answer(aPage([{ ...acme, version: 3 }, beta]));
      expect(status(acme, 'New')).toBeTruthy();
    });

    it('takes it back and says why where the server refuses', async () => {
      await choose(acme, 'New', 'Lost');
      const { body, init } = aProblem('precondition-failed', 412, 'It is at version 3.');
      (await api.request('POST', '/leads/1/status')).flush(body, init);
      await api.settle();
      expect(status(acme, 'New')).toBeTruthy();
      expect(textOf(document.querySelector('mat-snack-bar-container'))).toContain(
        'Acme GmbH stays “New”. The lead has changed meanwhile: It is at version 3.',
      );
    });

    it('takes it back where nobody answers', async () => {
      await choose(acme, 'New', 'Lost');
      (await api.request('POST', '/leads/1/status')).error(new ProgressEvent('error'));
      await api.settle();
      expect(status(acme, 'New')).toBeTruthy();
    });

    it('shows what was asked for although the list is read again meanwhile', async () => {
      await choose(acme, 'New', 'Lost');
      await choose(beta, 'Qualified', 'New');
      (await api.request('POST', '/leads/2/status')).flush({ ...beta, status: 'new' });
      await answer(aPage([acme, { ...beta, status: 'new' }]));
      expect(status(acme, 'Lost')).toBeTruthy();
    });

    it('sends nothing for the status that a lead has', async () => {
      await choose(acme, 'New', 'New');
      expect(await api.requests('/leads/1/status')).toEqual([]);
    });

    it('sends no second change before the first is answered', async () => {
      await choose(acme, 'New', 'Lost');
      await choose(acme, 'Lost', 'Qualified');
      expect(await api.requests('/leads/1/status')).toHaveLength(1);
    });
  });
});
