import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { byName, textOf } from '../../../../testing/dom';
import { LeadPageUnderTest } from '../../../../testing/lead-page';
import { aLead, aProblem } from '../../../../testing/leads';

const lead = aLead({ id: 17, version: 3 });
const NOTE = 'What was said or agreed';

describe('activity composer', () => {
  let shown: LeadPageUnderTest;

  beforeEach(async () => {
    shown = await LeadPageUnderTest.open();
    await shown.load(lead);
  });

  const post = () => shown.api.request('POST', '/leads/17/activities');
  const composer = () => shown.page.querySelector('app-activity-composer form');

  it.each([
    ['c', 'call'],
    ['m', 'email'],
    ['t', 'meeting'],
  ])('logs by two keys, "%s" and Enter: %s', async (key, kind) => {
    await shown.key(key, document.body);
    expect(document.activeElement).toBe(shown.field(NOTE));
    await shown.key('Enter');
    expect((await post()).request.body).toEqual({ kind, note: null, occurred_at: null });
  });

  it('saves what was typed, closes, and says so', async () => {
    await shown.key('o', document.body);
    await shown.enter(NOTE, 'Wants an offer');
    await shown.key('Enter');
    const request = await post();
    expect(request.request.body).toEqual({
      kind: 'note',
      note: 'Wants an offer',
      occurred_at: null,
    });
    request.flush({ ...lead, version: 4 });
    await shown.answerHistory();
    expect(composer()).toBeNull();
    expect(document.activeElement).toBe(shown.button('Note'));
    expect(textOf(document.querySelector('mat-snack-bar-container'))).toBe('The note is logged.');
  });

  it('takes another time', async () => {
    await shown.press('Call');
    await shown.press('Just now – change the time');
    await shown.enter('When it happened', '2026-11-20T09:30');
    await shown.press('Log it');
    expect((await post()).request.body).toMatchObject({
      occurred_at: new Date(2026, 10, 20, 9, 30).toISOString(),
    });
  });

  it('refuses a note without a word', async () => {
    await shown.press('Note');
    await shown.press('Log it');
    expect(textOf(composer())).toContain('This is required.');
    expect(await shown.api.requests('/leads/17/activities')).toEqual([]);
  });

  it('shows at its field that a time lies ahead', async () => {
    await shown.press('Call');
    await shown.press('Just now – change the time');
    await shown.press('Log it');
    const { body, init } = aProblem('validation', 422, 'See errors.');
    const errors = [{ pointer: '/occurred_at', code: 'activity_in_the_future', detail: 'ahead' }];
    (await post()).flush({ ...body, errors }, init);
    await shown.api.settle();
    expect(document.activeElement).toBe(shown.field('When it happened'));
    expect(textOf(document.getElementById('activity-when'))).toBe('This lies in the future.');
  });

  it('makes one activity however often it is pressed', async () => {
    await shown.key('c', document.body);
    await shown.key('Enter');
    await shown.key('Enter');
    expect(await shown.api.requests('/leads/17/activities')).toHaveLength(1);
  });

  it('keeps what was typed when the server cannot be reached, and repeats it as the same', async () => {
    await shown.key('c', document.body);
    await shown.enter(NOTE, 'Wants an offer');
    await shown.key('Enter');
    const first = await post();
    first.error(new ProgressEvent('error'));
    await shown.api.settle();
    expect(textOf(composer())).toContain('The server cannot be reached.');
    expect(shown.field(NOTE).value).toBe('Wants an offer');
    await shown.press('Try again');
    const again = await post();
    expect(again.request.headers.get('Idempotency-Key')).toBe(
      first.request.headers.get('Idempotency-Key'),
    );
    again.flush({ ...lead, version: 4 });
    await shown.answerHistory();
    await shown.key('c', document.body);
    await shown.enter(NOTE, 'Wants an offer');
    await shown.key('Enter');
    expect((await post()).request.headers.get('Idempotency-Key')).not.toBe(
      first.request.headers.get('Idempotency-Key'),
    );
  });

  it('keeps a draft when it is closed, and asks before the page is left with it', async () => {
    await shown.key('c', document.body);
    await shown.enter(NOTE, 'Wants an offer');
    await shown.key('Escape');
    expect(composer()).toBeNull();
    const leaving = TestBed.inject(Router).navigateByUrl('/leads');
    await shown.api.settle();
    byName(document, 'mat-dialog-container button', 'Keep editing').click();
    await leaving;
    await shown.press('Call');
    expect(shown.field(NOTE).value).toBe('Wants an offer');
  });

  it('takes no key that is typed into a field or meant for the browser', async () => {
    await shown.press('Edit: Domain');
    await shown.key('c', shown.field('Domain'));
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'c', ctrlKey: true, bubbles: true }),
    );
    await shown.api.settle();
    expect(composer()).toBeNull();
  });
});
