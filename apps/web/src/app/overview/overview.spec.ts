import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Stats } from '@leadlog/contracts/stats';
import { Subject } from 'rxjs';
import { provideTestApi, TestApi } from '../../testing/api';
import { byName, textOf } from '../../testing/dom';
import { aChange, aProblem } from '../../testing/leads';
import { someStats } from '../../testing/stats';
import { provideTexts } from '../../testing/translations';
import type { LanguageCode } from '../i18n/language';
import { FOLLOW_LOG, type LeadChange } from '../live/live';
import { RENEWAL_MS } from '../live/renewals';
import { CurrentTenant } from '../tenant/current-tenant';
import { Overview } from './overview';

describe('overview', () => {
  let api: TestApi;
  let page: HTMLElement;
  let log: Subject<LeadChange>;

  async function open(stats: Stats = someStats(), language: LanguageCode = 'en'): Promise<void> {
    localStorage.clear();
    log = new Subject();
    TestBed.configureTestingModule({
      providers: [
        { provide: FOLLOW_LOG, useValue: () => log },
        provideTexts(language),
        provideTestApi(),
        provideRouter([{ path: 'overview', component: Overview }]),
      ],
    });
    const harness = await RouterTestingHarness.create('/overview');
    page = harness.fixture.nativeElement as HTMLElement;
    api = new TestApi();
    await answer(stats);
  }

  async function answer(stats: Stats): Promise<void> {
    const headers = { 'X-Tenant-Position': '41' };
    (await api.request('GET', '/stats')).flush(stats, { headers });
    await api.settle();
  }

  const rowsOf = (table: string) =>
    [...byName(page, 'table', table).querySelectorAll('tbody tr')].map(textOf);
  const tiles = () => [...page.querySelectorAll('.tile')].map(textOf);

  it('shows the figures in the chosen language', async () => {
    await open(someStats(), 'de');
    expect(tiles()).toEqual([
      'Leads 1.250',
      'Mittlere Priorität 61,7',
      'Diese Woche angelegt 25',
      'Still geworden 100',
    ]);
    expect(rowsOf('Trichter nach Status')).toEqual([
      'Neu 800 64 %',
      'Qualifiziert 200 16 %',
      'Verloren 250 20 %',
    ]);
  });

  it('shows bars that are tables at the same time', async () => {
    await open();
    expect(rowsOf('By priority')).toEqual([
      '120 to 145 50 4%',
      '90 to 119 150 12%',
      '60 to 89 300 24%',
      '30 to 59 500 40%',
      '0 to 29 250 20%',
    ]);
    expect(rowsOf('Activity of open leads')).toEqual([
      'Within 30 days 900 90%',
      'Gone quiet 100 10%',
    ]);
    const [longest, half] = [
      ...byName(page, 'table', 'Activity of open leads').querySelectorAll<HTMLElement>('.bar span'),
    ].map(({ style }) => parseFloat(style.width));
    expect(longest).toBe(100);
    expect(half).toBeCloseTo(11.1, 1);
  });

  it('leads to the leads of a figure where the list can show exactly these', async () => {
    await open();
    const links = [...page.querySelectorAll<HTMLAnchorElement>('.tile, table a')]
      .filter((it) => it.matches('a'))
      .map((it) => [textOf(it), it.getAttribute('href')]);
    expect(links).toEqual([
      ['Leads 1,250', '/leads'],
      ['Average priority 61.7', '/leads'],
      ['New', '/leads?status=new'],
      ['Qualified', '/leads?status=qualified'],
      ['Lost', '/leads?status=lost'],
      ['120 to 145', '/leads?min_priority=120'],
    ]);
  });

  it('shows weeks as a chart, with a table for who cannot see it, or for everybody', async () => {
    await open();
    const table = byName(page, 'table', 'Created and qualified by week');
    const rows = rowsOf('Created and qualified by week');
    expect(rows).toHaveLength(26);
    expect(rows.slice(0, 2)).toEqual(['Nov 16, 2026 25 1', 'Nov 9, 2026 24 1']);
    expect(table.closest('.cdk-visually-hidden')).not.toBeNull();
    expect(page.querySelectorAll('.week')).toHaveLength(26);

    byName(page, 'button', 'Show as table').click();
    await api.settle();
    expect(table.closest('.cdk-visually-hidden')).toBeNull();
    expect(page.querySelector('.week')).toBeNull();
    byName(page, 'button', 'Show as chart').click();
    await api.settle();
    expect(page.querySelectorAll('.week')).toHaveLength(26);
  });

  it('reads out the week that is pointed at, else this one', async () => {
    await open();
    const readout = () => textOf(page.querySelector('.readout'));
    expect(readout()).toBe('Week from Nov 16: 25 created, 1 qualified');
    page.querySelectorAll('.week')[3]?.dispatchEvent(new Event('pointerenter'));
    await api.settle();
    expect(readout()).toBe('Week from Jun 15: 3 created, 1 qualified');
    page.querySelector('.chart')?.dispatchEvent(new Event('pointerleave'));
    await api.settle();
    expect(readout()).toContain('Nov 16');
  });

  it('follows what happens', async () => {
    await open();
    log.next(aChange());
    log.next(aChange());
    await new Promise((resolve) => setTimeout(resolve, RENEWAL_MS + 20));
    await answer(someStats({ total: 1251 }));
    expect(tiles()[0]).toBe('Leads 1,251');
  });

  it('says how to begin where a tenant has no leads', async () => {
    const nothing = { new: 0, qualified: 0, lost: 0 };
    await open(someStats({ total: 0, by_status: nothing, average_priority: null }));
    expect(textOf(page)).toContain('npm run demo');
    expect(tiles()).toEqual([]);
  });

  it('keeps what it knows where the server is away, and tries again', async () => {
    await open();
    window.dispatchEvent(new Event('online'));
    const { body, init } = aProblem('unavailable', 503, 'The store is busy.');
    (await api.request('GET', '/stats')).flush(body, init);
    await api.settle();
    expect(textOf(page.querySelector('[role=alert]'))).toContain('What you see below');
    expect(tiles()).toHaveLength(4);
    byName(page, 'button', 'Try again').click();
    await answer(someStats({ total: 7 }));
    expect(page.querySelector('[role=alert]')).toBeNull();
    expect(tiles()[0]).toBe('Leads 7');
  });

  it('never shows the figures of one tenant as those of another', async () => {
    await open();
    TestBed.inject(CurrentTenant).switchTo('other');
    await api.settle();
    expect(tiles()).toEqual([]);
  });
});
