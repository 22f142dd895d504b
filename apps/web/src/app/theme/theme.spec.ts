import { TestBed } from '@angular/core/testing';
import { Theme } from './theme';

describe('theme', () => {
  beforeEach(() => localStorage.clear());

  it('follows the system until another is chosen', () => {
    expect(TestBed.inject(Theme).current()).toBe('system');
  });

  it('is applied and remembered', () => {
    TestBed.inject(Theme).choose('dark');
    expect(document.documentElement.style.colorScheme).toBe('dark');
    TestBed.resetTestingModule();
    expect(TestBed.inject(Theme).current()).toBe('dark');
  });

  it('gives way to the system again', () => {
    TestBed.inject(Theme).choose('dark');
    TestBed.inject(Theme).choose('system');
    expect(document.documentElement.style.colorScheme).toBe('');
  });
});
