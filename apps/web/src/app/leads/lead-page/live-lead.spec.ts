import { Subject } from 'rxjs';
import { textOf } from '../../../testing/dom';
import { LeadPageUnderTest } from '../../../testing/lead-page';
import { aLead } from '../../../testing/leads';
import { Live, type LeadChange } from '../../live/live';

describe('live lead', () => {
  let shown: LeadPageUnderTest;
  const changes$ = new Subject<LeadChange>();
  const lead = aLead({ id: 17, version: 3 });

  beforeEach(async () => {
    shown = await LeadPageUnderTest.open('/leads/17', [{ provide: Live, useValue: { changes$ } }]);
    await shown.load(lead);
  });

  const tell = (change: Partial<LeadChange>) => changes$.next(change as LeadChange);

  it('shows what others do as it happens', async () => {
    tell({ lead_id: 17, version: 4 });
    (await shown.api.request('GET', '/leads/17')).flush({ ...lead, name: 'Acme AG', version: 4 });
    await shown.answerHistory();
    expect(textOf(shown.page.querySelector('h1'))).toBe('Acme AG');
  });

  it('reads nothing for other leads, nor for what it knows', async () => {
    tell({ lead_id: 18, version: 4 });
    tell({ lead_id: 17, version: 3 });
    expect(await shown.api.requests('/leads/17')).toEqual([]);
  });

  it('leaves alone what is being edited, and tells what it became', async () => {
    await shown.press('Edit: Domain');
    await shown.enter('Domain', 'mine.example');
    tell({ lead_id: 17, version: 4 });
    const theirs = { ...lead, domain: 'theirs.example', version: 4 };
    (await shown.api.request('GET', '/leads/17')).flush(theirs);
    await shown.answerHistory();
    expect(shown.field('Domain').value).toBe('mine.example');
    expect(textOf(shown.page.querySelector('.meanwhile'))).toBe(
      'Somebody else has changed this meanwhile to: theirs.example',
    );
    await shown.submit('Domain');
    const { request } = await shown.api.request('PATCH', '/leads/17');
    expect(request.headers.get('If-Match')).toBe('"3"');
  });
});
