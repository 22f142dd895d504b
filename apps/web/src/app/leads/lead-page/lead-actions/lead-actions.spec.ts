import { byName, textOf } from '../../../../testing/dom';
import { LeadPageUnderTest } from '../../../../testing/lead-page';
import { aLead } from '../../../../testing/leads';

const lead = aLead({ id: 17, version: 3 });

describe('lead actions', () => {
  let shown: LeadPageUnderTest;

  beforeEach(async () => {
    shown = await LeadPageUnderTest.open();
  });

  async function choose(name: string): Promise<void> {
    await shown.press('More');
    byName(document, '[role=menuitem]', name).click();
    await shown.api.settle();
  }
  const dialog = () => document.querySelector('mat-dialog-container');
  const inDialog = (name: string) =>
    byName<HTMLButtonElement>(document, 'mat-dialog-container button', name);

  it('archive a lead, which is then said on top, and take it back', async () => {
    await shown.load(lead);
    await choose('Archive');
    (await shown.api.request('POST', '/leads/17/archive')).flush({
      ...lead,
      archived: true,
      version: 4,
    });
    await shown.answerHistory();
    expect(textOf(shown.page.querySelector('.banner'))).toContain('This lead is archived');
    byName(document, 'mat-snack-bar-container button', 'Undo').click();
    const undo = await shown.api.request('POST', '/leads/17/restore');
    expect(undo.request.headers.get('If-Match')).toBe('"4"');
  });

  it('restore a lead from the archive', async () => {
    await shown.load({ ...lead, archived: true });
    await choose('Restore from the archive');
    await shown.api.request('POST', '/leads/17/restore');
  });

  it('erase only what was named, after it was understood', async () => {
    await shown.load(lead);
    await choose('Erase personal data …');
    expect(textOf(dialog())).toContain(
      'the contact Ada Lovelace, +49 (30) 123-4567, ada@acme.example, sales@acme.example',
    );
    expect(inDialog('Erase for good').disabled).toBe(true);
    byName(
      document,
      'mat-dialog-container input',
      'I understand that nobody can bring this back.',
    ).click();
    await shown.api.settle();
    inDialog('Erase for good').click();
    const request = await shown.api.request('POST', '/leads/17/erasure');
    request.flush({ ...lead, primary_contact: null, primary_contact_id: null, version: 4 });
    await shown.answerHistory();
    expect(textOf(document.querySelector('mat-snack-bar-container'))).toBe(
      'The personal data is erased.',
    );
  });

  it('erase nothing where it is called off', async () => {
    await shown.load(lead);
    await choose('Erase personal data …');
    inDialog('Keep it').click();
    await shown.api.settle();
    expect(await shown.api.requests('/leads/17/erasure')).toEqual([]);
  });

  it('say why the server refused', async () => {
    await shown.load(lead);
    await choose('Archive');
    (await shown.api.request('POST', '/leads/17/archive')).error(new ProgressEvent('error'));
    await shown.api.settle();
    expect(textOf(document.querySelector('mat-snack-bar-container'))).toContain(
      'The server cannot be reached.',
    );
  });
});
