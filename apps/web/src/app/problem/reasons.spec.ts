import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { aProblem } from '../../testing/leads';
import { provideTexts } from '../../testing/translations';
import { Reasons } from './reasons';

describe('reasons', () => {
  const reasonFor = (error: unknown, language: 'en' | 'de' = 'en') => {
    TestBed.configureTestingModule({ providers: [provideTexts(language)] });
    return TestBed.inject(Reasons).of(error);
  };
  const refusal = (name: string) => {
    const { body, init } = aProblem(name, 412, 'It is at version 3.');
    return new HttpErrorResponse({ error: body, ...init });
  };

  it('are the kind of problem in the chosen language and what the server adds', () => {
    expect(reasonFor(refusal('precondition-failed'), 'de')).toBe(
      'Der Lead wurde inzwischen geändert: It is at version 3.',
    );
  });

  it('are the words of the server for a problem that is new to us', () => {
    expect(reasonFor(refusal('of-tomorrow'))).toBe('of-tomorrow: It is at version 3.');
  });

  it('tell a server that does not answer from one that answers strangely', () => {
    expect(reasonFor(new HttpErrorResponse({ status: 0 }))).toBe('The server cannot be reached.');
    TestBed.resetTestingModule();
    expect(reasonFor(new HttpErrorResponse({ status: 502, error: '<html>' }))).toBe(
      'The server answered with an error (502).',
    );
  });
});
