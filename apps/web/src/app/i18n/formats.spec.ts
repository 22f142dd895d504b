import { TestBed } from '@angular/core/testing';
import { provideTexts } from '../../testing/translations';
import { Formats } from './formats';
import { Language } from './language';

describe('formats', () => {
  const now = Date.parse('2026-11-22T12:00:00.000Z');
  let formats: Formats;

  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [provideTexts()] });
    formats = TestBed.inject(Formats);
  });

  it.each([
    ['2026-11-22T11:59:30.000Z', '30 seconds ago'],
    ['2026-11-22T11:59:00.000Z', '1 minute ago'],
    ['2026-11-22T09:00:00.000Z', '3 hours ago'],
    ['2026-11-21T12:00:00.000Z', 'yesterday'],
    ['2026-11-15T12:00:00.001Z', '6 days ago'],
    ['2026-11-15T12:00:00.000Z', 'last week'],
    ['2026-10-01T12:00:00.000Z', 'last month'],
    ['2024-11-01T12:00:00.000Z', '2 years ago'],
    ['2026-11-25T12:00:00.000Z', 'in 3 days'],
  ])('tells %s as "%s"', (time, expected) => {
    expect(formats.relative(time, now)).toBe(expected);
  });

  it('follows the language', async () => {
    expect(formats.number(1234.5)).toBe('1,234.5');
    await TestBed.inject(Language).choose('de');
    expect(formats.number(1234.5)).toBe('1.234,5');
    expect(formats.relative('2026-11-19T12:00:00.000Z', now)).toBe('vor 3 Tagen');
  });
});
