import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { byName, textOf } from '../../../../testing/dom';
import { LeadPageUnderTest } from '../../../../testing/lead-page';
import { aLead, aProblem } from '../../../../testing/leads';
import { CurrentActor } from '../../../actor/current-actor';

describe('editable fact', () => {
  let shown: LeadPageUnderTest;
  const lead = aLead({ id: 17, version: 3 });
  const toast = () => textOf(document.querySelector('mat-snack-bar-container'));
  const dialog = () => document.querySelector('mat-dialog-container');

  beforeEach(async () => {
    shown = await LeadPageUnderTest.open();
    await shown.load(lead);
  });

  function noteAt(field: string): string {
    const id = shown.field(field).getAttribute('aria-describedby') ?? '';
    return textOf(document.getElementById(id));
  }

  async function edit(field: string, value: string): Promise<void> {
    await shown.press(`Edit: ${field}`);
    await shown.enter(field, value);
    await shown.submit(field);
  }

  const patch = async () => await shown.api.request('PATCH', '/leads/17');
  const fact = (field: string) =>
    textOf(byName(shown.page, 'button', `Edit: ${field}`).closest('dd'));

  it('is edited in its place: Enter saves against the version that was seen', async () => {
    await shown.press('Edit: Domain');
    expect(document.activeElement).toBe(shown.field('Domain'));
    expect(shown.field('Domain').value).toBe('acme.example');
    await shown.enter('Domain', 'acme.test');
    await shown.submit('Domain');
    const { request } = await patch();
    expect([request.body, request.headers.get('If-Match')]).toEqual([
      { domain: 'acme.test' },
      '"3"',
    ]);
  });

  it('shows what was saved, gives the focus back, and can be undone', async () => {
    await edit('Employees', '250');
    (await patch()).flush({ ...lead, employee_count: 250, version: 4 });
    await shown.answerHistory();
    expect(fact('Employees')).toBe('250');
    expect(document.activeElement).toBe(shown.button('Edit: Employees'));
    expect(toast()).toBe('Employees: 250. Undo');
    byName(document, 'mat-snack-bar-container button', 'Undo').click();
    const undo = await patch();
    expect([undo.request.body, undo.request.headers.get('If-Match')]).toEqual([
      { employee_count: 120 },
      '"4"',
    ]);
  });

  it('is left as it was by Escape', async () => {
    await shown.press('Edit: Industry');
    await shown.enter('Industry', 'retail');
    await shown.key('Escape', shown.field('Industry'));
    expect(fact('Industry')).toBe('Technology');
    expect(await shown.api.requests('/leads/17')).toEqual([]);
  });

  it('is emptied by emptying the field', async () => {
    await edit('Owner', ' ');
    expect((await patch()).request.body).toEqual({ owner: null });
  });

  it('sends nothing that the contract refuses, and says why', async () => {
    await edit('Employees', 'many');
    expect(noteAt('Employees')).toBe('Enter a whole number.');
    await shown.press('Edit: Name');
    await shown.enter('Name', '');
    await shown.submit('Name');
    expect(noteAt('Name')).toBe('This is required.');
    expect(await shown.api.requests('/leads/17')).toEqual([]);
  });

  it('shows at the field what the server refuses', async () => {
    await edit('Domain', 'acme.test');
    const { body, init } = aProblem('validation', 422, 'See errors.');
    const errors = [{ pointer: '/domain', code: 'host_name', detail: 'is no host' }];
    (await patch()).flush({ ...body, errors }, init);
    await shown.api.settle();
    expect(noteAt('Domain')).toBe('Enter a host name such as acme.example.');
  });

  it('keeps what was entered when the server cannot be reached, and repeats it as the same', async () => {
    await edit('Domain', 'acme.test');
    const first = await patch();
    first.error(new ProgressEvent('error'));
    await shown.api.settle();
    expect(noteAt('Domain')).toBe('The server cannot be reached.');
    expect(shown.field('Domain').value).toBe('acme.test');
    await shown.press('Try again');
    const again = await patch();
    expect(again.request.headers.get('Idempotency-Key')).toBe(
      first.request.headers.get('Idempotency-Key'),
    );
  });

  it('is saved once however often it is pressed', async () => {
    await edit('Domain', 'acme.test');
    await shown.submit('Domain');
    expect(await shown.api.requests('/leads/17')).toHaveLength(1);
  });

  it('is assigned to me by one press, once it is known who I am', async () => {
    expect(() => shown.button('Assign to me')).toThrow();
    TestBed.inject(CurrentActor).become('jens');
    await shown.api.settle();
    await shown.press('Assign to me');
    const request = await patch();
    expect(request.request.body).toEqual({ owner: 'jens' });
    request.flush({ ...lead, owner: 'jens', version: 4 });
    await shown.answerHistory();
    expect(() => shown.button('Assign to me')).toThrow();
  });

  it('is assigned to whom the service takes me for, whatever I call myself', async () => {
    TestBed.inject(CurrentActor).become('jens');
    const me = { actor: 'jens@acme.example', roles: ['sales'], tenants: ['acme'] };
    (await shown.api.requests('/me')).at(-1)?.flush(me);
    await shown.api.settle();
    await shown.press('Assign to me');
    expect((await patch()).request.body).toEqual({ owner: 'jens@acme.example' });
  });

  it('asks before it is left with something entered', async () => {
    await shown.press('Edit: Domain');
    await shown.enter('Domain', 'acme.test');
    const leaving = TestBed.inject(Router).navigateByUrl('/leads');
    await shown.api.settle();
    expect(textOf(dialog())).toContain('Discard your changes?');
    byName(document, 'mat-dialog-container button', 'Keep editing').click();
    await leaving;
    expect(shown.field('Domain').value).toBe('acme.test');
  });

  describe('that somebody else has changed meanwhile', () => {
    const { body, init } = aProblem('precondition-failed', 412, 'It is at version 4.');

    async function meet(theirs: typeof lead): Promise<void> {
      (await patch()).flush(body, init);
      (await shown.api.request('GET', '/leads/17')).flush(theirs);
      await shown.answerHistory();
    }

    it('is saved all the same where they changed something else', async () => {
      await edit('Domain', 'acme.test');
      await meet({ ...lead, name: 'Acme AG', version: 4 });
      expect(dialog()).toBeNull();
      const { request } = await patch();
      expect([request.body, request.headers.get('If-Match')]).toEqual([
        { domain: 'acme.test' },
        '"4"',
      ]);
      expect(textOf(shown.page.querySelector('h1'))).toBe('Acme AG');
    });

    it('is decided on: mine', async () => {
      await edit('Domain', 'acme.test');
      await meet({ ...lead, domain: 'theirs.test', version: 4 });
      expect(textOf(dialog())).toContain('Mine acme.test Theirs theirs.test');
      expect(byName<HTMLButtonElement>(document, 'button', 'Save this').disabled).toBe(true);
      byName(document, 'mat-dialog-container input', 'Mine acme.test').click();
      await shown.api.settle();
      byName(document, 'button', 'Save this').click();
      const { request } = await patch();
      expect([request.body, request.headers.get('If-Match')]).toEqual([
        { domain: 'acme.test' },
        '"4"',
      ]);
    });

    it('is decided on: theirs, and nothing is sent', async () => {
      await edit('Domain', 'acme.test');
      await meet({ ...lead, domain: 'theirs.test', version: 4 });
      byName(document, 'mat-dialog-container input', 'Theirs theirs.test').click();
      await shown.api.settle();
      byName(document, 'button', 'Save this').click();
      await shown.api.settle();
      expect(fact('Domain')).toBe('theirs.test (opens in a new tab)');
      expect(await shown.api.requests('/leads/17')).toEqual([]);
    });

    it('may be edited on, with theirs beside it', async () => {
      await edit('Domain', 'acme.test');
      await meet({ ...lead, domain: 'theirs.test', version: 4 });
      byName(document, 'button', 'Keep editing').click();
      await shown.api.settle();
      expect(shown.field('Domain').value).toBe('acme.test');
      expect(noteAt('Domain')).toContain('theirs.test');
    });
  });
});
