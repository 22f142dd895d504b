import { CommitSignal } from '@leadlog/event-store/commit-signal';
import { RenderedJson } from '../http/rendered-json';
import { KeptAnswers, LONGEST_MS, MAX_BYTES, REMEMBERED } from './kept-answers';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const after = (ms: number) => new Date(+NOW + ms);
const answer = (text: string, until: Date | null = null) => ({
  body: new RenderedJson(text),
  from: NOW,
  until,
});

describe('an answer that is kept', () => {
  let commits: CommitSignal;
  let kept: KeptAnswers;

  beforeEach(() => {
    commits = new CommitSignal();
    kept = new KeptAnswers(commits);
  });

  const found = (question: string, { tenant = 'acme', position = 7, now = NOW } = {}) =>
    kept.find(tenant, position, question, now)?.body?.bytes.toString() ?? null;

  /** Asked twice, as it has to be. */
  const keep: KeptAnswers['keep'] = (...asked) => {
    kept.keep(...asked);
    kept.keep(...asked);
  };

  it('is given to whoever asks the same of the same log', () => {
    keep('acme', 7, { text: 'all' }, answer('[1]'));
    expect(found('all')).toBe('[1]');
    expect(found('some')).toBeNull();
    expect(found('all', { position: 8 })).toBeNull();
    expect(found('all', { tenant: 'other' })).toBeNull();
  });

  it('is one to what was asked before, and not long ago', () => {
    const ask = (text: string) => kept.keep('acme', 7, { text }, answer('[1]'));
    const askOthers = (count: number) =>
      Array.from({ length: count }).forEach((_, page) => ask(`page ${page}`));
    ask('all');
    askOthers(REMEMBERED);
    ask('all');
    expect(found('all')).toBeNull();
    askOthers(REMEMBERED - 1);
    ask('all');
    expect(found('all')).toBe('[1]');
  });

  it('is right until a priority falls, and not a moment longer', () => {
    keep('acme', 7, { text: 'all' }, answer('[1]', after(500)));
    expect(found('all', { now: after(499) })).toBe('[1]');
    expect(found('all', { now: after(500) })).toBeNull();
  });

  it('says nothing of a time before it was made', () => {
    keep('acme', 7, { text: 'all' }, answer('[1]'));
    expect(found('all', { now: after(-1) })).toBeNull();
  });

  it('is made anew after some seconds even where nothing happens', () => {
    keep('acme', 7, { text: 'all' }, answer('[1]', after(LONGEST_MS + 1)));
    expect(found('all', { now: after(LONGEST_MS - 1) })).toBe('[1]');
    expect(found('all', { now: after(LONGEST_MS) })).toBeNull();
  });

  it('is forgotten with the next commit of its tenant, for a person may have been erased', () => {
    keep('acme', 7, { text: 'all' }, answer('[1]'));
    keep('other', 7, { text: 'all' }, answer('[2]'));
    commits.committed('acme');
    expect(found('all')).toBeNull();
    expect(found('all', { tenant: 'other' })).toBe('[2]');
  });

  it('has the total of its whole for other parts, for as long', () => {
    const total = (now = NOW) => kept.find('acme', 7, 'whole', now)?.total ?? null;
    keep('acme', 7, { text: '1 to 20', whole: 'whole' }, { ...answer('[1]'), total: 99 });
    expect(total()).toBe(99);
    expect(total(after(LONGEST_MS))).toBeNull();
    const later = { ...answer('[2]'), from: after(LONGEST_MS), total: 98 };
    keep('acme', 7, { text: '21 to 40', whole: 'whole' }, later);
    expect(total(after(LONGEST_MS))).toBe(98);
    commits.committed('acme');
    expect(total(after(LONGEST_MS))).toBeNull();
  });

  it('gives way to those of a newer position', () => {
    keep('acme', 7, { text: 'all' }, answer('[1]'));
    keep('acme', 8, { text: 'some' }, answer('[2]'));
    expect(found('all')).toBeNull();
    expect(found('some', { position: 8 })).toBe('[2]');
    expect(commits.size).toBe(1);
  });

  it('gives way to all others where there are too many', () => {
    const half = 'x'.repeat(MAX_BYTES / 2 - 'all'.length);
    for (let round = 0; round < 3; round += 1) keep('acme', 7, { text: 'all' }, answer(half));
    keep('other', 7, { text: 'all' }, answer(half));
    expect(found('all')).toBe(half);
    keep('acme', 7, { text: 'some' }, answer('[1]'));
    expect(found('all')).toBeNull();
    expect(found('all', { tenant: 'other' })).toBeNull();
    expect(found('some')).toBe('[1]');
  });
});
