import { TestBed } from '@angular/core/testing';
import { TranslocoService } from '@jsverse/transloco';
import { provideTexts } from '../../testing/translations';
import { Language, preferredLanguage } from './language';

describe('language', () => {
  beforeEach(() => localStorage.clear());

  it.each([
    [['de-AT', 'en'], 'de'],
    [['fr-FR', 'de', 'en'], 'de'],
    [['en-GB', 'de'], 'en'],
    [['fr', 'it'], 'en'],
    [[], 'en'],
  ])('of a browser that speaks %j is %s', (spoken, expected) => {
    expect(preferredLanguage(spoken)).toBe(expected);
  });

  it('is remembered once it is chosen, whatever the browser speaks', async () => {
    TestBed.configureTestingModule({ providers: [provideTexts()] });
    const language = TestBed.inject(Language);

    await language.choose('de');

    expect(language.current()).toBe('de');
    expect(document.documentElement.lang).toBe('de');
    expect(TestBed.inject(TranslocoService).translate('status.lost')).toBe('Verloren');
    expect(preferredLanguage(['en'])).toBe('de');
  });

  it('brings the texts of a screen in the language of now and of later', async () => {
    TestBed.configureTestingModule({ providers: [provideTexts()] });
    const language = TestBed.inject(Language);
    await language.add({
      en: async () => ({ screen: { greeting: 'Hello' } }),
      de: async () => ({ screen: { greeting: 'Hallo' } }),
    });
    expect(language.find('screen.greeting')).toBe('Hello');
    expect(language.find('status.lost')).toBe('Lost');
    await language.choose('de');
    expect(language.find('screen.greeting')).toBe('Hallo');
  });

  it('finds texts by keys from elsewhere, and tells where there is none', () => {
    TestBed.configureTestingModule({ providers: [provideTexts()] });
    const language = TestBed.inject(Language);
    expect(language.find('errors.required')).toBe('This is required.');
    expect(language.find('errors.of_tomorrow')).toBeNull();
    expect(language.find('errors')).toBeNull();
  });
});
