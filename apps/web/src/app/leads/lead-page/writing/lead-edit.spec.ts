import { aLead } from '../../../../testing/leads';
import type { KnownContact } from '../../contact';
import { contactEdit, detailEdit, toInput } from './lead-edit';

const NO_CHOICE = new Map();
const base = aLead({ version: 3 });
const ada = base.primary_contact as KnownContact;
const lead = (contact: KnownContact | { id: number; erased: true } | null) =>
  aLead({ version: 4, primary_contact: contact });

describe('edit of details that others have changed', () => {
  it('is left alone by what they changed beside it', () => {
    const { conflicts, resolve } = detailEdit(base, { domain: 'b.example' }).rebase(
      aLead({ name: 'Other', version: 4 }),
    );
    expect(conflicts).toEqual([]);
    expect(resolve(NO_CHOICE)?.body).toEqual({ domain: 'b.example' });
  });

  it('is not sent where they changed it to the same', () => {
    const rebase = detailEdit(base, { domain: 'b.example' }).rebase(aLead({ domain: 'b.example' }));
    expect(rebase.conflicts).toEqual([]);
    expect(rebase.resolve(NO_CHOICE)).toBeNull();
  });
});

describe('edit of a contact that others have changed', () => {
  const ofAda = (change: Partial<KnownContact>) => toInput({ ...ada, ...change });

  it('joins two changes of different e-mails', () => {
    const [first, second] = ada.emails;
    if (!first || !second) throw new Error('two e-mails are needed');
    const mine = ofAda({ emails: [{ ...first, value: 'mine@x.example' }, second] });
    const theirs = lead({
      ...ada,
      emails: [first, second, { id: 14, value: 'c@x.example', is_primary: false }],
    });
    const { conflicts, resolve } = contactEdit(base, mine).rebase(theirs);
    expect(conflicts).toEqual([]);
    expect(resolve(NO_CHOICE)?.body).toMatchObject({
      emails: [
        { value: 'sales@acme.example', is_primary: true },
        { value: 'c@x.example', is_primary: false },
        { value: 'mine@x.example', is_primary: false },
      ],
    });
  });

  it('asks where both chose another primary e-mail', () => {
    const [first, second] = ada.emails;
    if (!first || !second) throw new Error('two e-mails are needed');
    const third = { id: 14, value: 'c@x.example', is_primary: false };
    const all = [first, second, third];
    const choosing = (id: number) =>
      ofAda({ emails: all.map((email) => ({ ...email, is_primary: email.id === id })) });
    const before = aLead({ primary_contact: { ...ada, emails: all } });
    const theirs = lead({ ...ada, emails: choosing(14).emails as KnownContact['emails'] });
    const { conflicts, resolve } = contactEdit(before, choosing(first.id)).rebase(theirs);
    expect(conflicts).toEqual([
      { field: 'primary_email', mine: 'ada@acme.example', theirs: 'c@x.example' },
    ]);
    expect(resolve(new Map([['primary_email', 'mine']]))?.body).toEqual(choosing(first.id));
    expect(resolve(new Map([['primary_email', 'theirs']]))).toBeNull();
  });

  it('asks for one or the other where they removed the contact', () => {
    const mine = ofAda({ phone: '123' });
    const { conflicts, resolve } = contactEdit(base, mine).rebase(lead(null));
    expect(conflicts).toEqual([{ field: 'primary_contact', mine, theirs: null }]);
    expect(resolve(new Map([['primary_contact', 'mine']]))?.body).toEqual(mine);
    expect(resolve(new Map([['primary_contact', 'theirs']]))).toBeNull();
  });

  it('asks before a contact is removed that they have changed', () => {
    const { conflicts } = contactEdit(base, null).rebase(lead({ ...ada, phone: '123' }));
    expect(conflicts).toMatchObject([{ field: 'primary_contact', mine: null }]);
  });

  it('counts an erased person as gone', () => {
    const edit = contactEdit(base, ofAda({ phone: '123' }));
    expect(edit.rebase(lead({ id: 9, erased: true })).conflicts).toMatchObject([{ theirs: null }]);
  });
});
