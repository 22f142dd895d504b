import { TestBed } from '@angular/core/testing';
import type { LeadRead } from '@leadlog/contracts/lead';
import type { TestRequest } from '@angular/common/http/testing';
import { provideTestApi, TestApi } from '../../../../testing/api';
import { aLead, aProblem } from '../../../../testing/leads';
import { provideTexts } from '../../../../testing/translations';
import { type UndoOffer, Undo } from '../../../undo/undo';
import { LeadAnswers } from '../../lead-answers';
import { BulkStatus } from './bulk-status';

const LEADS = [1, 2, 3, 4, 5, 6].map((id) =>
  aLead({ id, name: `Lead ${id}`, status: id === 1 ? 'qualified' : 'new' }),
);

describe('bulk status', () => {
  let api: TestApi;
  let bulk: BulkStatus;
  let offers: UndoOffer[];
  let told: LeadRead[];

  beforeEach(() => {
    offers = [];
    told = [];
    TestBed.configureTestingModule({
      providers: [
        provideTexts(),
        provideTestApi(),
        { provide: Undo, useValue: { offer: (offer: UndoOffer) => offers.push(offer) } },
      ],
    });
    api = new TestApi();
    bulk = TestBed.inject(BulkStatus);
    TestBed.inject(LeadAnswers).written$.subscribe((lead) => told.push(lead));
  });

  /** What waits, by lead. */
  async function waiting(): Promise<Map<number, TestRequest>> {
    const all = await Promise.all(LEADS.map(({ id }) => api.requests(`/leads/${id}/status`)));
    return new Map(all.flatMap((requests, n) => requests.map((it) => [Number(LEADS[n]?.id), it])));
  }

  async function answerAll(refuse: number[] = []): Promise<string[]> {
    const asked: string[] = [];
    for (let round = await waiting(); round.size > 0; round = await waiting())
      for (const [id, it] of round) {
        const status = it.request.params.get('new_status') as LeadRead['status'];
        const version = it.request.headers.get('If-Match');
        asked.push(`${id} ${status}${version ? ` at ${version}` : ''}`);
        const { body, init } = aProblem('unavailable', 503, 'Busy.');
        if (refuse.includes(id)) it.flush(body, init);
        else it.flush(aLead({ id, status, version: 2 }));
      }
    return asked;
  }

  it('asks for a few at a time, and tells how far it has come', async () => {
    const done = bulk.change(LEADS, 'lost');
    const first = await waiting();
    expect([...first.keys()]).toEqual([1, 2, 3, 4]);
    expect(bulk.progress()).toEqual({ done: 0, of: 6 });
    first.get(2)?.flush(aLead({ id: 2, status: 'lost', version: 2 }));
    expect(bulk.progress()).toEqual({ done: 1, of: 6 });
    expect([...(await waiting()).keys()]).toEqual([5]);
    for (const id of [1, 3, 4]) first.get(id)?.flush(aLead({ id, version: 2 }));
    expect(told.map(({ id }) => id)).toEqual([2, 1, 3, 4]);
    void done;
  });

  it('names what failed and why, and asks for these alone again', async () => {
    const first = bulk.change(LEADS, 'lost');
    await answerAll([2, 5]);
    expect((await first).map(({ id }) => id)).toEqual([1, 3, 4, 6]);
    expect(bulk.failures().map(({ lead, reason }) => `${lead.name}: ${reason}`)).toEqual([
      'Lead 2: The server cannot answer now: Busy.',
      'Lead 5: The server cannot answer now: Busy.',
    ]);
    const again = bulk.retry();
    expect(await answerAll()).toEqual(['2 lost', '5 lost']);
    await again;
    expect(bulk.failures()).toEqual([]);
    expect(bulk.isRunning()).toBe(false);
  });

  it('gives each back what it had, unless it has changed since', async () => {
    const done = bulk.change(LEADS.slice(0, 2), 'lost');
    await answerAll();
    await done;
    expect(offers.map(({ message }) => message)).toEqual(['Status of 2 leads changed.']);
    offers[0]?.undo().subscribe();
    expect(await answerAll([2])).toEqual(['1 qualified at "2"', '2 new at "2"']);
    await api.settle();
    expect(bulk.failures().map(({ lead, to }) => [lead.id, to])).toEqual([[2, 'new']]);
  });

  it('takes back nothing from a lead that had the status already', async () => {
    const done = bulk.change([aLead({ id: 2, version: 2, status: 'lost' })], 'lost');
    await answerAll();
    await done;
    offers[0]?.undo().subscribe({ error: (error) => expect(error).toBeUndefined() });
    expect(await answerAll()).toEqual([]);
  });

  it('begins nothing before it is done', async () => {
    const first = bulk.change(LEADS.slice(0, 1), 'lost');
    expect(await bulk.change(LEADS, 'new')).toEqual([]);
    await answerAll();
    await first;
  });
});
