import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { Observable, of, throwError } from 'rxjs';
import { byName, textOf } from '../../testing/dom';
import { provideTexts } from '../../testing/translations';
import { Undo, UNDO_MS } from './undo';

describe('undo', () => {
  let undone: string[];

  beforeEach(() => {
    jest.useFakeTimers();
    undone = [];
    TestBed.configureTestingModule({ providers: [provideTexts()] });
  });
  afterEach(async () => {
    await jest.advanceTimersByTimeAsync(2 * UNDO_MS);
    jest.useRealTimers();
  });

  const toast = () => textOf(document.querySelector('mat-snack-bar-container'));
  const settle = () => jest.advanceTimersByTimeAsync(500);
  const taking = (what: string) =>
    new Observable((subscriber) => {
      undone.push(what);
      subscriber.next(null);
      subscriber.complete();
    });

  async function offer(message: string, undo = () => taking(message)): Promise<void> {
    TestBed.inject(Undo).offer({ message, undo });
    await settle();
  }

  it('says what was done and takes it back on request, once', async () => {
    await offer('Acme is lost.');
    expect(toast()).toBe('Acme is lost. Undo');
    byName(document, 'mat-snack-bar-container button', 'Undo').click();
    await settle();
    expect(undone).toEqual(['Acme is lost.']);
    expect(toast()).toBe('Undone.');
    expect(TestBed.inject(Undo).takeBack()).toBe(false);
  });

  it('is on offer for ten seconds', async () => {
    await offer('Acme is lost.');
    await jest.advanceTimersByTimeAsync(UNDO_MS - 1000);
    expect(toast()).toContain('Acme');
    await jest.advanceTimersByTimeAsync(1500);
    expect(toast()).toBe('');
    expect(TestBed.inject(Undo).takeBack()).toBe(false);
    expect(undone).toEqual([]);
  });

  it('takes back the newest by key', async () => {
    await offer('first');
    await offer('second');
    expect(TestBed.inject(Undo).takeBack()).toBe(true);
    await settle();
    expect(undone).toEqual(['second']);
  });

  it('says why it was not possible', async () => {
    await offer('Acme is lost.', () => throwError(() => new HttpErrorResponse({ status: 0 })));
    TestBed.inject(Undo).takeBack();
    await settle();
    expect(toast()).toBe('This was not undone. The server cannot be reached. Close');
    byName(document, 'mat-snack-bar-container button', 'Close').click();
  });

  it('takes an answer without a value for one', async () => {
    await offer('Acme is lost.', () => of());
    TestBed.inject(Undo).takeBack();
    await settle();
    expect(toast()).toBe('Undone.');
  });
});
