import type { HistoryEntry } from '@leadlog/contracts/history';
import { anEntry } from '../../../../testing/history';
import { aLead } from '../../../../testing/leads';
import type { KnownContact } from '../../contact';
import { toInput } from '../writing/lead-edit';
import { undoOf } from './undo-entry';

type Type = HistoryEntry['type'];
const ada = aLead().primary_contact as KnownContact;
const bea: KnownContact = { ...ada, first_name: 'Bea' };

function entry(type: Type, field: string, from: unknown, to: unknown): HistoryEntry {
  return anEntry({ type, changes: [{ field, from, to }] });
}

describe('undo of an entry', () => {
  it.each<[Type, string, unknown, unknown, object, object]>([
    [
      'StatusChanged',
      'status',
      'new',
      'lost',
      { status: 'lost' },
      { path: '/status?new_status=new' },
    ],
    ['LeadAssigned', 'owner', null, 'jens', { owner: 'jens' }, { body: { owner: null } }],
    [
      'LeadDetailsChanged',
      'domain',
      'a.example',
      null,
      { domain: null },
      { body: { domain: 'a.example' } },
    ],
    ['LeadArchived', 'archived', false, true, { archived: true }, { path: '/restore' }],
    ['LeadRestored', 'archived', true, false, { archived: false }, { path: '/archive' }],
    [
      'PrimaryContactSet',
      'primary_contact',
      ada,
      bea,
      { primary_contact: bea },
      { method: 'PUT', body: toInput(ada) },
    ],
    [
      'PrimaryContactSet',
      'primary_contact',
      null,
      ada,
      { primary_contact: ada },
      { method: 'DELETE' },
    ],
    [
      'PrimaryContactRemoved',
      'primary_contact',
      ada,
      null,
      { primary_contact: null },
      { method: 'PUT', body: toInput(ada) },
    ],
  ])('%s of %s: from %j to %j', (type, field, from, to, now, write) => {
    const undo = undoOf(entry(type, field, from, to), aLead(now));
    expect(undo?.write).toMatchObject(write);
    expect(undo?.newer).toEqual([]);
  });

  it('sets back several details at once, but none that is as before already', () => {
    const both = anEntry({
      type: 'LeadDetailsChanged',
      changes: [
        { field: 'name', from: 'Old', to: 'New' },
        { field: 'domain', from: 'old.example', to: 'new.example' },
      ],
    });
    const undo = undoOf(both, aLead({ name: 'New', domain: 'old.example' }));
    expect(undo?.write.body).toEqual({ name: 'Old' });
  });

  it('tells what newer changes would be set back with it', () => {
    const undo = undoOf(
      entry('StatusChanged', 'status', 'new', 'qualified'),
      aLead({ status: 'lost' }),
    );
    expect(undo?.newer).toEqual([{ field: 'status', now: 'lost', to: 'new' }]);
  });

  it('is not offered for what is undone already', () => {
    const lead = aLead({ status: 'new' });
    expect(undoOf(entry('StatusChanged', 'status', 'new', 'lost'), lead)).toBeNull();
  });

  it.each<Type>(['LeadCreated', 'ActivityLogged', 'PersonalDataErased'])(
    'is not offered for %s',
    (type) => {
      expect(undoOf(entry(type, 'name', 'Old', 'Acme GmbH'), aLead())).toBeNull();
    },
  );

  it('brings nobody back who was erased', () => {
    const erased = { id: 9, erased: true };
    const none = aLead({ primary_contact: null });
    expect(
      undoOf(entry('PrimaryContactRemoved', 'primary_contact', erased, null), none),
    ).toBeNull();
    expect(undoOf(entry('PrimaryContactSet', 'primary_contact', erased, erased), none)).toBeNull();
  });
});
