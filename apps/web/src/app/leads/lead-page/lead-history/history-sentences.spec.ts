import { TestBed } from '@angular/core/testing';
import type { HistoryEntry } from '@leadlog/contracts/history';
import { anEntry } from '../../../../testing/history';
import { provideTexts } from '../../../../testing/translations';
import { Formats } from '../../../i18n/formats';
import { Language } from '../../../i18n/language';
import { HistorySentences } from './history-sentences';

const created = anEntry({
  type: 'LeadCreated',
  actor: 'anonymous',
  changes: [
    { field: 'name', from: null, to: 'Acme GmbH' },
    { field: 'domain', from: null, to: null },
    { field: 'employee_count', from: null, to: 1200 },
    { field: 'industry', from: null, to: 'tech' },
    {
      field: 'primary_contact',
      from: null,
      to: {
        id: 9,
        first_name: 'Ada',
        last_name: null,
        phone: null,
        emails: [{ id: 1, value: 'ada@acme.example', is_primary: true }],
      },
    },
  ],
  priority: { before: null, after: 30 },
});

describe('history sentences', () => {
  const sentences = (language: 'en' | 'de') => {
    TestBed.configureTestingModule({ providers: [provideTexts(language)] });
    return TestBed.inject(HistorySentences);
  };

  it('tell a change of status in one sentence', () => {
    const told = sentences('en');
    expect(told.headline(anEntry({}))).toBe('mara changed the status from “New” to “Qualified”.');
    expect(told.details(anEntry({}))).toEqual([]);
    expect(told.priority(anEntry({}))).toBe('Priority 30 → 70');
  });

  it('tell it in German', () => {
    const told = sentences('de');
    expect(told.headline(anEntry({}))).toBe(
      'mara hat den Status von „Neu“ auf „Qualifiziert“ geändert.',
    );
  });

  it.each<[string, string, string[], Partial<HistoryEntry>]>([
    [
      'mara changed the details.',
      'mara hat die Angaben geändert.',
      ['Domain: a.example → empty', 'Employees: 1,200 → 5'],
      {
        type: 'LeadDetailsChanged',
        changes: [
          { field: 'domain', from: 'a.example', to: null },
          { field: 'employee_count', from: 1200, to: 5 },
        ],
      },
    ],
    [
      'mara assigned the lead to jens.',
      'mara hat den Lead jens zugewiesen.',
      [],
      { type: 'LeadAssigned', changes: [{ field: 'owner', from: null, to: 'jens' }] },
    ],
    [
      'mara left the lead without an owner.',
      'mara hat die Zuständigkeit für den Lead aufgehoben.',
      [],
      { type: 'LeadAssigned', changes: [{ field: 'owner', from: 'jens', to: null }] },
    ],
    [
      'mara set the contact.',
      'mara hat den Kontakt eingetragen.',
      ['Contact: empty → Bea'],
      {
        type: 'PrimaryContactSet',
        changes: [{ field: 'primary_contact', from: null, to: { first_name: 'Bea' } }],
      },
    ],
    [
      'mara changed the contact.',
      'mara hat den Kontakt geändert.',
      ['First name: Ada → Bea'],
      {
        type: 'PrimaryContactSet',
        changes: [
          { field: 'primary_contact', from: { first_name: 'Ada' }, to: { first_name: 'Bea' } },
        ],
      },
    ],
    [
      'mara removed the contact.',
      'mara hat den Kontakt entfernt.',
      ['Contact: erased → empty'],
      {
        type: 'PrimaryContactRemoved',
        changes: [{ field: 'primary_contact', from: { id: 9, erased: true }, to: null }],
      },
    ],
    [
      'mara archived the lead.',
      'mara hat den Lead archiviert.',
      [],
      { type: 'LeadArchived', changes: [{ field: 'archived', from: false, to: true }] },
    ],
    [
      'mara restored the lead from the archive.',
      'mara hat den Lead aus dem Archiv zurückgeholt.',
      [],
      { type: 'LeadRestored', changes: [{ field: 'archived', from: true, to: false }] },
    ],
  ])('say: %s', async (english, german, details, facts) => {
    const told = sentences('en');
    const entry = anEntry(facts);
    expect(told.headline(entry)).toBe(english);
    expect(told.details(entry)).toEqual(details);
    await TestBed.inject(Language).choose('de');
    expect(told.headline(entry)).toBe(german);
  });

  it('tell an activity by its own time, and what was noted of it', async () => {
    const told = sentences('en');
    const occurred_at = '2026-11-20T12:00:00.000Z';
    const entry = anEntry({
      type: 'ActivityLogged',
      data: { kind: 'call', occurred_at },
      changes: [
        { field: 'last_activity_at', from: null, to: occurred_at },
        { field: 'note', from: null, to: 'other' },
      ],
    });
    const time = TestBed.inject(Formats).dateTime(occurred_at);
    expect(told.headline(entry)).toBe('mara logged a call.');
    expect(told.details(entry)).toEqual([`It was on ${time}.`, 'Note: other']);
    expect(told.details({ ...entry, recorded_at: occurred_at })).toEqual(['Note: other']);
    await TestBed.inject(Language).choose('de');
    expect(told.headline(entry)).toBe('mara hat einen Anruf festgehalten.');
    expect(told.headline({ ...entry, data: { kind: 'visit', occurred_at } })).toBe(
      'mara hat eine Aktivität festgehalten.',
    );
  });

  it('tell of a contact what is different, part by part', () => {
    const contact = (phone: string | null, ...emails: [string, boolean][]) => ({
      id: 9,
      first_name: 'Ada',
      last_name: null,
      phone,
      emails: emails.map(([value, is_primary], id) => ({ id, value, is_primary })),
    });
    const from = contact(null, ['a@x.example', true], ['b@x.example', false]);
    const to = contact('123', ['b@x.example', true], ['c@x.example', false]);
    const entry = anEntry({
      type: 'PrimaryContactSet',
      changes: [{ field: 'primary_contact', from, to }],
    });
    expect(sentences('en').details(entry)).toEqual([
      'Phone: empty → 123',
      'Primary e-mail: a@x.example → b@x.example',
      'E-mail removed: a@x.example',
      'E-mail added: c@x.example',
    ]);
  });

  it('tell a creation with what was known from the start', () => {
    const told = sentences('de');
    expect(told.headline(created)).toBe('Jemand hat den Lead angelegt.');
    expect(told.details(created)).toEqual([
      'Name: Acme GmbH',
      'Beschäftigte: 1.200',
      'Branche: Technologie',
      'Kontakt: Ada, ada@acme.example',
    ]);
    expect(told.priority(created)).toBe('Priorität 30');
  });

  it('say of an erased contact that it is', () => {
    const to = { id: 9, erased: true };
    const entry = { ...created, changes: [{ field: 'primary_contact', from: null, to }] };
    expect(sentences('en').details(entry)).toEqual(['Contact: erased']);
  });

  it('tell what they have no words for by its fields', () => {
    const entry = anEntry({
      type: 'LeadMerged' as HistoryEntry['type'],
      changes: [
        { field: 'owner', from: 'mara', to: null },
        { field: 'strange', from: 1, to: 2 },
      ],
      priority: { before: 30, after: 30 },
    });
    const told = sentences('en');
    expect(told.headline(entry)).toBe('mara changed the lead.');
    expect(told.details(entry)).toEqual(['Owner: mara → empty', 'strange: 1 → 2']);
    expect(told.priority(entry)).toBe('Priority stays 30');
  });

  it('take a name for a name although it is a word of ours', () => {
    const entry = { ...created, changes: [{ field: 'name', from: null, to: 'other' }] };
    expect(sentences('de').details(entry)).toEqual(['Name: other']);
  });
});
