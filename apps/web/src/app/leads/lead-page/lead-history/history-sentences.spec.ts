import { TestBed } from '@angular/core/testing';
import type { HistoryEntry } from '@leadlog/contracts/history';
import { provideTexts } from '../../../../testing/translations';
import { HistorySentences } from './history-sentences';

function anEntry(facts: Partial<HistoryEntry>): HistoryEntry {
  return {
    position: 41,
    lead_id: 17,
    version: 2,
    type: 'StatusChanged',
    schema_version: 1,
    recorded_at: '2026-11-22T10:03:16.953Z',
    actor: 'mara',
    correlation_id: 'c',
    data: {},
    changes: [{ field: 'status', from: 'new', to: 'qualified' }],
    priority: { before: 30, after: 70 },
    hash: '0'.repeat(64),
    ...facts,
  };
}

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
