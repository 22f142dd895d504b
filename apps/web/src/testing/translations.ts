import { type EnvironmentProviders, importProvidersFrom } from '@angular/core';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { de as boardDe } from '../app/board/texts/de';
import { en as boardEn } from '../app/board/texts/en';
import { de } from '../app/i18n/de';
import { en } from '../app/i18n/en';
import type { LanguageCode } from '../app/i18n/language';
import { de as importDe } from '../app/imports/texts/de';
import { en as importEn } from '../app/imports/texts/en';
import { de as duplicatesDe } from '../app/leads/duplicates/texts/de';
import { en as duplicatesEn } from '../app/leads/duplicates/texts/en';
import { de as viewsDe } from '../app/leads/lead-list/saved-views-menu/texts/de';
import { en as viewsEn } from '../app/leads/lead-list/saved-views-menu/texts/en';
import { de as leadPageDe } from '../app/leads/lead-page/texts/de';
import { en as leadPageEn } from '../app/leads/lead-page/texts/en';
import { de as overviewDe } from '../app/overview/texts/de';
import { en as overviewEn } from '../app/overview/texts/en';
import { de as teamDe } from '../app/team/texts/de';
import { en as teamEn } from '../app/team/texts/en';

/** The real texts, there from the start. */
export function provideTexts(language: LanguageCode = 'en'): EnvironmentProviders {
  return importProvidersFrom(
    TranslocoTestingModule.forRoot({
      langs: {
        en: {
          ...en,
          ...leadPageEn,
          ...boardEn,
          ...overviewEn,
          ...teamEn,
          ...importEn,
          ...duplicatesEn,
          ...viewsEn,
        },
        de: {
          ...de,
          ...leadPageDe,
          ...boardDe,
          ...overviewDe,
          ...teamDe,
          ...importDe,
          ...duplicatesDe,
          ...viewsDe,
        },
      },
      translocoConfig: {
        availableLangs: ['en', 'de'],
        defaultLang: language,
        reRenderOnLangChange: true,
      },
      preloadLangs: true,
    }),
  );
}
