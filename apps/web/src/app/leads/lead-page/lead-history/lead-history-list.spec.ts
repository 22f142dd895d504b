import { byName, textOf } from '../../../../testing/dom';
import { aHistory } from '../../../../testing/history';
import { LeadPageUnderTest } from '../../../../testing/lead-page';
import { aLead, aProblem } from '../../../../testing/leads';

describe('lead history', () => {
  let shown: LeadPageUnderTest;
  const created = {
    type: 'LeadCreated' as const,
    changes: [],
    priority: { before: null, after: 30 },
  };
  const qualified = {};
  const lead = aLead({ id: 17, version: 2, status: 'qualified' });

  beforeEach(async () => {
    shown = await LeadPageUnderTest.open();
  });

  const entries = () => [...shown.page.querySelectorAll('app-lead-history-list ol > li')];
  const headlines = () => entries().map((it) => textOf(it.querySelector('.headline')));
  const historyRequest = () => shown.api.request('GET', '/leads/17/history');
  const UNDO = 'Undo: mara changed the status from “New” to “Qualified”.';

  it('tells the newest first, with the score and the exact time', async () => {
    await shown.load(lead, aHistory(created, qualified));
    expect(headlines()).toEqual([
      'mara changed the status from “New” to “Qualified”.',
      'mara created the lead.',
    ]);
    expect(textOf(entries()[0] ?? null)).toContain('Priority 30 → 70');
    expect(textOf(entries()[0]?.querySelector('time') ?? null)).toMatch(
      /^(.+ ago|last .+) · Nov 1, 2026/,
    );
  });

  it('reads only what is new once the lead has changed', async () => {
    await shown.load(lead, aHistory(created, qualified));
    await shown.press('Edit: Domain');
    await shown.enter('Domain', 'b.example');
    await shown.submit('Domain');
    const changed = { ...lead, domain: 'b.example', version: 3 };
    (await shown.api.request('PATCH', '/leads/17')).flush(changed);
    const { items } = aHistory(created, qualified, { type: 'LeadDetailsChanged' });
    const request = await historyRequest();
    expect(request.request.params.get('after')).toBe('2');
    request.flush({ items: items.slice(2), total: 3 });
    await shown.api.settle();
    expect(headlines()[0]).toBe('mara changed the details.');
    expect(headlines()).toHaveLength(3);
  });

  it('is read to its end where it is longer than one answer', async () => {
    const { items } = aHistory(created, qualified, { type: 'LeadArchived', changes: [] });
    (await shown.api.request('GET', '/leads/17')).flush({ ...lead, version: 3 });
    (await historyRequest()).flush({ items: items.slice(0, 2), total: 3 });
    const rest = await historyRequest();
    expect(rest.request.params.get('after')).toBe('2');
    rest.flush({ items: items.slice(2), total: 3 });
    await shown.api.settle();
    expect(headlines()).toHaveLength(3);
  });

  it('shows the newest of a long one, and earlier ones on request', async () => {
    const many = Array.from({ length: 45 }, () => qualified);
    await shown.load({ ...lead, version: 45 }, aHistory(...many));
    expect(entries()).toHaveLength(30);
    await shown.press('Show 15 earlier entries');
    expect(entries()).toHaveLength(45);
  });

  it('folds an entry of many lines', async () => {
    const changes = ['a', 'b', 'c', 'd', 'e', 'f'].map((field) => ({ field, from: 1, to: 2 }));
    await shown.load(lead, aHistory({ type: 'LeadDetailsChanged', changes }));
    expect(entries()[0]?.querySelectorAll('ul li')).toHaveLength(4);
    await shown.press('Show 2 more lines');
    expect(entries()[0]?.querySelectorAll('ul li')).toHaveLength(6);
    await shown.press('Show less');
    expect(entries()[0]?.querySelectorAll('ul li')).toHaveLength(4);
  });

  it('undoes a change by one of its own, on the lead as it is shown', async () => {
    await shown.load(lead, aHistory(created, qualified));
    await shown.press(UNDO);
    const { request } = await shown.api.request('POST', '/leads/17/status?new_status=new');
    expect(request.headers.get('If-Match')).toBe('"2"');
  });

  it('asks first where newer changes touch the same', async () => {
    await shown.load({ ...lead, status: 'lost' }, aHistory(created, qualified));
    await shown.press(UNDO);
    expect(textOf(document.querySelector('mat-dialog-container'))).toContain('Status Lost → New');
    byName(document, 'mat-dialog-container button', 'Leave it').click();
    await shown.api.settle();
    await shown.press(UNDO);
    byName(document, 'mat-dialog-container button', 'Undo all the same').click();
    await shown.api.request('POST', '/leads/17/status?new_status=new');
  });

  it('undoes nothing on a lead that somebody else has just changed, and shows theirs', async () => {
    await shown.load(lead, aHistory(created, qualified));
    await shown.press(UNDO);
    const { body, init } = aProblem('precondition-failed', 412, 'It is at version 3.');
    (await shown.api.request('POST', '/leads/17/status?new_status=new')).flush(body, init);
    const theirs = { ...lead, name: 'Acme AG', version: 3 };
    (await shown.api.request('GET', '/leads/17')).flush(theirs);
    await shown.answerHistory(aHistory());
    expect(textOf(shown.page.querySelector('h1'))).toBe('Acme AG');
    expect(textOf(document.querySelector('mat-snack-bar-container'))).toContain(
      'This was not undone. The lead has changed meanwhile',
    );
  });

  it('is read anew where somebody is erased from it', async () => {
    await shown.load(lead, aHistory(created, qualified));
    await shown.press('More');
    byName(document, '[role=menuitem]', 'Erase personal data …').click();
    await shown.api.settle();
    byName(
      document,
      'mat-dialog-container input',
      'I understand that nobody can bring this back.',
    ).click();
    await shown.api.settle();
    byName(document, 'mat-dialog-container button', 'Erase for good').click();
    const erased = aHistory(created, qualified, { type: 'PersonalDataErased', changes: [] });
    (await shown.api.request('POST', '/leads/17/erasure')).flush({ ...lead, version: 3 });
    (await historyRequest()).flush({ items: erased.items.slice(2), total: 3 });
    const again = await historyRequest();
    expect(again.request.params.has('after')).toBe(false);
    again.flush(erased);
    await shown.api.settle();
    expect(headlines()[0]).toBe('mara erased the personal data.');
  });
});
