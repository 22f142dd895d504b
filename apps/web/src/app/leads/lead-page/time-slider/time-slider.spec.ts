import type { TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { textOf, type } from '../../../../testing/dom';
import { aHistory } from '../../../../testing/history';
import { LeadPageUnderTest } from '../../../../testing/lead-page';
import { aLead, aProblem } from '../../../../testing/leads';

const FIRST = '2026-11-01T10:00:00.000Z';
const SECOND = '2026-11-01T10:01:00.000Z';

describe('time slider', () => {
  let shown: LeadPageUnderTest;
  const lead = aLead({ id: 17, version: 3, status: 'lost' });
  const history = aHistory({ type: 'LeadCreated', changes: [] }, {}, {});
  const slider = () => shown.field('Time travel');
  const url = () => TestBed.inject(Router).url;
  /** The request for a moment; the lead of now is answered with it. */
  const pastRequest = async (asOf: string) => {
    const requests = await shown.api.requests('/leads/17');
    const isPast = ({ request }: TestRequest) => request.params.get('as_of') === asOf;
    requests.filter((it) => !isPast(it)).forEach((it) => it.flush(lead));
    return requests.find(isPast);
  };

  async function open(address = '/leads/17'): Promise<void> {
    shown = await LeadPageUnderTest.open(address);
  }

  async function answer(past = lead): Promise<void> {
    for (const it of await shown.api.requests('/leads/17'))
      it.flush(it.request.params.has('as_of') ? past : lead);
    await shown.answerHistory(history);
  }

  async function moveTo(step: number): Promise<void> {
    type(slider(), String(step));
    await shown.api.settle();
  }

  it('has a step at each event, and stands at now', async () => {
    await open();
    await answer();
    expect([slider().max, slider().value]).toEqual(['2', '2']);
    expect(slider().getAttribute('aria-valuetext')).toMatch(/^Now/);
  });

  it('shows the lead as it was, says so, and lets nothing be changed', async () => {
    await open();
    await answer();
    await moveTo(0);
    expect(url()).toBe(`/leads/17?as_of=${encodeURIComponent(FIRST).replaceAll('%3A', ':')}`);
    (await pastRequest(FIRST))?.flush({ ...lead, name: 'Acme of old', status: 'new', version: 1 });
    await shown.api.settle();
    expect(textOf(shown.page.querySelector('h1'))).toBe('Acme of old');
    expect(textOf(shown.page.querySelector('.past'))).toContain('You see the lead as it was on');
    expect(slider().getAttribute('aria-valuetext')).toContain('mara created the lead.');
    expect([...shown.page.querySelectorAll('button')].map(textOf)).toEqual([]);
  });

  it('stands where the address says, and goes back to now', async () => {
    await open(`/leads/17?as_of=${SECOND}`);
    await answer({ ...lead, name: 'Acme of old' });
    expect(slider().value).toBe('1');
    await moveTo(2);
    expect(url()).toBe('/leads/17');
    expect(textOf(shown.page.querySelector('h1'))).toBe('Acme GmbH');
  });

  it('shows an erased person as erased', async () => {
    await open(`/leads/17?as_of=${FIRST}`);
    await answer({ ...lead, primary_contact: { id: 9, erased: true } });
    expect(textOf(shown.page.querySelector('app-contact-panel p'))).toBe(
      'The personal data was erased.',
    );
  });

  it('says where there was no lead yet', async () => {
    await open('/leads/17?as_of=2020-01-01T00:00:00.000Z');
    const { body, init } = aProblem('not-found', 404, 'No.');
    (await pastRequest('2020-01-01T00:00:00.000Z'))?.flush(body, init);
    await answer();
    expect(textOf(shown.page.querySelector('.missing'))).toContain('did not exist yet');
  });

  it('marks in the history what came later', async () => {
    await open(`/leads/17?as_of=${SECOND}`);
    await answer();
    const later = [...shown.page.querySelectorAll('app-lead-history-list .later')];
    expect(later).toHaveLength(1);
    expect(textOf(later[0] ?? null)).toContain('This came later.');
  });
});
