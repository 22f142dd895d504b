import { HttpClient } from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { NEVER, Subject } from 'rxjs';
import { provideTestApi } from '../../testing/api';
import { aChange } from '../../testing/leads';
import { CurrentTenant } from '../tenant/current-tenant';
import type { LeadChange, Place } from './follow-log';
import { FOLLOW_LOG, Live } from './live';

describe('live', () => {
  let followed: { tenantId: string; place: Place }[];
  let log: Subject<LeadChange>;
  let seen: number[];

  beforeEach(() => {
    localStorage.clear();
    followed = [];
    log = new Subject();
    seen = [];
    const follow = (tenantId: string, place: Place) => {
      followed.push({ tenantId, place });
      return tenantId === 'demo' ? log : NEVER;
    };
    TestBed.configureTestingModule({
      providers: [provideTestApi(), { provide: FOLLOW_LOG, useValue: follow }],
    });
  });

  const listen = () =>
    TestBed.inject(Live).changes$.subscribe(({ position }) => seen.push(position));

  function answerAt(position: number): void {
    TestBed.inject(HttpClient).get('/leads').subscribe();
    TestBed.inject(HttpTestingController)
      .expectOne('/leads')
      .flush({}, { headers: { 'X-Tenant-Position': String(position) } });
    TestBed.tick();
  }

  it('goes on where the first answer left off', () => {
    listen();
    TestBed.tick();
    expect(followed).toEqual([]);
    answerAt(41);
    answerAt(43);
    log.next(aChange({ position: 42 }));
    log.next(aChange({ position: 43 }));
    expect(followed.map(({ tenantId }) => tenantId)).toEqual(['demo']);
    expect(seen).toEqual([42, 43]);
  });

  it('follows the log once, whoever listens, and moves its place along', () => {
    answerAt(41);
    listen();
    listen();
    TestBed.tick();
    expect(followed).toEqual([{ tenantId: 'demo', place: { after: 41 } }]);
    log.next(aChange({ position: 42 }));
    expect(followed).toEqual([{ tenantId: 'demo', place: { after: 42 } }]);
    expect(seen).toEqual([42, 42]);
  });

  it('goes with the tenant, from its own first answer', () => {
    answerAt(41);
    listen();
    TestBed.tick();
    TestBed.inject(CurrentTenant).switchTo('acme');
    TestBed.tick();
    expect(log.observed).toBe(false);
    answerAt(7);
    expect(followed.at(-1)).toEqual({ tenantId: 'acme', place: { after: 7 } });
  });

  it('stops when nobody listens any more', () => {
    answerAt(41);
    const listening = listen();
    TestBed.tick();
    expect(log.observed).toBe(true);
    listening.unsubscribe();
    expect(log.observed).toBe(false);
  });
});
